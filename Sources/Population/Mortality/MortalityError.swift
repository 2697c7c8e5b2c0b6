import NumericCore

/// What rates of mortality can get wrong. Ages are in years, indices count from 0.
public enum MortalityError: Error, Equatable, Sendable {
  /// A death rate is negative, NaN or infinite.
  case rate(age: Int, found: Double)
  /// A death rate is zero where the formula divides by it or takes its logarithm.
  case zeroRate(age: Int)
  /// At this rate and a(x) nobody would live through the age; the rate must
  /// stay below `limit` = 1/a(x).
  case rateTooHigh(age: Int, found: Double, limit: Double)
  /// The years lived by those who die are not within the age interval.
  case yearsLivedByTheDead(age: Int, found: Double, width: Int)
  /// A column has the wrong length.
  case shape(expected: Int, found: Int)
  /// A logarithm of a rate is NaN or infinite, as that of a zero rate is.
  case logRate(population: Int, age: Int, year: Int, found: Double)
  /// Fewer than three years: no spread of yearly changes can be computed.
  case tooFewYears(found: Int)
  /// The rates do not change, or their changes cancel out over the ages.
  case noCommonTrend
  /// The decomposition failed.
  case linearAlgebra(LinearAlgebraError)
}
