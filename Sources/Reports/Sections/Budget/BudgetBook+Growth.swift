import Domain
import Fiscal
import Simulation
import Studies
import Tables

/// Why costs grow.
extension BudgetBook {
  private var signed: NumberFormat { NumberFormat(decimals: format.decimals, sign: .always, scale: format.scale) }

  var growth: Section? {
    guard let growth = choice.growth else { return nil }
    return Section(
      say("增长的来源", "Where the growth comes from"),
      [.table(causes(growth.fiscal, growth.years)), .table(byLine(growth))])
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

  /// Lines by what makes them grow.
  private func byLine(_ growth: BudgetGrowth) -> Table {
    let causes = BudgetGrowth.Cause.allCases.filter { cause in
      growth.lines.contains { $0.map { cause.part(of: $0).magnitude >= BudgetBook.leastShown } ?? false }
    }
    let headers =
      ["\(growth.years.lowerBound)"] + causes.map { $0.label(writer.language) } + ["\(growth.years.upperBound)"]
    var table = Table(
      columns: [Column("line", header: say("科目（\(unit)）", "Line (\(unit))"))]
        + headers.enumerated().map { Column("c\($0.offset)", header: $0.element, alignment: .trailing) })
    func row(_ label: String, _ difference: Difference) -> [Cell] {
      [.text(label), .number(difference.start, format)] + causes.map { .number($0.part(of: difference), signed) }
        + [.number(difference.end, format)]
    }
    for (line, difference) in zip(budget.lines, growth.lines) {
      guard let difference, difference.start + difference.end > 0 else { continue }
      table.append(row(line.label(writer.language), difference))
    }
    table.appendRule()
    table.append(row(say("合计", "Total"), growth.total))
    let note = say(
      "人口：人数、年龄、失能程度；使用和供给：享受面、床位、人手和项目；标准：每人给多少；价格：单价、工资、物价和收入；出资：由谁付。相加等于增长。",
      "People: how many, how old, how disabled; use, supply: take-up, beds, staff and projects; standards: what each is given; "
        + "prices: unit costs, wages, prices and incomes; payers: who pays. They add up to the growth.")
    return table.noting([note] + unindexed(growth))
  }

  /// The standards that prices left behind, which is no saving of policy.
  private func unindexed(_ growth: BudgetGrowth) -> [String] {
    let (first, last) = (growth.years.lowerBound, growth.years.upperBound)
    guard let before = results.city(Economy.priceIndex, first), let after = results.city(Economy.priceIndex, last)
    else { return [] }
    let rules = Set(results.plan.city.benefits.map(\.name))
    let behind = zip(budget.lines, growth.lines).compactMap { line, difference -> (name: String, yuan: Double)? in
      guard rules.contains(line.name), let difference else { return nil }
      let raised = [BudgetGrowth.Cause.standards, .prices].reduce(0) { $0 + $1.part(of: difference) }
      let lag = (difference.end - raised) * after / before - difference.end
      return lag >= BudgetBook.leastShown ? (line.label(writer.language), lag) : nil
    }.sorted { $0.yuan > $1.yuan }
    guard !behind.isEmpty else { return [] }
    let names = behind.prefix(6).map { "\($0.name) \(format.text($0.yuan))" }.joined(separator: say("、", "; "))
    let sum = format.text(behind.reduce(0) { $0 + $1.yuan })
    return [
      say(
        "标准未随物价调整，不算在政策里：\(last) 年若随物价共要多 \(sum) 万元（\(names)\(behind.count > 6 ? " 等" : "")）。",
        "Standards that prices left behind are not charged to policy: keeping up would take \(sum) million yuan more in \(last) (\(names)\(behind.count > 6 ? " and others" : ""))."
      )
    ]
  }
}
