import Domain
import Formulas
import Simulation
import Studies

/// What is shown of a comparison.
public struct ComparisonChoice: Sendable {
  /// Empty for every fifth year and the last, from the first that can differ.
  public var years: [Year] = []
  public var areas: [Int]
  /// Names; empty for what is asked first and what differs most.
  public var indicators: Set<String> = []

  public init(areas: [Int], years: [Year] = [], indicators: Set<String> = []) {
    self.areas = areas
    self.years = years
    self.indicators = indicators
  }

  /// Whether an indicator is asked for; all are where nothing is.
  func chooses(_ indicator: Indicator) -> Bool { indicators.isEmpty || indicators.contains(indicator.name) }
}
