import Domain

/// Where the probabilities of a table of transitions stand in one array.
///
/// Shape `[sex][age][from][to]`, `to` varying fastest: the row of a sex, age
/// and state is contiguous.
struct TransitionGrid: Equatable, Sendable {
  let states: Int
  /// In the order of ``Sex``; one sex or both.
  let sexes: [Sex]
  let ages: ClosedRange<Int>

  /// The number of rows, each of `states` probabilities.
  var rows: Int { sexes.count * ages.count * states }

  /// The row of a sex and age of the grid and a state, counted from 0.
  func row(_ sex: Sex, _ age: Int, from: Int) -> Int {
    guard let index = sexes.firstIndex(of: sex) else { preconditionFailure("a sex outside the table") }
    precondition(ages.contains(age) && (0..<states).contains(from), "an age or state outside the table")
    return (index * ages.count + age - ages.lowerBound) * states + from
  }

  /// The place of a transition in an array of all probabilities.
  func cell(_ transition: Transition) -> Int {
    precondition((0..<states).contains(transition.to), "a state outside the table")
    return row(transition.sex, transition.age, from: transition.from) * states + transition.to
  }
}
