import Domain
import Fiscal
import Formulas
import Simulation

extension RunTables {
  /// A name that stands in another table, and what it means.
  private struct Row {
    let kind: String
    let name: String
    let label: Label
    var unit: Unit?
    var city: Indicator.Aggregation?
    var population: PopulationKind?
    var definition = ""
  }

  private static let columns: [OutputColumn<Row>] = [
    .text("kind", isKey: true) { $0.kind }, .text("name", isKey: true) { $0.name },
    .text("label_zh") { $0.label.zh }, .text("label_en") { $0.label.en }, .text("unit") { $0.unit?.symbol ?? "" },
    .text("city") { $0.city?.rawValue ?? "" }, .text("population") { $0.population?.rawValue ?? "" },
    .text("definition") { $0.definition },
  ]

  /// A row for every indicator, budget line, payer and use of the fund, by kind and name.
  public static let dictionary = OutputTable<RunOutput>(
    "dictionary.csv", zh: "各表所用的名称：指标、科目、付款方和公益金用途的中英文含义、单位、口径和公式",
    en:
      "the names that the other tables use: indicators, lines, payers and uses of the fund, with labels, units and formulas",
    capacity: 200_000, columns
  ) { output, add in
    let plan = output.results.plan
    let indicators = output.results.indicators.map { indicator in
      Row(
        kind: "indicator", name: indicator.name, label: indicator.label, unit: indicator.unit,
        city: indicator.aggregation, population: indicator.population, definition: "\(indicator.formula)")
    }
    let lines = (plan.model.budget?.lines ?? []).map { line in
      Row(kind: "line", name: line.name, label: line.label, unit: .yuan, city: .sum, definition: "\(line.formula)")
    }
    let payers =
      plan.model.budget == nil ? [] : Payer.byName.map { Row(kind: "payer", name: $0.rawValue, label: $0.label) }
    let uses = (plan.sharedFund?.fundable ?? []).map { Row(kind: "use", name: $0.name, label: $0.label) }
    (indicators + lines + payers + uses).sorted { ($0.kind, $0.name) < ($1.kind, $1.name) }.forEach(add)
  }
}
