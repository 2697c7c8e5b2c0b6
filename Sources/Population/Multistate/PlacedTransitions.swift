import Domain

/// How far sums of probabilities may be off, for tables with rounded figures.
private let probabilityTolerance = 1e-9

/// A remainder below this is what adding up to one leaves in floating point.
private let roundingError = 1e-12

/// Transitions in their places of a grid, and what is wrong with them.
struct PlacedTransitions {
  let grid: TransitionGrid
  let transitions: [Transition]
  /// Indices of transitions by cell, −1 where none is given.
  private(set) var places: [Int]
  var faults: [TransitionFault] = []

  init(_ transitions: [Transition], in grid: TransitionGrid) {
    self.grid = grid
    self.transitions = transitions
    places = Array(repeating: -1, count: grid.rows * grid.states)
    for (index, transition) in transitions.enumerated() {
      let cell = grid.cell(transition)
      if places[cell] >= 0 { faults.append(.duplicate(transition: index)) } else { places[cell] = index }
      // NaN is in no range.
      if !(0...1).contains(transition.probability) { faults.append(.probability(transition: index)) }
    }
  }

  /// Indices of the transitions given in a row.
  func given(row: Int) -> [Int] {
    places[row * grid.states..<(row + 1) * grid.states].filter { $0 >= 0 }
  }

  func isGiven(row: Int) -> Bool { !given(row: row).isEmpty }

  /// The index of a transition, nil where none is given.
  func place(row: Int, to: Int) -> Int? {
    let place = places[row * grid.states + to]
    return place >= 0 ? place : nil
  }

  /// The sum of the transitions to other states.
  func sum(row: Int) -> Double {
    given(row: row).reduce(0) { sum, index in
      transitions[index].from == transitions[index].to ? sum : sum + transitions[index].probability
    }
  }

  /// The probability of staying: what the others leave, zero where that is the rounding error of adding.
  func remainder(row: Int) -> Double {
    let remainder = 1 - sum(row: row)
    return remainder > roundingError ? remainder : 0
  }

  /// A row of the table: the transitions given, and staying.
  func probabilities(row: Int) -> [Double] {
    let remainder = remainder(row: row)
    let total = remainder > 0 ? 1 : sum(row: row)
    var values = Array(repeating: 0.0, count: grid.states)
    for index in given(row: row) { values[transitions[index].to] = transitions[index].probability / total }
    values[row % grid.states] = remainder
    return values
  }

  /// Whether people of a row can be in a state a year later.
  func leads(row: Int, to: Int) -> Bool {
    if to == row % grid.states { return remainder(row: row) > 0 }
    return place(row: row, to: to).map { transitions[$0].probability > 0 } ?? false
  }

  /// Finds sums above one, and stayers who are not the remainder.
  mutating func checkSums() {
    for row in 0..<grid.rows {
      let given = given(row: row)
      guard let last = given.filter({ transitions[$0].from != transitions[$0].to }).max() ?? given.first,
        given.allSatisfy({ (0...1).contains(transitions[$0].probability) })
      else { continue }
      let sum = sum(row: row)
      guard sum <= 1 + probabilityTolerance else {
        faults.append(.aboveOne(transition: last, sum: sum))
        continue
      }
      let remainder = remainder(row: row)
      guard let stay = place(row: row, to: row % grid.states),
        abs(transitions[stay].probability - remainder) > probabilityTolerance
      else { continue }
      faults.append(.remainder(transition: stay, expected: remainder))
    }
  }
}
