import Domain
import Fiscal
import Simulation
import Tables

/// What was budgeted and spent last year, beside what the model says of it and of the year to come.
extension BudgetBook {
  /// The newest year before the book's first of which the account is known; nil for none.
  private var lastKnown: Year? {
    let own = results.plan.city.outturns.filter { $0.area == area && $0.year < years.lowerBound }
    return own.map(\.year).max()
  }

  var past: Section? {
    guard let last = lastKnown else { return nil }
    let first = years.lowerBound
    let rows = results.plan.city.outturns.filter { $0.area == area && $0.year == last }.sorted { order($0) < order($1) }
    let headers = [
      say("\(last) 预算", "budget \(last)"), say("\(last) 决算", "outturn \(last)"), say("执行率", "spent of budget"),
      say("\(last) 测算", "model \(last)"), say("测算比决算", "model on outturn"), say("\(first) 测算", "model \(first)"),
      say("比决算", "on outturn"), say("依据", "Evidence"),
    ]
    var table = Table(
      columns: [Column("row", header: say("上年预算与决算（\(unit)）", "Last year's account (\(unit))"))]
        + headers.enumerated().map {
          Column("c\($0.offset)", header: $0.element, alignment: $0.offset < 7 ? .trailing : .leading)
        })
    for row in rows {
      let (before, after) = (results.modelled(row, in: last), results.modelled(row, in: first))
      table.append([
        .text(label(row)), cell(row.budgeted), cell(row.spent), ratio(row.spent, row.budgeted), cell(before),
        change(from: row.spent, to: before), cell(after), change(from: row.spent, to: after),
        .text("\(row.evidence.label(writer.language))：\(row.source)"),
      ])
    }
    let note = say(
      "预算和决算来自数据集的 outturn.csv；测算与决算相差大的科目，先核对口径（谁付、是否含公益金），再看单价。",
      "Budgets and outturns are those of the dataset's outturn.csv. Where the model is far off, first see whose money is counted, then the unit cost."
    )
    return Section(say("上年执行", "Last year's account"), [.table(table.noting([note]))])
  }

  /// All lines first, then lines as the budget lists them.
  private func order(_ row: Outturn) -> (Int, Int) {
    let line = row.line.flatMap { name in budget.lines.firstIndex { $0.name == name } } ?? -1
    return (line, row.payer.flatMap { Payer.allCases.firstIndex(of: $0) } ?? -1)
  }

  private func label(_ row: Outturn) -> String {
    let line = row.line.flatMap { name in budget.lines.first { $0.name == name } }
    let payer = row.payer?.label ?? Label(zh: "财政性资金", en: "Fiscal money")
    return [line?.label ?? Label(zh: "合计", en: "All lines"), payer].map { $0(writer.language) }
      .joined(separator: say("，", ", "))
  }

  private func ratio(_ part: Double?, _ whole: Double?) -> Cell {
    guard let part, let whole, whole > 0 else { return .text("–") }
    return .number(part / whole, .percent())
  }

  private func change(from before: Double?, to after: Double?) -> Cell {
    guard let before, let after, before > 0 else { return .text("–") }
    return .number(after / before - 1, NumberFormat.percent(sign: .always))
  }
}
