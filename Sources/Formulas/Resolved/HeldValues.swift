import Domain

/// Published values that take the place of computed ones, looked up by indicator and year.
public struct HeldValues: Sendable {
  struct Entry: Sendable {
    let area: Int
    let value: Double
  }

  /// Shape `[indicator]` for each year with a value.
  private let byYear: [Year: [[Entry]]]

  public init(_ program: Program, _ observations: Observations, areas: Areas) {
    var byYear: [Year: [[Entry]]] = [:]
    for year in Set(observations.all.map(\.year)) {
      byYear[year] = program.indicators.map { indicator in
        guard indicator.observation == .holds else { return [] }
        return (0..<areas.count).compactMap { area in
          observations.holding(indicator, area: area, year: year).map { Entry(area: area, value: $0.value) }
        }
      }
    }
    self.byYear = byYear
  }

  /// Those of a year by indicator; empty where nothing holds.
  func entries(_ year: Year) -> [[Entry]] { byYear[year] ?? [] }
}
