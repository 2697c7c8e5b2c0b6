import Domain
import Fiscal
import Simulation
import Studies
import Tables

/// Money on the page: who pays, and where the growth comes from.
extension DirectorsPage {
  /// How many years of the budget are drawn.
  public static let yearsShown = 5

  private var years: ClosedRange<Year>? { results.plan.budgetYears(DirectorsPage.yearsShown) }

  /// Cost by payer over the next years; nothing where the run has none.
  var money: Section? {
    guard let years else { return nil }
    let payers = Payer.allCases.filter { payer in years.contains { (writer.value(payer.amount, $0) ?? 0) > 0 } }
    let format = writer.moneyFormat
    let parts = payers.map { payer in
      StackPlot.Part(payer.label(language), years.map { writer.value(payer.amount, $0) ?? 0 })
    }
    var table = Table(
      columns: [Column("payer", header: say("由谁承担（\(writer.moneyUnit)）", "Who pays (\(writer.moneyUnit))"))]
        + years.map { Column("\($0)", header: "\($0)", alignment: .trailing) })
    for part in parts { table.append([.text(part.name)] + part.values.map { .number($0, format) }) }
    table.appendRule()
    table.append(
      [.text(say("合计", "Total"))] + years.map { writer.cell(writer.value(Budget.Sum.cost, $0), format) })
    let (first, last) = (years.lowerBound, years.upperBound)
    let ends = [first, last].map { writer.money(writer.value(Budget.Sum.cost, $0)) }
    let largest = zip(payers, parts).max { $0.1.values[0] < $1.1.values[0] }
    let most = largest.map { payer, part in
      say(
        "\(first) 年最多的是\(part.name) \(writer.money(part.values[0]))。",
        "Most of \(first): \(part.name), \(writer.money(part.values[0])).")
    }
    let chart = Chart(
      id: "payers", title: say("总费用和付款方（\(writer.moneyUnit)）", "Cost and who pays (\(writer.moneyUnit))"),
      description: say("\(first) 年 \(ends[0])，\(last) 年 \(ends[1])。", "\(ends[0]) in \(first), \(ends[1]) in \(last). ")
        + (most ?? ""),
      .stack(StackPlot(years: Array(years), parts, unit: writer.moneyUnit, format: format)))
    return Section(say("要花多少钱，由谁承担", "What it costs, and who pays"), [.figure(chart, table)])
  }

  /// Where the growth comes from; nothing where the run has one year of costs.
  var growthSteps: Section? {
    guard let growth else { return nil }
    let (first, last) = (growth.years.lowerBound, growth.years.upperBound)
    let total = growth.total
    let format = writer.moneyFormat
    let signed = NumberFormat(decimals: format.decimals, sign: .always, scale: format.scale)
    let steps = BudgetGrowth.Cause.allCases.map { StepPlot.Step($0.label(language), $0.part(of: total)) }
      .filter { signed.text($0.change) != signed.text(0) }
    let names = [first, last].map { say("\($0) 年", "\($0)") }
    var table = Table(columns: [
      Column("step", header: say("项目", "Step")),
      Column("value", header: writer.moneyUnit, alignment: .trailing),
    ])
    table.append([.text(names[0]), .number(total.start, format)])
    for step in steps { table.append([.text(step.name), .number(step.change, signed)]) }
    table.append([.text(names[1]), .number(total.end, format)])
    let words = steps.map { "\($0.name) \(signed.text($0.change))" }.joined(separator: say("，", ", "))
    let chart = Chart(
      id: "growth", title: say("增长从哪里来（\(writer.moneyUnit)）", "Where the growth comes from (\(writer.moneyUnit))"),
      description: say(
        "\(names[0]) \(format.text(total.start))，\(words)，\(names[1]) \(format.text(total.end))。",
        "\(names[0]) \(format.text(total.start)), \(words), \(names[1]) \(format.text(total.end))."),
      .steps(
        StepPlot(
          from: .init(names[0], total.start), steps, to: names[1], unit: writer.moneyUnit, format: format,
          signed: signed)))
    return Section(say("增长的来源", "Where the growth comes from"), [.figure(chart, table)])
  }
}
