import Domain
import Fiscal
import Simulation
import Tables

/// The lottery fund in the report's words.
extension ReportWriter {
  /// The year a reader decides next: the first after the last known, or the last of the run.
  var fundYear: Year? {
    guard let allocation = results.plan.allocation else { return nil }
    let years = allocation.years.map(\.start.year).filter(results.years.contains)
    return years.first { $0 > results.plan.knownUntil } ?? years.last
  }

  /// The fund's money is a small part of the budget's and has a scale of its own.
  private var fundFormat: NumberFormat {
    let largest = results.years.compactMap { value(Fund.Sum.revenue, $0) }.max() ?? 0
    guard language == .zh else {
      return NumberFormat(decimals: largest >= 1e8 ? 1 : 2, scale: NumberFormat.Scale(powerOfTen: 6))
    }
    return largest >= 1e8 ? NumberFormat(decimals: 2, scale: .yi) : NumberFormat(decimals: 1, scale: .wan)
  }

  private var fundUnit: String { say(fundFormat.scale == .yi ? "亿元" : "万元", "million yuan") }

  /// Yuan of the fund in words.
  func fundMoney(_ value: Double?) -> String { value.map { "\(fundFormat.text($0)) \(fundUnit)" } ?? "–" }

  /// The districts' floor of eldercare in a year.
  func eldercareFloor(_ area: Int, _ year: Year) -> Double {
    let floor = results.plan.parameters.value(Fund.eldercareFloor, in: area, year).first
    return floor.isNaN ? 0 : floor
  }

  /// How many districts reach the floor, and the lowest: what the key points say of the fund.
  func fundPoint(_ year: Year) -> String? {
    let shares = results.areas.districts.indices.compactMap { area in
      results.value(Fund.Sum.eldercareShare, area: area, year: year).map { (area: area, share: $0) }
    }
    guard let lowest = shares.min(by: { $0.share < $1.share }) else { return nil }
    let reached = shares.count { $0.share >= eldercareFloor($0.area, year) - 1e-6 }
    let floor = percent(eldercareFloor(results.areas.cityIndex, year), decimals: 0)
    let spent = results.city(Fund.Sum.spent, year)
    let revenue = results.city(Fund.Sum.revenue, year)
    let name = results.areas[lowest.area].label(language)
    let short = eldercareFloor(lowest.area, year) - lowest.share
    let missed = short * (results.value(Fund.Sum.spent, area: lowest.area, year: year) ?? 0)
    let missing =
      short > 1e-6
      ? say("（差 \(fundMoney(missed))）", " (\(fundMoney(missed)) short)") : ""
    return say(
      "\(year) 年福彩公益金收入 \(fundMoney(revenue))，支出 \(fundMoney(spent))；养老占比 \(percent(results.city(Fund.Sum.eldercareShare, year)))，"
        + "\(shares.count) 个区县中 \(reached) 个达到 \(floor)，最低为\(name) \(percent(lowest.share))\(missing)。",
      "Lottery fund in \(year): revenue \(fundMoney(revenue)), spent \(fundMoney(spent)); \(percent(results.city(Fund.Sum.eldercareShare, year))) "
        + "on eldercare; \(reached) of \(shares.count) districts reach \(floor), \(name) is lowest at \(percent(lowest.share))\(missing)."
    )
  }

  /// The fund by year.
  var fund: Section? {
    guard results.plan.allocation != nil else { return nil }
    let table = byYear(
      heading(fundUnit),
      [
        .init(Economy.sales, say("销售额", "Ticket sales"), fundFormat),
        .init(Fund.Sum.revenue, say("收入（市及以下，含上级下拨）", "Revenue of the city and below"), fundFormat),
        .init(Fund.Sum.spent, say("支出", "Spent"), fundFormat),
        .init(Fund.Sum.carriedOver, say("年末结转", "Carried over"), fundFormat),
        .init(Fund.Sum.eldercareShare, say("养老占比", "Share on eldercare"), .percent()),
        .init(Fund.Sum.lowestEldercareShare, say("养老占比最低的区县", "Share, lowest district"), .percent()),
      ])
    let note = say(
      "按规则逐年分配：养老占比是优化的结果，不是决算；账户、用途和规则的代价见 minzheng allocate 与 allocation.csv。",
      "Shared out each year under the rules: the share is what is best, no account. Accounts, uses and what rules cost: "
        + "minzheng allocate, allocation.csv.")
    return Section(unnumbered: say("福彩公益金", "Lottery fund"), [.table(table), .points([note] + gaveWay)])
  }

  /// The years in which the fund's rules could not all hold.
  private var gaveWay: [String] {
    let years = results.plan.allocation?.years.filter { !$0.gaveWay.isEmpty } ?? []
    return years.prefix(5).map { outcome in
      let year = outcome.start.year
      let most = outcome.gaveWay.max { $0.yuan < $1.yuan }
      let words = most.map { $0.rule.words(in: outcome.asked, language) } ?? ""
      let by = fundMoney(most?.yuan)
      return say(
        "\(year) 年规则不能同时成立，\(outcome.gaveWay.count) 条让位，最多的一条让 \(by)：\(words)；见 minzheng allocate --year \(year)。",
        "The rules of \(year) cannot all hold: \(outcome.gaveWay.count) gave way, one of them by \(by): \(words); see minzheng "
          + "allocate --year \(year).")
    }
      + (years.count > 5
        ? [say("另有 \(years.count - 5) 年规则让位。", "Rules gave way in \(years.count - 5) more years.")] : [])
  }
}
