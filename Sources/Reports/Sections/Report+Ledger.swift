import Care
import Domain
import Simulation
import Tables

/// Who seeks care where and who gets it, and what was ordered in vain.
extension ReportWriter {
  private var plain: NumberFormat { NumberFormat() }
  private var year: Year { results.plan.budgetYears(1)?.lowerBound ?? lastYear }

  /// The ledger of care of a year, setting by setting.
  var ledger: Section {
    let whose = isOfCity ? say("全市", "City") : results.areas[area].label(language)
    var table = Table(
      columns: [Column("row", header: say("\(year) 年，\(whose)", "\(whose), \(year)"))]
        + [
          say("申请（人）", "seek it"), say("获得（人）", "get it"), say("所需工时（万小时）", "hours sought, million"),
          say("提供工时（万小时）", "hours given, million"),
        ].enumerated().map { Column("column\($0.offset)", header: $0.element, alignment: .trailing) })
    let hours =
      language == .zh
      ? NumberFormat(scale: .wan) : NumberFormat(decimals: 2, scale: NumberFormat.Scale(powerOfTen: 6))
    for service in CareService.settings + [.light] {
      let parts = [
        (Ledger.personsSought(service).name, plain), (Ledger.personsGot(service).name, plain),
        (Ledger.workSought(service).name, hours), (Ledger.hoursGiven(service).name, hours),
      ]
      table.append(
        [.text(say(service.label.zh, service.label.en))]
          + parts.map { name, format in cell(results.value(name, area: area, year: year), format) })
    }
    table.appendRule()
    for indicator in [Ledger.waiting, Ledger.none] {
      table.append(
        [
          .text(indicator.label(language)), .text("–"), cell(value(indicator, year), plain), .text("–"),
          .text("–"),
        ])
    }
    return Section(
      say("照护台账", "The ledger of care"), [.table(table), .points([secondChoices] + shortOfHands + inVain)])
  }

  private var secondChoices: String {
    say(
      "没有床位的人改为申请居家上门服务，各方式的申请人数不能相加；轻服务叠加在各方式之上。",
      "Who finds no bed asks for help at home instead, so what is sought is not added over settings; light service lies on top."
    )
  }

  /// Where hours are short, more take-up may leave more unmet.
  private var shortOfHands: [String] {
    guard let needed = value(Care.workersNeeded, year), let atWork = value(Care.workersAtWork, year),
      needed - atWork > 0.5
    else { return [] }
    return [
      say(
        "人手不足：需要 \(plain.text(needed)) 名护理员，在岗 \(plain.text(atWork)) 名。此时提高使用率会让更多人排队，未满足需求可能上升。",
        "Hands are short: \(plain.text(needed)) care workers are needed, \(plain.text(atWork)) at work. A higher take-up then makes more people wait, and unmet need may rise."
      )
    ]
  }

  /// What the scenario ordered beyond what there was to do, over all years.
  private var inVain: [String] {
    Care.bedsInVain.compactMap { indicator in
      let amounts = results.years.compactMap { year in
        value(indicator, year).flatMap { $0 > 0.5 ? (year, $0) : nil }
      }
      guard let first = amounts.first else { return nil }
      let total = plain.text(amounts.reduce(0) { $0 + $1.1 })
      return say(
        "\(indicator.label.zh)：\(first.0) 年起共 \(total) 张，超出可做的数量，不计费用。",
        "\(indicator.label.en): \(total) from \(first.0) on, more than there was to do; they cost nothing.")
    }
  }
}
