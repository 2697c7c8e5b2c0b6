import Domain

/// What a multistate projection can be asked that its table does not hold. States are indices.
public enum MultistateError: Error, Equatable, Sendable {
  /// A sex or age that the table does not have.
  case outsideTable(sex: Sex, age: Int)
  /// A distribution over another number of states.
  case shape(expected: Int, found: Int)
  /// Persons in a state are negative, NaN or infinite.
  case persons(state: Int, found: Double)
  /// People in a state of which the table says nothing at that sex and age.
  case notDescribed(state: Int, sex: Sex, age: Int)
  /// The persons of a cohort no longer add up to those it began with.
  case unbalanced(sex: Sex, age: Int, expected: Double, found: Double)
}
