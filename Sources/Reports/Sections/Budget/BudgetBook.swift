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
  let choice: BudgetChoice
  let years: ClosedRange<Year>

  var results: Results { writer.results }
  var area: Int { writer.area }
  var percentile: Double { choice.percentile }
  func say(_ zh: String, _ en: String) -> String { writer.say(zh, en) }
  func value(_ indicator: some NamedIndicator, _ year: Year) -> Double? { writer.value(indicator, year) }

  /// - Returns: nil where the run has no year to make a budget for.
  public init?(_ results: Results, _ dataset: Dataset, _ choice: BudgetChoice = BudgetChoice(), language: Language) {
    guard let budget = results.plan.model.budget, let range = results.plan.budgetYears(choice.years) else { return nil }
    writer = ReportWriter(results: results, dataset: dataset, language: language, area: choice.area)
    self.budget = budget
    self.choice = choice
    years = range
  }

  public var document: Document {
    var sections: [Section?] = [summary, past]
    sections += caps.map(Optional.some)
    sections += [byPayer, accounts, byLine]
    if writer.isOfCity { sections.append(byDistrict) }
    sections.append(growth)
    if writer.isOfCity { sections.append(assumptions) }
    return writer.document(lead: keyPoints, sections)
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
  /// Yuan that both units round to something.
  static let leastShown = 5_000.0
  func share(_ probability: Double) -> String { writer.percent(probability, decimals: 0) }
  private var usualShare: String { share(percentile) }

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
    let open = value(Budget.Sum.fiscalCost, first)
    let insurance = writer.money(value(Budget.Sum.insuranceCost, first))
    let own = writer.money(value(Budget.Sum.householdCost, first))
    var points = [
      say(
        "\(first) 年财政性资金 \(writer.money(open))，保险支付 \(insurance)，居民自付 \(own)。",
        "\(first): fiscal money \(writer.money(open)), insurance \(insurance), households' own payments \(own).")
    ]
    if let amount = upper(area, first), let open {
      let range = writer.bracketed(Budget.Sum.fiscalCost, first, writer.moneyFormat)
      points.append(
        say(
          "\(first) 年财政性资金中心值 \(writer.money(open))\(range)；按“\(writer.enough(percentile))”安排 \(writer.money(amount))，多 \(writer.money(amount - open))。",
          "Budget for fiscal money in \(first) at the \(usualShare) quantile, \(writer.money(amount)), "
            + "\(writer.money(amount - open)) above the central value\(range)."))
    } else {
      points.append(
        say("没有抽样，不能给出分位数；请用 --draws 1000。", "No worlds were drawn, so there is no quantile; use --draws 1000."))
    }
    if first < last, let before = open, let after = value(Budget.Sum.fiscalCost, last), before > 0 {
      let change = NumberFormat.percent(sign: .always).text(after / before - 1)
      points.append(
        say(
          "到 \(last) 年财政性资金 \(writer.money(after))，比 \(first) 年 \(change)。",
          "By \(last) fiscal money comes to \(writer.money(after)), \(change) on \(first)."))
    }
    return Document.Lead(title: say("要点", "Key points"), points: points + choice.caps.map(verdict))
  }

  private var summary: Section {
    let header = writer.heading(writer.moneyUnit)
    var table = yearly(
      header, results.draws > 0 ? [say("\(years.upperBound) 年八成可能", "80 % interval \(years.upperBound)")] : [])
    let rows: [(any NamedIndicator, String)] = [
      (Budget.Sum.fiscalCost, say("财政性资金", "Fiscal money")),
      (LTCInsurance.government, say("  其中对长护险缴费", "  of which contributions to insurance")),
      (Budget.Sum.insuranceCost, say("保险支付", "Insurance")),
      (Budget.Sum.householdCost, say("居民自付", "Households")),
      (Budget.Sum.cost, say("民政服务总费用（不含缴费）", "Total cost, without contributions")),
      (Budget.Sum.capital, say("建设性", "Capital")), (Budget.Sum.running, say("运行性", "Running")),
      (
        Budget.Sum.realCost,
        say("总费用（\(results.plan.city.baseYear) 年价格）", "Total cost, prices of \(results.plan.city.baseYear)")
      ),
    ]
    for (indicator, label) in rows {
      let interval = writer.intervalText(indicator, years.upperBound, writer.moneyFormat) ?? "–"
      table.append(
        [.text(label)] + years.map { writer.cell(value(indicator, $0), writer.moneyFormat) }
          + (results.draws > 0 ? [.text(interval)] : []))
    }
    if results.draws > 0 {
      table.appendRule()
      table.append(
        [.text(say("财政性资金，按“\(writer.enough(percentile))”", "Fiscal money, \(usualShare) quantile"))]
          + years.map { writer.cell(upper(area, $0), writer.moneyFormat) } + [.text("")])
    }
    return Section(say("汇总", "Summary"), [.table(table)])
  }

  private var byLine: Section {
    var table = yearly(
      say("科目（\(unit)）", "Line (\(unit))"), [say("占比 \(years.upperBound)", "share \(years.upperBound)")])
    let total = value(Budget.Sum.cost, years.upperBound)
    for nature in BudgetLine.Nature.allCases.reversed() {
      table.appendSection(say(nature.label.zh, nature.label.en.prefix(1).uppercased() + nature.label.en.dropFirst()))
      for line in budget.lines where line.nature == nature && hasCost(line) {
        let part = value(line.cost, years.upperBound).flatMap { value in total.map { value / $0 } }
        table.append(
          [.text(line.label(writer.language))] + years.map { cell(value(line.cost, $0)) }
            + [writer.cell(part, .percent())])
      }
    }
    table.appendRule()
    table.append(
      [.text(say("合计", "Total"))] + years.map { cell(value(Budget.Sum.cost, $0)) } + [.number(1, .percent())])
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

  func hasCost(_ line: BudgetLine) -> Bool { years.contains { (value(line.cost, $0) ?? 0) > 0 } }

  private var byDistrict: Section {
    let first = years.lowerBound
    var table = yearly(
      say("财政性资金（\(unit)）", "Fiscal money (\(unit))"),
      [say("居民自付 \(first)", "households \(first)")]
        + (results.draws > 0 ? [say("\(writer.enough(percentile)) \(first)", "\(usualShare) quantile \(first)")] : []))
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
}
