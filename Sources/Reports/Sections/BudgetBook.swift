import Benefits
import Domain
import Fiscal
import Formulas
import Inputs
import Simulation
import Tables

/// The budget book: what is spent over some years, by line, district and payer, why it grows, and what it rests on.
public struct BudgetBook {
  let writer: ReportWriter
  let budget: Budget
  let years: ClosedRange<Year>
  let percentile: Double

  var results: Results { writer.results }
  func say(_ zh: String, _ en: String) -> String { writer.say(zh, en) }

  /// - Parameters:
  ///   - years: how many years from the one after the last known on.
  ///   - percentile: where among the members the amount to budget at lies.
  /// - Returns: nil where the run has no year to make a budget for.
  public init?(_ results: Results, _ dataset: Dataset, years: Int, percentile: Double, language: Language) {
    guard let budget = results.plan.model.budget, let range = results.plan.budgetYears(years) else { return nil }
    writer = ReportWriter(results: results, dataset: dataset, language: language)
    self.budget = budget
    self.years = range
    self.percentile = percentile
  }

  public var document: Document {
    writer.document(lead: keyPoints, [summary, byLine, byDistrict, byPayer, growth, assumptions])
  }

  /// The indicators whose members it takes quantiles of.
  public static let kept = [Budget.Sum.fiscalCost.name] + Payer.allCases.map(\.amount.name)

  // MARK: - Numbers

  /// Lines and districts are shown in 万元, in English in millions.
  var format: NumberFormat {
    writer.language == .zh
      ? NumberFormat(scale: .wan) : NumberFormat(decimals: 2, scale: NumberFormat.Scale(powerOfTen: 6))
  }

  var unit: String { say("万元", "million yuan") }
  private var share: String { writer.percent(percentile, decimals: 0) }

  func cell(_ value: Double?) -> Cell { value.map { .number($0, format) } ?? .text("–") }

  /// A table with a column for each year.
  func yearly(_ header: String, _ more: [String] = []) -> Table {
    Table(
      columns: [Column("row", header: header)]
        + years.map { Column("\($0)", header: "\($0)", alignment: .trailing) }
        + more.enumerated().map { Column("more\($0.offset)", header: $0.element, alignment: .trailing) })
  }

  /// The amount to budget at for an area; nil without members.
  private func upper(_ area: Int, _ year: Year) -> Double? {
    results.quantile(percentile, of: Budget.Sum.fiscalCost, area: area, year: year)
  }

  // MARK: - Sections

  private var keyPoints: Document.Lead {
    let (first, last) = (years.lowerBound, years.upperBound)
    let city = results.areas.cityIndex
    let open = results.city(Budget.Sum.fiscalCost, first)
    let insurance = writer.money(results.city(Budget.Sum.insuranceCost, first))
    let own = writer.money(results.city(Budget.Sum.householdCost, first))
    var points = [
      say(
        "\(first) 年财政性资金 \(writer.money(open))，保险支付 \(insurance)，居民自付 \(own)。",
        "\(first): fiscal money \(writer.money(open)), insurance \(insurance), households' own payments \(own).")
    ]
    if let amount = upper(city, first), let open {
      let range = writer.bracketed(Budget.Sum.fiscalCost, first, writer.moneyFormat)
      points.append(
        say(
          "\(first) 年财政性资金中心值 \(writer.money(open))\(range)；按“\(writer.enough(percentile))”安排 \(writer.money(amount))，多 \(writer.money(amount - open))。",
          "Budget for fiscal money in \(first) at the \(share) quantile, \(writer.money(amount)), "
            + "\(writer.money(amount - open)) above the central value\(range)."))
    } else {
      points.append(
        say("没有抽样，不能给出分位数；请用 --draws 1000。", "No worlds were drawn, so there is no quantile; use --draws 1000."))
    }
    if first < last, let before = open, let after = results.city(Budget.Sum.fiscalCost, last), before > 0 {
      let change = NumberFormat.percent(sign: .always).text(after / before - 1)
      points.append(
        say(
          "到 \(last) 年财政性资金 \(writer.money(after))，比 \(first) 年 \(change)。",
          "By \(last) fiscal money comes to \(writer.money(after)), \(change) on \(first)."))
    }
    return Document.Lead(title: say("要点", "Key points"), points: points)
  }

  private var summary: Section {
    let header = say("全市（\(writer.moneyUnit)）", "City (\(writer.moneyUnit))")
    var table = yearly(
      header, results.draws > 0 ? [say("\(years.upperBound) 年八成可能", "80 % interval \(years.upperBound)")] : [])
    let rows: [(any NamedIndicator, String)] = [
      (Budget.Sum.fiscalCost, say("财政性资金", "Fiscal money")),
      (LTCInsurance.government, say("  其中对长护险缴费", "  of which contributions to insurance")),
      (Budget.Sum.insuranceCost, say("保险支付", "Insurance")),
      (Budget.Sum.householdCost, say("居民自付", "Households")),
      (Budget.Sum.cost, say("总支出（不含缴费）", "Total cost, without contributions")),
      (Budget.Sum.capital, say("建设性", "Capital")), (Budget.Sum.running, say("运行性", "Running")),
      (
        Budget.Sum.realCost,
        say("总支出（\(results.plan.city.baseYear) 年价格）", "Total cost, prices of \(results.plan.city.baseYear)")
      ),
    ]
    for (indicator, label) in rows {
      let interval = writer.intervalText(indicator, years.upperBound, writer.moneyFormat) ?? "–"
      table.append(
        [.text(label)] + years.map { writer.cell(results.city(indicator, $0), writer.moneyFormat) }
          + (results.draws > 0 ? [.text(interval)] : []))
    }
    if results.draws > 0 {
      table.appendRule()
      table.append(
        [.text(say("财政性资金，按“\(writer.enough(percentile))”", "Fiscal money, \(share) quantile"))]
          + years.map { writer.cell(upper(results.areas.cityIndex, $0), writer.moneyFormat) } + [.text("")])
    }
    return Section(say("汇总", "Summary"), [.table(table)])
  }

  private var byLine: Section {
    var table = yearly(
      say("科目（\(unit)）", "Line (\(unit))"), [say("占比 \(years.upperBound)", "share \(years.upperBound)")])
    let total = results.city(Budget.Sum.cost, years.upperBound)
    for nature in BudgetLine.Nature.allCases.reversed() {
      table.appendSection(say(nature.label.zh, nature.label.en.prefix(1).uppercased() + nature.label.en.dropFirst()))
      for line in budget.lines where line.nature == nature && hasCost(line) {
        let part = results.city(line.cost, years.upperBound).flatMap { value in total.map { value / $0 } }
        table.append(
          [.text(line.label(writer.language))] + years.map { cell(results.city(line.cost, $0)) }
            + [writer.cell(part, .percent())])
      }
    }
    table.appendRule()
    table.append(
      [.text(say("合计", "Total"))] + years.map { cell(results.city(Budget.Sum.cost, $0)) } + [.number(1, .percent())])
    let without = budget.lines.filter { !hasCost($0) }.map { $0.label(writer.language) }
    let note =
      without.isEmpty
      ? []
      : [
        say(
          "这几年没有支出（没有实际值、情景没有设定，或没有新增）：\(without.joined(separator: "、"))。",
          "Nothing in these years (no actual, no path in the scenario, or nothing added): \(without.joined(separator: "; "))."
        )
      ]
    return Section(say("按科目", "By line"), [.table(table.noting(note))])
  }

  func hasCost(_ line: BudgetLine) -> Bool { years.contains { (results.city(line.cost, $0) ?? 0) > 0 } }

  private var byDistrict: Section {
    let first = years.lowerBound
    var table = yearly(
      say("财政性资金（\(unit)）", "Fiscal money (\(unit))"),
      [say("居民自付 \(first)", "households \(first)")]
        + (results.draws > 0 ? [say("\(writer.enough(percentile)) \(first)", "\(share) quantile \(first)")] : []))
    for area in [results.areas.cityIndex] + Array(results.areas.districts.indices) {
      table.append(
        [.text(results.areas[area].label(writer.language))]
          + years.map { cell(results.value(Budget.Sum.fiscalCost, area: area, year: $0)) }
          + [cell(results.value(Budget.Sum.householdCost, area: area, year: first))]
          + (results.draws > 0 ? [cell(upper(area, first))] : []))
    }
    let note =
      results.draws > 0
      ? [
        say(
          "各区县“够用”的数不能相加：不会所有区县同时遇到高的年份。", "Quantiles of districts do not add up: not all have their high year at once."
        )
      ]
      : []
    return Section(say("按区县", "By district"), [.table(table.noting(note))])
  }

  private var byPayer: Section {
    let (first, city) = (years.lowerBound, results.areas.cityIndex)
    let isDrawn = results.draws > 0
    var table = yearly(
      say("付款方（\(unit)）", "Payer (\(unit))"),
      isDrawn ? [say("\(writer.enough(percentile)) \(first)", "\(share) quantile \(first)")] : [])
    for (payer, amount) in budget.payers {
      let upper = results.quantile(percentile, of: amount, area: city, year: first)
      table.append(
        [.text(payer.label(writer.language))] + years.map { cell(results.city(amount, $0)) }
          + (isDrawn ? [cell(upper)] : []))
    }
    table.appendRule()
    table.append(
      [.text(say("合计", "Total"))] + years.map { cell(results.city(Budget.Sum.cost, $0)) }
        + (isDrawn ? [.text("")] : []))
    let note =
      isDrawn
      ? [
        say(
          "每个付款方的分位数各是各的，不能相加：多付的年份不会同时来到。",
          "Each payer's quantile is its own; they do not add up, since not all pay most at once.")
      ] : []
    return Section(say("按付款方", "By payer"), [.table(table.noting(note)), insuranceAccount])
  }

  /// What the long-term-care insurance takes in and pays out; contributions are transfers and no cost of care.
  private var insuranceAccount: Section.Part {
    var table = yearly(say("长期护理保险（\(unit)）", "Long-term-care insurance (\(unit))"))
    for (indicator, label) in LTCInsurance.account.map({ ($0, $0.label(writer.language)) }) {
      table.append([.text(label)] + years.map { cell(results.city(indicator, $0)) })
    }
    return .table(table)
  }
}
