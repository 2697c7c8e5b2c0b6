import Domain
import Formulas

/// An input that a published figure settles: it is solved, not stated (``InputSolver``).
public struct Solve: Equatable, Sendable {
  /// How the values of an input move until the figure is met.
  public enum Way: String, CaseIterable, Sendable {
    /// All by one factor.
    case factor
    /// To one value.
    case level
    /// Shares by one distance on the logit scale, which keeps them between nothing and one.
    case logit
  }

  /// Name of the indicator that was published.
  public let indicator: String
  /// Index of the area the figure is of.
  public let area: Int
  public let year: Year
  /// Path of the parameter.
  public let input: String
  public let how: Way

  /// How many digits of a solved value are written.
  public static let digits = 6

  public init(indicator: String, area: Int, year: Year, input: String, how: Way) {
    self.indicator = indicator
    self.area = area
    self.year = year
    self.input = input
    self.how = how
  }
}

extension City {
  /// The city with other values of its parameters, without what was published of solved figures from their years on, so
  /// that they do not hold themselves.
  public func replacing(_ values: [String: ParameterValues], hiding figures: [Solve] = []) -> City {
    var city = self
    city.knownUntil = informationDate
    city.values = values
    city.observations = Observations(
      observations.all.filter { seen in
        !figures.contains { $0.indicator == seen.indicator && $0.area == seen.area && seen.year >= $0.year }
      })
    return city
  }
}
