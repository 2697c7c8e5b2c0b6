import Benefits
import Domain
import Fiscal
import Simulation
import Tables

/// Money in the report's words: what is spent, who pays, what to budget at.
extension ReportWriter {
  /// The probability at which budgets are made unless someone says otherwise.
  static let usualPercentile = 0.8

  /// Money in 亿元 or 万元, in English in millions.
  var moneyFormat: NumberFormat {
    let largest = results.years.compactMap { value(Budget.Sum.cost, $0) }.max() ?? 0
    guard language == .zh else { return NumberFormat(decimals: 1, scale: NumberFormat.Scale(powerOfTen: 6)) }
    return largest >= 1e8 ? NumberFormat(decimals: 2, scale: .yi) : NumberFormat(scale: .wan)
  }

  var moneyUnit: String {
    say(moneyFormat.scale == .yi ? "亿元" : "万元", "million yuan")
  }

  func money(_ value: Double?) -> String {
    value.map { "\(moneyFormat.text($0)) \(moneyUnit)" } ?? "–"
  }

  /// With which probability an amount suffices, as people say it: ten times out of ten, or a per cent.
  func enough(_ probability: Double) -> String {
    let tenths = (probability * 10).rounded()
    let numerals = ["一", "两", "三", "四", "五", "六", "七", "八", "九"]
    guard abs(probability * 10 - tenths) < 1e-9, (1...9).contains(tenths) else {
      return say("\(percent(probability)) 的可能够用", "enough with \(percent(probability))")
    }
    return say("十次有\(numerals[Int(tenths) - 1])次够用", "enough \(Int(tenths)) times in ten")
  }

  /// The first year a budget is made for.
  private var budgetYear: Year? { results.plan.budgetYears(1)?.lowerBound }

  /// What the key points begin with: the total, and what to budget at.
  var moneyLine: String {
    guard let year = budgetYear, let total = results.city(Budget.Sum.cost, year) else { return "" }
    let fiscal = results.city(Budget.Sum.fiscalCost, year)
    let given = results.city(LTCInsurance.government, year)
    let paid = fiscal.flatMap { all in given.map { all - $0 } }
    let insurance = results.city(Budget.Sum.insuranceCost, year)
    let own = results.city(Budget.Sum.householdCost, year)
    let share = results.city(Budget.Sum.eldercareCost, year).map { $0 / total }
    return say(
      "\(year) 年民政服务总费用 \(money(total))：财政和公益金 \(money(paid))，长护险等保险 \(money(insurance))，居民自付 \(money(own))，养老占 \(percent(share))；财政另对长护险缴费 \(money(given))，财政性资金共 \(money(fiscal))",
      "\(year): fiscal money \(money(fiscal)), insurance \(money(insurance)), households \(money(own)); \(money(total)) in all, \(percent(share)) for eldercare"
    )
      + advice(year)
  }

  private func advice(_ year: Year) -> String {
    let city = results.areas.cityIndex
    let level = ReportWriter.usualPercentile
    guard let amount = results.quantile(level, of: Budget.Sum.fiscalCost, area: city, year: year) else {
      return say("。", ".")
    }
    let share = percent(level, decimals: 0)
    return say(
      "；按“\(enough(level))”安排 \(money(amount))。",
      "; budget for fiscal money at the \(share) quantile, \(money(amount)).")
  }

  /// What is spent, and by whom.
  var spending: Section {
    let payers = (results.plan.model.budget?.payers ?? []).filter { payer, amount in
      payer.isFiscal && (value(amount, lastYear) ?? 0) > 0
    }
    let rows =
      [
        YearRow(Budget.Sum.fiscalCost, say("财政性资金", "Fiscal money"), moneyFormat)
      ]
      + payers.map { payer, amount in
        YearRow(amount, say("  \(payer.label.zh)", "  \(payer.label.en)"), moneyFormat)
      } + [
        YearRow(
          LTCInsurance.government, say("  财政对长护险缴费", "  Contributions to insurance"), moneyFormat),
        YearRow(Budget.Sum.insuranceCost, say("保险支付", "Insurance"), moneyFormat),
        YearRow(Budget.Sum.householdCost, say("居民自付", "Households"), moneyFormat),
        YearRow(Budget.Sum.cost, say("民政服务总费用（不含缴费）", "Total cost, without contributions"), moneyFormat),
        YearRow(Budget.Sum.realCost, say("总费用（基年价格）", "Total cost, base-year prices"), moneyFormat),
        YearRow(Budget.Sum.capital, say("建设性", "Capital"), moneyFormat),
        YearRow(Budget.Sum.running, say("运行性", "Running"), moneyFormat),
      ]
    let table = byYear(heading(moneyUnit), rows)
    let note = say(
      "基年没有支出数。按科目、区县和付款方见 minzheng budget 与 budget.csv。",
      "No costs in the base year. By line, district and payer: minzheng budget, budget.csv.")
    return Section(say("支出与付款方", "Spending and who pays"), [.table(table), .points([note])])
  }
}
