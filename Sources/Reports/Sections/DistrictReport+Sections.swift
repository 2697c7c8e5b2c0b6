import Domain
import Fiscal
import Formulas
import Simulation
import Tables
import Targets

/// What a district's own report says of money that is not its own, and of the plan's targets.
extension ReportWriter {
  /// The district's account of the fund, and what the city's account and those above spend there.
  var fromOthers: Section? {
    guard let year = results.plan.budgetYears(1)?.lowerBound, results.years.contains(year) else { return nil }
    let years = Array(results.years.filter { $0 >= year }.prefix(5))
    let format = language == .zh ? NumberFormat(scale: .wan) : NumberFormat(decimals: 2, scale: .init(powerOfTen: 6))
    var table = Table(
      columns: [Column("row", header: heading(say("万元", "million yuan")))]
        + years.map { Column("\($0)", header: "\($0)", alignment: .trailing) })
    func row(_ label: String, _ amount: (Year) -> Double?) {
      table.append([.text(label)] + years.map { cell(amount($0), format) })
    }
    func own(_ year: Year) -> Double? { results.spent(byAccount: area, year) }
    table.appendSection(say("本级账户", "The district's own account"))
    row(say("区县财政", "District budget")) { value(Payer.district.amount, $0) }
    row(say("公益金账户收入（含市级下拨）", "Lottery account: revenue, with what the city hands on")) { value(Fund.Sum.revenue, $0) }
    row(say("公益金账户支出", "Lottery account: spent"), own)
    row(say("公益金账户年末结转", "Lottery account: carried over")) { value(Fund.Sum.carriedOver, $0) }
    table.appendSection(say("市级账户在本地的支出", "Spent here by the city's account"))
    row(say("市级财政", "City budget")) { value(Payer.city.amount, $0) }
    row(say("市级公益金账户", "City's lottery account")) { year in
      value(Payer.lotteryFund.amount, year).map { max($0 - (own(year) ?? 0), 0) }
    }
    table.appendSection(say("上级", "Above"))
    row(Payer.centre.label(language)) { value(Payer.centre.amount, $0) }
    return Section(say("本级账户与市级在本地的支出", "Its account, and what the city spends here"), [.table(table)])
  }

  /// The plan's targets in shares, rates and standards, which a district can be held to as the city is.
  var ownTargets: Section? {
    let rows = (final + own.lastOfEach(reaching: results.years)).filter { isComparable($0.target) }
    guard !rows.isEmpty else { return nil }
    var table = Table(columns: [
      Column("mark", header: ""), Column("name", header: say("目标（全市的要求）", "Target (asked of the city)")),
      Column("year", header: say("年份", "Year"), alignment: .trailing),
      Column("target", header: say("要求", "Wanted"), alignment: .trailing),
      Column("own", header: results.areas[area].label(language), alignment: .trailing),
      Column("interval", header: say("八成可能", "80 % interval"), alignment: .trailing),
      Column("gap", header: say("差", "Gap"), alignment: .trailing),
      Column("city", header: say("全市", "City"), alignment: .trailing),
    ])
    for judgement in rows {
      let target = judgement.target
      guard let name = target.indicator, let value = results.value(name, area: area, year: target.year) else {
        continue
      }
      let range = results.interval(named: name, area: area, target.year)
        .map { "\(shown($0.low, target.unit))–\(shown($0.high, target.unit))" }
      table.append([
        .text(target.isMet(by: value) ? "✓" : "✗"), .text(target.label(language)), .number(Double(target.year), .year),
        .text(wanted(target)), .text(shown(value, target.unit)), .text(range ?? ""),
        .text(gap(target.gap(of: value), target.unit)),
        .text(results.city(name, target.year).map { shown($0, target.unit) } ?? "–"),
      ])
    }
    let note = say(
      "只列比率和标准；按数量提的目标是全市合计，不分到区县。✓ 和 ✗ 按中心值。",
      "Shares, rates and standards alone: counts are asked of the whole city. ✓ and ✗ by the central member.")
    return Section(say("规划目标", "Plan targets"), [.table(table.noting([note]))])
  }

  private func isComparable(_ target: Target) -> Bool {
    guard let name = target.indicator, target.isCounted, results.years.contains(target.year),
      let indicator = results.indicators.first(where: { $0.name == name })
    else { return false }
    return [.ratio, .uniform].contains(indicator.aggregation)
      && results.value(name, area: area, year: target.year) != nil
  }
}
