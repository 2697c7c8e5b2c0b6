import Domain
import Formulas
import Simulation
import Studies

/// What is shown of a comparison.
public struct ComparisonChoice: Sendable {
  /// Empty for every fifth year and the last, from the first that can differ.
  public var years: [Year] = []
  public var areas: [Int]
  /// Beginnings of names, or parts of labels; empty for what is asked first and what differs most.
  public var indicators: [String] = []

  public init(areas: [Int], years: [Year] = [], indicators: [String] = []) {
    self.areas = areas
    self.years = years
    self.indicators = indicators
  }

  /// Whether a text chooses an indicator.
  public static func chooses(_ text: String, _ indicator: Indicator) -> Bool {
    indicator.name.hasPrefix(text) || indicator.label.zh.contains(text)
      || indicator.label.en.lowercased().contains(text.lowercased())
  }

  /// Whether an indicator is asked for by name or label; all are where nothing is.
  func chooses(_ indicator: Indicator) -> Bool {
    indicators.isEmpty || indicators.contains { ComparisonChoice.chooses($0, indicator) }
  }
}
