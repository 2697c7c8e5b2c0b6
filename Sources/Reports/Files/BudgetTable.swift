import Domain
import Fiscal
import Simulation

extension RunTables {
  private struct Row {
    let scenario: String
    let area: Area
    let year: Year
    let line: String
    let payer: Payer
    let nature: BudgetLine.Nature
    let nominal: Double
    /// The price level, 1 in the base year.
    let prices: Double
  }

  private static let columns: [OutputColumn<Row>] =
    [.scenario { $0.scenario }] + OutputColumn.area { $0.area } + [
      .year { $0.year }, .text("line", isKey: true) { $0.line }, .text("payer", isKey: true) { $0.payer.rawValue },
      .text("nature") { $0.nature.rawValue }, .number("nominal_yuan") { $0.nominal },
      .number("real_yuan") { $0.nominal / $0.prices },
    ]

  /// A row for every area, year, line and payer of the central member; none for the base year, whose flows nobody knows.
  public static let budget = OutputTable<RunOutput>(
    "budget.csv", zh: "每个科目由谁支出多少，分区县和年份，当年价和基年价",
    en: "what each payer pays of each line, by district and year, at current and base-year prices",
    capacity: 1_000_000, columns
  ) { output, add in
    let results = output.results
    let lines = (results.plan.model.budget?.lines ?? []).sorted { $0.name < $1.name }
    for area in results.areas.shown {
      for year in results.years {
        guard let prices = results.city(Economy.priceIndex, year) else { continue }
        for line in lines {
          for (payer, amount) in results.amounts(of: line, area: area, year: year) {
            add(
              Row(
                scenario: output.scenario, area: results.areas[area], year: year, line: line.name, payer: payer,
                nature: line.nature, nominal: amount, prices: prices))
          }
        }
      }
    }
  }
}
