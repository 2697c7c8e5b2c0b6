import Domain
import Population

/// Reads a table of yearly transition probabilities with the columns from, to, age, sex and probability.
struct TransitionFile {
  private var reader: TableReader
  /// Transitions that could be read, and the row of each.
  private var transitions: [Transition] = []
  private var rows: [Int] = []
  private var states: [String] = []
  /// How many transitions name each state.
  private var uses: [Int] = []

  /// States of the dead that people leave, which is said once.
  private var returning = Set<Int>()

  private static let columns = ["from", "to", "age", "sex", "probability"]

  /// The table of a file, its states in the order of their names, and the bytes it was read from.
  ///
  /// - Throws: ``InputError`` with everything found wrong.
  static func read(_ path: String) throws(InputError) -> (table: TransitionTable, source: InputFile) {
    var file = try TransitionFile(path)
    return (try file.table(), file.reader.source)
  }

  private init(_ path: String) throws(InputError) {
    reader = try TableReader(path: path, columns: TransitionFile.columns)
    reader.refuseColumns(otherThan: TransitionFile.columns)
    if reader.rows.isEmpty { reader.reportMissing(TransitionFile.columns.joined(separator: ", ")) }
    try readStates()
    readTransitions()
  }

  /// The names of the states must be known before transitions can be placed.
  private mutating func readStates() throws(InputError) {
    var names = Set<String>()
    var seen = SeenNames()
    for row in reader.rows {
      for column in ["from", "to"] where names.insert(reader.text(row, column)).inserted {
        reader.reportNameOfState(row, column)
        let name = reader.text(row, column)
        // A blank at an end has been said.
        guard name.first?.isWhitespace != true, name.last?.isWhitespace != true else { continue }
        reader.refuse(seen.problem(of: name, line: reader.line(row)), row: row, column)
        guard names.count <= Limits.states else {
          reader.report(.tooManyStates(limit: Limits.states), row: row, column)
          throw InputError(reader.diagnostics)
        }
      }
    }
    states = names.sorted()
  }

  private mutating func readTransitions() {
    let indices = Dictionary(uniqueKeysWithValues: zip(states, states.indices))
    uses = states.map { _ in 0 }
    for row in reader.rows {
      let sex = reader.sex(row)
      let age = reader.integer(row, "age", in: Limits.ages)
      let probability = reader.number(row, "probability")
      guard let sex, let age, let from = indices[reader.text(row, "from")], let to = indices[reader.text(row, "to")]
      else { continue }
      // A number that cannot be read still stands in its place, so that it is not missed as well.
      transitions.append(Transition(sex: sex, age: age, from: from, to: to, probability: probability ?? .nan))
      if from != to, let probability, probability > 0, isDeath(states[from]), returning.insert(from).inserted {
        reader.report(.deadComeBack(state: quoted(states[from]), to: quoted(states[to])), row: row, "from")
      }
      rows.append(row)
      for state in Set([from, to]) { uses[state] += 1 }
    }
  }

  /// Builds the table, and reports in their rows what is wrong with its transitions.
  private mutating func table() throws(InputError) -> TransitionTable {
    let isWhole = reader.diagnostics.isEmpty
    do {
      let table = try TransitionTable(states: states, transitions: transitions)
      if isWhole { return table }
    } catch {
      // What seems to be missing may be what could not be read.
      // Past the limit nothing is said, and looking for each misspelling takes time.
      for fault in error.all.filter({ isWhole || !$0.isGap }).prefix(Limits.problems + 1) { report(fault) }
    }
    throw InputError(reader.diagnostics)
  }

  private mutating func report(_ fault: TransitionFault) {
    switch fault {
    case .nobodyMoves: reader.reportMissing("from ≠ to")
    case .probability(let index):
      let value = transitions[index].probability
      guard !value.isNaN else { return }
      reader.report(
        .outOfRange(text: quoted(reader.text(rows[index], "probability")), low: "0", high: "1"), row: rows[index],
        "probability")
    case .duplicate(let index):
      reader.report(.duplicateRow(key: place(index, pair: true)), row: rows[index], "from")
    case .aboveOne(let index, let sum):
      reader.report(.aboveOne(what: place(index, pair: false), sum: sum), row: rows[index], "probability")
    case .remainder(let index, let expected):
      let text = quoted(reader.text(rows[index], "probability"))
      reader.report(.remainderDiffers(text: text, remainder: expected), row: rows[index], "probability")
    case .missingAge(let index, let age):
      let detail = "sex = \(transitions[index].sex.name), age = \(age)"
      reader.report(.missingRows(detail: detail), row: rows[index], "age")
    case .missingTransition(let index, let age):
      guard !reportMisspelling(of: index, at: age) else { return }
      reader.report(.missingRows(detail: place(index, pair: true, age: age)), row: rows[index], "age")
    case .noWayOn(let index, let state, let age):
      reader.report(
        .noWayOn(state: quoted(states[state]), sex: transitions[index].sex, age: age), row: rows[index], "to")
    }
  }

  /// Reports a row that stands where one is missing but for a state's name, which is near the right one.
  ///
  /// - Parameter index: a transition between the same states at another age.
  /// - Returns: whether there is such a row.
  private mutating func reportMisspelling(of index: Int, at age: Int) -> Bool {
    let wanted = transitions[index]
    for (other, row) in zip(transitions, rows) where other.age == age && other.sex == wanted.sex {
      guard (other.from == wanted.from) != (other.to == wanted.to) else { continue }
      let (column, found, meant) =
        other.from == wanted.from ? ("to", other.to, wanted.to) : ("from", other.from, wanted.from)
      // Names such as ill1 and ill2 are near each other on purpose, and stand in other rows too.
      guard uses[found] == 1, let near = nearestName(to: states[found], in: [states[meant]]) else { continue }
      reader.report(
        .unknownName(kind: Label(zh: "状态", en: "state"), name: quoted(states[found]), nearest: near), row: row, column)
      return true
    }
    return false
  }

  /// A transition's row, or all the ways out beside it, in the words of the file.
  private func place(_ index: Int, pair: Bool, age: Int? = nil) -> String {
    let transition = transitions[index]
    let names = quoted(states[transition.from]) + (pair ? ", to = \(quoted(states[transition.to]))" : "")
    return "from = \(names), age = \(age ?? transition.age), sex = \(transition.sex.name)"
  }
}

extension TableReader {
  /// Reports what cannot be the name of a state.
  mutating func reportNameOfState(_ row: Int, _ column: String) {
    let name = text(row, column)
    if name.isEmpty {
      report(.emptyField(column: column), row: row, column)
    } else if name.first?.isWhitespace == true || name.last?.isWhitespace == true {
      report(.strayBlank(text: quoted(name)), row: row, column)
    } else if name == allStates {
      report(.reservedName(text: name), row: row, column)
    }
  }
}

/// Whether a state is called by a word for death.
private func isDeath(_ state: String) -> Bool {
  ["dead", "death", "deceased", "died", "死", "死亡", "死者", "已故", "亡故", "去世"].contains(lookOf(state))
}

/// Stands for the average over the states of the start, where the results name a state.
public let allStates = "*"
