import Domain
import Simulation
import Studies
import Tables

/// Every difference of a comparison, one a row.
///
/// Columns `indicator,unit,district_code,district,year,scenario,against,difference_central,difference_mean,p2_5…p97_5,share_larger`.
public func comparisonTable(_ comparison: Comparison, _ choice: ComparisonChoice) -> Table {
  let quantiles = ["p2_5", "p10", "p25", "p50", "p75", "p90", "p97_5"]
  var table = Table(
    columns: ([
      "indicator", "unit", "district_code", "district", "year", "scenario", "against", "difference_central",
      "difference_mean",
    ] + quantiles + ["share_larger"]).map { Column($0) })
  let base = comparison.base
  let plain = NumberFormat(decimals: 4)
  func number(_ value: Double?) -> Cell { value.map { .number($0, plain) } ?? .empty }
  let years = choice.years.isEmpty ? Array(comparison.years) : choice.years
  let areas = base.areas.shown.filter(choice.areas.contains)
  for other in comparison.others.indices {
    for indicator in base.indicators.sorted(by: { $0.name < $1.name }) {
      guard choice.indicators.isEmpty || choice.indicators.contains(where: { indicator.name.hasPrefix($0) }) else {
        continue
      }
      for area in areas {
        for year in years {
          guard let found = comparison.difference(indicator.name, area: area, year: year, of: other) else { continue }
          let statistics = found.statistics
          table.append(
            [
              .text(indicator.name), .text(indicator.unit.symbol), .text(base.areas[area].code),
              .text(base.areas[area].label.zh), .number(Double(year), .year),
              .text(comparison.others[other].plan.scenario.name), .text(base.plan.scenario.name),
              number(found.central), number(statistics?.mean),
            ] + quantiles.indices.map { number(statistics?.quantiles[$0]) } + [number(found.larger)])
        }
      }
    }
  }
  return table
}
