import Domain
import Population

/// People by state at exact ages, and the table of transitions that carries them on.
public struct StateCohorts: Sendable {
  public let table: TransitionTable
  /// By sex and age, women before men, the youngest first.
  public let start: [Cohort]
  /// What may be a mistake: states that nobody can ever be in.
  public let warnings: [Diagnostic]
  /// The two files read.
  public let sources: [InputFile]

  private static let columns = ["sex", "age", "state", "persons"]

  /// Reads a table with the columns from, to, age, sex and probability, and a
  /// starting distribution with the columns sex, age, state and persons.
  ///
  /// - Throws: ``InputError`` with everything found wrong in the first of the two files that has faults.
  public init(table path: String, start: String) throws(InputError) {
    let file = try TransitionFile.read(path)
    table = file.table
    let cohorts = try StateCohorts.cohorts(start, of: file.table)
    self.start = cohorts.start
    sources = [file.source, cohorts.source]
    warnings = StateCohorts.empty(file.table, cohorts.start).map { state in
      Diagnostic(ofFile: path, .nobodyEnters(state: quoted(file.table.states[state])))
    }
  }

  /// States that people can leave but nobody is ever in: none at the start, and no transition leads there.
  private static func empty(_ table: TransitionTable, _ start: [Cohort]) -> [Int] {
    table.transient.filter { state in
      let isEntered = table.sexes.contains { sex in
        table.ages.contains { age in
          table.states.indices.contains { from in
            from != state && table.describes(sex, age, from: from)
              && table.probabilities(sex, age, from: from).dropFirst(state).first ?? 0 > 0
          }
        }
      }
      return !isEntered && start.allSatisfy { $0.persons[state] == 0 }
    }
  }

  private static func cohorts(
    _ path: String, of table: TransitionTable
  ) throws(InputError) -> (start: [Cohort], source: InputFile) {
    var reader = try TableReader(path: path, columns: columns)
    reader.refuseColumns(otherThan: columns)
    if reader.rows.isEmpty { reader.reportMissing(columns.joined(separator: ", ")) }
    var persons: [Key: [Double?]] = [:]
    let empty = [Double?](repeating: nil, count: table.states.count)
    for row in reader.rows {
      let sex = reader.sex(row, of: table)
      let age = reader.integer(row, "age", in: table.ages)
      let state = reader.state(row, of: table)
      let number = reader.persons(row)
      guard let sex, let age, let state, let number else { continue }
      let key = Key(sex: sex, age: age)
      if persons[key, default: empty][state] != nil {
        let cell = "\(sex.name) \(age) \(quoted(table.states[state]))"
        reader.report(.duplicateRow(key: cell), row: row, "sex")
      }
      persons[key, default: empty][state] = number
      if number > 0, !table.describes(sex, age, from: state) {
        reader.report(.noWayOn(state: quoted(table.states[state]), sex: sex, age: age), row: row, "state")
      }
    }
    guard reader.diagnostics.isEmpty else { throw InputError(reader.diagnostics) }
    let cohorts = persons.keys.sorted { ($0.sex.rawValue, $0.age) < ($1.sex.rawValue, $1.age) }
      .map { Cohort(sex: $0.sex, age: $0.age, persons: (persons[$0] ?? empty).map { $0 ?? 0 }) }
    return (cohorts, reader.source)
  }

  private struct Key: Hashable {
    let sex: Sex
    let age: Int
  }
}

extension TableReader {
  /// A sex of a table of transitions.
  fileprivate mutating func sex(_ row: Int, of table: TransitionTable) -> Sex? {
    let text = text(row, "sex")
    if let sex = Sex(name: text), table.sexes.contains(sex) { return sex }
    let allowed = table.sexes.map(\.name)
    report(
      .unknownWord(text: quoted(text), nearest: nearestName(to: text, in: allowed), allowed: allowed), row: row, "sex")
    return nil
  }

  /// The index of the row's state.
  fileprivate mutating func state(_ row: Int, of table: TransitionTable) -> Int? {
    let text = text(row, "state")
    if let state = table.states.firstIndex(of: text) { return state }
    report(
      .unknownName(
        kind: Label(zh: "状态", en: "state"), name: quoted(text), nearest: nearestName(to: text, in: table.states)),
      row: row, "state")
    return nil
  }

  /// Persons, zero or more and no more than there can be.
  fileprivate mutating func persons(_ row: Int) -> Double? {
    guard let persons = notNegative(row, "persons") else { return nil }
    guard persons <= Limits.persons else {
      report(
        .outOfRange(text: quoted(text(row, "persons")), low: "0", high: "1e12"), row: row, "persons")
      return nil
    }
    return persons
  }
}
