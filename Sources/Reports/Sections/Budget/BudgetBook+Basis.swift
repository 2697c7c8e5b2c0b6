import Domain
import Fiscal
import Formulas
import Simulation
import Tables

/// Which assumed prices costs rest on.
extension BudgetBook {
  /// A line on prices that nobody printed: its cost, and what it would be at the ends of their ranges.
  private struct Assumed {
    let line: BudgetLine
    let evidence: Evidence
    let cost: Double
    let low: Double
    let high: Double
  }

  private var assumed: [Assumed] {
    let year = years.lowerBound
    return budget.lines.compactMap { line -> Assumed? in
      guard let cost = results.city(line.cost, year), cost > 0 else { return nil }
      let values = (line.prices + line.amounts).compactMap { price in
        results.plan.provenance(of: price, area: results.areas.cityIndex, year: year)?.dated
      }
      guard let weakest = values.map(\.evidence).max(), !weakest.isFirm else { return nil }
      // The prices of one line are off together.
      let low = values.map { ($0.range?.lowerBound ?? $0.value) / $0.value }.reduce(0, +) / Double(values.count)
      let high = values.map { ($0.range?.upperBound ?? $0.value) / $0.value }.reduce(0, +) / Double(values.count)
      return Assumed(line: line, evidence: weakest, cost: cost, low: cost * low, high: cost * high)
    }.sorted { ($0.cost, $1.line.name) > ($1.cost, $0.line.name) }
  }

  var assumptions: Section {
    let year = years.lowerBound
    var table = Table(columns: [
      Column("line", header: say("科目（\(unit)）", "Line (\(unit))")),
      Column("evidence", header: say("单价依据", "Unit cost")),
      Column("index", header: say("随", "Follows")),
      Column("cost", header: say("\(year) 年支出", "Cost \(year)"), alignment: .trailing),
      Column("low", header: say("单价取下限", "at the low end"), alignment: .trailing),
      Column("high", header: say("单价取上限", "at the high end"), alignment: .trailing),
    ])
    for entry in assumed {
      table.append([
        .text(entry.line.label(writer.language)), .text(entry.evidence.label(writer.language)),
        .text(index(of: entry.line)), .number(entry.cost, format), .number(entry.low, format),
        .number(entry.high, format),
      ])
    }
    let total = results.city(Budget.Sum.cost, year) ?? 0
    let part = total > 0 ? assumed.reduce(0) { $0 + $1.cost } / total : 0
    let notes = [
      say(
        "\(year) 年总费用的 \(writer.percent(part)) 以估计或假设的单价计算；上下限是各单价范围的两端，一次只动一个。",
        "\(writer.percent(part)) of the total of \(year) rests on unit costs that are estimated or assumed; the ends are "
          + "those of each unit cost's range, one moved at a time."),
      say(
        "付款方的份额多为假设（没有找到民政部门的决算）；公益金按当年分配支付，不超过其收入和结转，其余由区县承担。",
        "Shares of payers are mostly assumed, as no account of the bureau was found; the lottery fund pays what it allocates, within its "
          + "revenue and what it carried in, and the districts the rest."),
    ]
    return Section(
      say("假设的单价与它们的影响", "Assumed unit costs and what they move"),
      [assumed.isEmpty ? .points(notes) : .table(table.noting(notes))])
  }

  /// What a line's unit cost goes with after its price year.
  private func index(of line: BudgetLine) -> String {
    guard let path = results.plan.index(of: line) else { return say("不变", "nothing") }
    let label = { (path: String) in writer.dataset.city.values[path]?.label(writer.language) ?? path }
    let blends = (line.prices + line.amounts).compactMap { writer.dataset.city.values[$0.path]?.blend }
    guard let rest = blends.first?.rest else { return label(path) }
    return say("\(label(path))、\(label(rest))", "\(label(path)), \(label(rest))")
  }
}
