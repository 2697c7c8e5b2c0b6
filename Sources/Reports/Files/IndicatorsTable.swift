import Domain
import Formulas
import Simulation

extension RunTables {
  private struct Row {
    let scenario: String
    let area: Area
    let year: Year
    let indicator: String
    let unit: String
    let central: Double?
    let statistics: Statistics?
  }

  private static let columns: [OutputColumn<Row>] =
    [.scenario { $0.scenario }] + OutputColumn.area { $0.area } + [
      .year { $0.year }, .text("indicator", isKey: true) { $0.indicator },
      .text("unit") { $0.unit },
      .number("central") { $0.central }, .number("mean") { $0.statistics?.mean },
    ] + OutputColumn.quantiles { $0.statistics }

  /// A row for each value asked for, in their order.
  public static let outcomes = OutputTable<[Outcomes]>(
    "outcomes.csv", zh: "所要的指标值", en: "the values asked for", columns
  ) { sources, add in
    for source in sources {
      let results = source.results
      for outcome in source.outcomes {
        guard let indicator = results.indicators.first(where: { $0.name == outcome.indicator }) else { continue }
        let (area, year) = (outcome.area, outcome.year)
        add(
          Row(
            scenario: results.plan.scenario.name, area: results.areas[area], year: year, indicator: indicator.name,
            unit: indicator.unit.symbol, central: results.value(indicator.name, area: area, year: year),
            statistics: results.statistics(indicator.name, area: area, year: year)))
      }
    }
  }

  /// A run and what was asked of it.
  public struct Outcomes: Sendable {
    let results: Results
    let outcomes: [Outcome]

    public init(results: Results, outcomes: [Outcome]) {
      self.results = results
      self.outcomes = outcomes
    }
  }

  /// A row for every area, year and indicator.
  public static let indicators = OutputTable<RunOutput>(
    "indicators.csv", zh: "每个区县和年份的全部指标：中心值，模拟的均值和分位数",
    en: "every indicator by district and year: central member, mean and quantiles", capacity: 4_000_000, columns
  ) { output, add in
    let results = output.results
    let order = results.indicators.indices.sorted { results.indicators[$0].name < results.indicators[$1].name }
    let listed = order.map { index in
      let indicator = results.indicators[index]
      return (index, indicator.name, indicator.unit.symbol, isOfCity: indicator.aggregation == .city)
    }
    for area in results.areas.shown {
      for year in results.years {
        for (index, name, unit, isOfCity) in listed where !isOfCity || area == results.areas.cityIndex {
          add(
            Row(
              scenario: output.scenario, area: results.areas[area], year: year, indicator: name, unit: unit,
              central: results.value(index, area: area, year: year),
              statistics: results.statistics(index, area: area, year: year)))
        }
      }
    }
  }
}
