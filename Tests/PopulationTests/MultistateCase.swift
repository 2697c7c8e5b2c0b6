import Domain
import Population
import TestSupport

/// A table of transitions made up for a test, with its transitions kept for a reference.
struct MultistateCase {
  let states: [String]
  let transitions: [Transition]
  let table: TransitionTable

  init(states: [String], transitions: [Transition]) throws(TransitionFaults) {
    self.states = states
    self.transitions = transitions
    table = try TransitionTable(states: states, transitions: transitions)
  }

  /// The same probabilities at every age, given as from, to, probability.
  static func constant(
    states: [String], ages: ClosedRange<Int>, _ probabilities: [(Int, Int, Double)]
  ) throws(TransitionFaults) -> MultistateCase {
    try MultistateCase(
      states: states,
      transitions: ages.flatMap { age in
        probabilities.map { Transition(sex: .female, age: age, from: $0.0, to: $0.1, probability: $0.2) }
      })
  }

  /// Random states, sexes, ages and probabilities, in random order; some states absorbing, some pairs at
  /// some ages only, some stayers given.
  static func random(_ dice: inout SplitMix) throws(TransitionFaults) -> MultistateCase {
    let size = Int.random(in: 2...6, using: &dice)
    let transient = Int.random(in: 1...size, using: &dice)
    let first = Int.random(in: 0...90, using: &dice)
    let ages = first...first + Int.random(in: 0...25, using: &dice)
    let sexes = [[Sex.female], [.male], [.female, .male]].randomElement(using: &dice) ?? [.female]
    var transitions: [Transition] = []
    for sex in sexes {
      for from in 0..<transient {
        // The first pair at all ages, so that nobody is without a way on.
        let spans = (0..<size).map { to in
          to == (from + 1) % size ? ages : Bool.random(using: &dice) ? part(of: ages, &dice) : nil
        }
        for age in ages {
          var weights = (0..<size).map { to in
            to != from && spans[to]?.contains(age) == true ? Double.random(in: 0...1, using: &dice) : 0
          }
          let stay = Double.random(in: 0...1, using: &dice)
          let sum = weights.reduce(0, +)
          if sum > 0 { weights = weights.map { $0 / sum * (1 - stay) } }
          for to in 0..<size where to != from && spans[to]?.contains(age) == true {
            transitions.append(Transition(sex: sex, age: age, from: from, to: to, probability: weights[to]))
          }
          if Bool.random(using: &dice) {
            let rest = 1 - weights.reduce(0, +)
            transitions.append(Transition(sex: sex, age: age, from: from, to: from, probability: max(rest, 0)))
          }
        }
      }
    }
    return try MultistateCase(states: (0..<size).map { "s\($0)" }, transitions: transitions.shuffled(using: &dice))
  }

  private static func part(of ages: ClosedRange<Int>, _ dice: inout SplitMix) -> ClosedRange<Int> {
    let low = Int.random(in: ages, using: &dice)
    return low...Int.random(in: low...ages.upperBound, using: &dice)
  }

  // MARK: - A reference that shares nothing with the table

  /// Persons by state a year later, each transition of the list taken for itself.
  func plainStep(_ persons: [Double], _ sex: Sex, _ age: Int) -> [Double] {
    var next = persons
    for move in transitions where move.sex == sex && move.age == age && move.from != move.to {
      next[move.to] += persons[move.from] * move.probability
      next[move.from] -= persons[move.from] * move.probability
    }
    return next
  }

  /// Years lived in each state up to the age after the last: one person followed forwards, means of birthdays.
  func plainYears(_ sex: Sex, _ age: Int, from: Int) -> [Double] {
    let last = transitions.map(\.age).max() ?? 0
    var here = states.indices.map { $0 == from ? 1.0 : 0 }
    var years = states.map { _ in 0.0 }
    for x in stride(from: age, through: last, by: 1) {
      let next = plainStep(here, sex, x)
      for state in states.indices { years[state] += (here[state] + next[state]) / 2 }
      here = next
    }
    return years
  }
}
