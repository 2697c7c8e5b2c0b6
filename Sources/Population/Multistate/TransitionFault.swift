/// What a list of transitions can get wrong.
///
/// `transition` is the index in the list where it shows, counted from 0.
public enum TransitionFault: Equatable, Sendable {
  /// No transition leads from one state to another.
  case nobodyMoves
  /// A probability is NaN or outside 0...1.
  case probability(transition: Int)
  /// The same sex, age, `from` and `to` as an earlier one.
  case duplicate(transition: Int)
  /// The transitions to other states add up to more than one; the last of them is named.
  case aboveOne(transition: Int, sum: Double)
  /// The probability of staying is not what the others leave.
  case remainder(transition: Int, expected: Double)
  /// A sex has nothing at an age between the first and the last of the list; one beside the gap is named.
  case missingAge(transition: Int, age: Int)
  /// Two states have a transition at ages before and after this one; the one before is named.
  case missingTransition(transition: Int, age: Int)
  /// People can come into a state at an age at which nothing is said of it; one that leads there is named.
  case noWayOn(transition: Int, state: Int, age: Int)

  /// Whether something is missing, which may be because it could not be read.
  public var isGap: Bool {
    switch self {
    case .nobodyMoves, .missingAge, .missingTransition, .noWayOn: true
    case .probability, .duplicate, .aboveOne, .remainder: false
    }
  }
}

/// Everything wrong with a list of transitions.
public struct TransitionFaults: Error, Equatable, Sendable {
  public let all: [TransitionFault]
}
