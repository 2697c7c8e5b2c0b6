import Domain
import Formulas
import Simulation
import Studies

/// A comparison, and what is to be shown of it.
public struct ComparisonRows: Sendable {
  let comparison: Comparison
  let choice: ComparisonChoice

  public init(_ comparison: Comparison, _ choice: ComparisonChoice) {
    self.comparison = comparison
    self.choice = choice
  }

  fileprivate struct Row {
    let indicator: Indicator
    let area: Area
    let year: Year
    let scenario: String
    let against: String
    let difference: PairedDifference
    /// The central values of both.
    let before: Double?
    let after: Double?
  }

  fileprivate static let columns: [OutputColumn<Row>] =
    [.text("indicator", isKey: true) { $0.indicator.name }, .text("unit") { $0.indicator.unit.symbol }]
    + OutputColumn.area { $0.area } + [
      .year { $0.year }, .scenario { $0.scenario }, .text("against") { $0.against },
      .number("difference_central") { $0.difference.central },
      .number("difference_mean") { $0.difference.statistics?.mean },
    ] + OutputColumn.quantiles { $0.difference.statistics } + [
      .number("share_larger") { $0.difference.larger }, .number("central") { $0.after },
      .number("against_central") { $0.before },
    ]

  /// Every level and difference of a comparison, one a row.
  public static let table = OutputTable<ComparisonRows>(
    "comparison.csv", zh: "情景之间每个指标的水平和差别", en: "levels and differences of every indicator between scenarios", columns
  ) { rows, add in
    let (comparison, base) = (rows.comparison, rows.comparison.base)
    let years = rows.choice.years.isEmpty ? Array(comparison.years) : rows.choice.years
    let indicators = base.indicators.filter(rows.choice.chooses).sorted { $0.name < $1.name }
    for (place, other) in comparison.others.enumerated() {
      for indicator in indicators {
        for area in base.areas.shown where rows.choice.areas.contains(area) {
          for year in years {
            guard let found = comparison.entry(indicator.name, area: area, year: year, of: place) else { continue }
            add(
              Row(
                indicator: indicator, area: base.areas[area], year: year, scenario: other.name,
                against: base.plan.scenario.name, difference: found.difference,
                before: base.value(indicator, area: area, year: year),
                after: found.level))
          }
        }
      }
    }
  }
}
