import Domain
import Fiscal
import Simulation
import Studies
import Tables

/// Why costs grow.
extension BudgetBook {
  private var signed: NumberFormat { NumberFormat(decimals: format.decimals, sign: .always, scale: format.scale) }

  var growth: Section? {
    guard let range = choice.growthYears(results.plan),
      let total = results.budgetGrowth(area: area, from: range.lowerBound, to: range.upperBound)
    else { return nil }
    let parts = choice.growth.map { [Section.Part.table(causes($0, range))] } ?? []
    return Section(
      say("增长的来源", "Where the growth comes from"), parts + [.table(byLine(range, total))])
  }

  /// What the growth of fiscal money is made of, in the parts of `explain`.
  private func causes(_ difference: Difference, _ range: ClosedRange<Year>) -> Table {
    let (first, last) = (range.lowerBound, range.upperBound)
    var table = Table(columns: [
      Column(
        "part",
        header: say(
          "财政性资金 \(first)–\(last) 年的增长（\(unit)）", "Growth of fiscal money \(first)–\(last) (\(unit))")),
      Column("share", header: say("贡献", "Share"), alignment: .trailing),
      Column("interval", header: say("八成可能", "80 % interval"), alignment: .trailing),
    ])
    table.append([.text(say("\(first) 年", "\(first)")), .number(difference.start, format), .text("")])
    for part in difference.parts where part.exact.magnitude >= BudgetBook.leastShown || part.interval != nil {
      let interval = part.interval.map { "\(signed.text($0.lowerBound)) – \(signed.text($0.upperBound))" }
      table.append([
        .text("  " + part.group.label(writer.language)), .number(part.exact, signed), .text(interval ?? ""),
      ])
    }
    table.appendRule()
    table.append([.text(say("\(last) 年", "\(last)")), .number(difference.end, format), .text("")])
    return table.noting([
      say(
        "各部分与 minzheng explain 相同，相加等于增长；一个区县或一项见 explain --indicator fiscal.fiscal_cost@\(first)..\(last)/区县。",
        "The parts are those of minzheng explain and add up to the growth; of a district or a line: explain --indicator fiscal.fiscal_cost@\(first)..\(last)/DISTRICT."
      )
    ])
  }

  /// Lines in four parts each.
  private func byLine(_ range: ClosedRange<Year>, _ total: BudgetGrowth) -> Table {
    let (first, last) = (range.lowerBound, range.upperBound)
    let headers = [
      "\(first)", say("数量", "volume"), say("结构", "mix"), say("价格", "price"), say("标准和规则", "standards"), "\(last)",
    ]
    var table = Table(
      columns: [Column("line", header: say("科目（\(unit)）", "Line (\(unit))"))]
        + headers.enumerated().map { Column("c\($0.offset)", header: $0.element, alignment: .trailing) })
    func row(_ label: String, _ growth: BudgetGrowth) -> [Cell] {
      [.text(label), .number(growth.first, format)]
        + [growth.volume, growth.mix, growth.price, growth.policy].map { .number($0, signed) }
        + [.number(growth.last, format)]
    }
    for line in budget.lines {
      guard let growth = results.growth(of: line, area: area, from: first, to: last), growth.first + growth.last > 0
      else { continue }
      table.append(row(line.label(writer.language), growth))
    }
    table.appendRule()
    table.append(row(say("合计", "Total"), total))
    let note = say(
      "数量：人、床位、项目的多少；结构：在哪个区县、什么等级；价格：单价所随的工资或物价指数，不随指数的标准没有；标准和规则：单价超过指数的部分、标准的变动和新事项。四项相加等于增长。",
      "Volume: how many people, beds, projects; mix: in which district and of which level; price: the index of wages or prices that "
        + "a unit cost follows, none where a standard follows none; standards: unit costs beyond the index, standards that change, what is new. The four add up."
    )
    return table.noting([note] + unindexed(range))
  }

  /// The standards that prices left behind, which is no saving of policy.
  private func unindexed(_ range: ClosedRange<Year>) -> [String] {
    let behind = budget.lines.compactMap { line -> (name: String, yuan: Double)? in
      guard let growth = results.growth(of: line, area: area, from: range.lowerBound, to: range.upperBound),
        growth.lag >= BudgetBook.leastShown
      else { return nil }
      return (line.label(writer.language), growth.lag)
    }.sorted { $0.yuan > $1.yuan }
    guard !behind.isEmpty else { return [] }
    let names = behind.prefix(6).map { "\($0.name) \(format.text($0.yuan))" }.joined(separator: say("、", "; "))
    let sum = format.text(behind.reduce(0) { $0 + $1.yuan })
    return [
      say(
        "标准未随物价调整，不算在政策里：\(range.upperBound) 年若随物价共要多 \(sum) 万元（\(names)\(behind.count > 6 ? " 等" : "")）。",
        "Standards that prices left behind are not charged to policy: keeping up would take \(sum) million yuan more in \(range.upperBound) (\(names)\(behind.count > 6 ? " and others" : ""))."
      )
    ]
  }
}
