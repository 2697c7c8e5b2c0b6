import Domain

extension TransitionTable {
  /// A table from its transitions, in any order.
  ///
  /// A state out of which every probability is zero is one that nobody leaves.
  /// Staying in a state need not be given: it is what the others leave.
  /// Transitions between two states must be given at consecutive ages; before
  /// and after these there are none. Every sex of the list has all ages from
  /// the first to the last. A state may have no transition at all at a sex and
  /// age only if nobody can be in it then. A sum above one by no more than
  /// 1e-9, as rounded figures have it, is divided out.
  ///
  /// - Parameters:
  ///   - states: their names; transitions index them.
  ///   - transitions: probabilities 0...1; those to other states add up to at most one.
  /// - Throws: ``TransitionFaults`` with everything wrong. Gaps are looked for in the
  ///   order of ages, then pairs, then people without a way on, and each only
  ///   when there is none before.
  /// - Complexity: O(sexes · ages · states²).
  public init(states: [String], transitions: [Transition]) throws(TransitionFaults) {
    // A full matrix has zeros out of death as well; NaN is reported below.
    let moving = Set(transitions.filter { $0.from != $0.to && !($0.probability <= 0) }.map(\.from))
    let ages = transitions.map(\.age)
    guard !moving.isEmpty, let first = ages.min(), let last = ages.max() else {
      throw TransitionFaults(all: [.nobodyMoves])
    }
    let sexes = Set(transitions.map(\.sex))
    let grid = TransitionGrid(
      states: states.count, sexes: Sex.allCases.filter(sexes.contains), ages: first...last)
    var placed = PlacedTransitions(transitions, in: grid)
    placed.checkSums()
    placed.checkGaps(moving: moving)
    guard placed.faults.isEmpty else { throw TransitionFaults(all: placed.faults) }

    self.states = states
    self.grid = grid
    transient = moving.sorted()
    probabilities = (0..<grid.rows).flatMap(placed.probabilities)
    isGiven = (0..<grid.rows).map { placed.isGiven(row: $0) || !moving.contains($0 % states.count) }
  }
}
