import Domain

/// Formulas flattened to a list of operations, each computed for all areas and lanes at once.
///
/// Operations stand in an order in which every one finds its inputs computed;
/// last year's values are read from the buffer of the year before, so they may
/// point forward.
public struct Program: Sendable {
  enum Operation: Hashable, Sendable {
    case parameter(Int, ParameterReading)
    case measure(Int)
    case constant(Double)
    case binary(Binary, Int, Int)
    case opening(Int, Int)
    case logNormal(LogNormalTail, Int, Int, Int)
    case lastYear(Int)
    case overDistricts(Int, Reduction, DistrictGroup)
    case inCity(Int, Int)
    case geometricMean([Int])
    /// The value of an indicator: aggregated over areas and, where observed, replaced.
    case result(Int, indicator: Int)
  }

  enum ParameterReading: Hashable, Sendable {
    case local, meanOverYear, ofCity, ownValue, localLastYear
  }

  enum Binary: Hashable, Sendable {
    case add, subtract, multiply, divide, smaller, larger, present, roundUp, power
  }

  /// The indicators computed, in the order given.
  public let indicators: [Indicator]
  let operations: [Operation]
  /// For each indicator, how its areas belong together; read for every result of every block and year.
  let aggregations: [Indicator.Aggregation]
  /// For each indicator, the operation that holds its value.
  let resultOf: [Int]
  /// What the operations read, in the order of their indices.
  public let parameters: [Parameter]
  public let measures: [Measure]
}
