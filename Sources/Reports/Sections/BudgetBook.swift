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
    results.quantile(percentile, of: Budget.Sum.publicCost, area: area, year: year)
  }

  // MARK: - Sections

  private var keyPoints: Document.Lead {
    let (first, last) = (years.lowerBound, years.upperBound)
    let city = results.areas.cityIndex
    let open = results.city(Budget.Sum.publicCost, first)
    var points = [
      say(
        "\(first) 年总支出 \(writer.money(results.city(Budget.Sum.cost, first)))：公共资金 \(writer.money(open))，"
          + "居民自付 \(writer.money(results.city(Payer.household.amount, first)))。",
        "\(first): \(writer.money(results.city(Budget.Sum.cost, first))) in all; public money \(writer.money(open)), "
          + "households' own payments \(writer.money(results.city(Payer.household.amount, first))).")
    ]
    if let amount = upper(city, first), let open {
      let range = writer.bracketed(Budget.Sum.publicCost, first, writer.moneyFormat)
      points.append(
        say(
          "\(first) 年公共资金中心值 \(writer.money(open))\(range)；按“\(writer.enough(percentile))”安排 \(writer.money(amount))，多 \(writer.money(amount - open))。",
          "Budget for public money in \(first) at the \(share) quantile, \(writer.money(amount)), "
            + "\(writer.money(amount - open)) above the central value\(range)."))
    } else {
      points.append(
        say("没有抽样，不能给出分位数；请用 --draws 1000。", "No worlds were drawn, so there is no quantile; use --draws 1000."))
    }
    if first < last, let before = open, let after = results.city(Budget.Sum.publicCost, last), before > 0 {
      let change = NumberFormat.percent(sign: .always).text(after / before - 1)
      points.append(
        say(
          "到 \(last) 年公共资金 \(writer.money(after))，比 \(first) 年 \(change)。",
          "By \(last) public money comes to \(writer.money(after)), \(change) on \(first)."))
    }
    return Document.Lead(title: say("要点", "Key points"), points: points)
  }

  private var summary: Section {
    let header = say("全市（\(writer.moneyUnit)）", "City (\(writer.moneyUnit))")
    var table = yearly(
      header, results.draws > 0 ? [say("\(years.upperBound) 年八成可能", "80 % interval \(years.upperBound)")] : [])
    let rows: [(any NamedIndicator, String)] = [
      (Budget.Sum.cost, say("总支出", "Total cost")), (Payer.household.amount, say("居民自付", "Households")),
      (Budget.Sum.publicCost, say("公共资金", "Public money")), (Budget.Sum.capital, say("建设性", "Capital")),
      (Budget.Sum.running, say("运行性", "Running")),
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
        [.text(say("公共资金，按“\(writer.enough(percentile))”", "Public money, \(share) quantile"))]
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
      say("公共资金（\(unit)）", "Public money (\(unit))"),
      [say("居民自付 \(first)", "households \(first)")]
        + (results.draws > 0 ? [say("\(writer.enough(percentile)) \(first)", "\(share) quantile \(first)")] : []))
    for area in [results.areas.cityIndex] + Array(results.areas.districts.indices) {
      table.append(
        [.text(results.areas[area].label(writer.language))]
          + years.map { cell(results.value(Budget.Sum.publicCost, area: area, year: $0)) }
          + [cell(results.value(Payer.household.amount, area: area, year: first))]
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
    var table = yearly(say("付款方（\(unit)）", "Payer (\(unit))"))
    for (payer, amount) in budget.payers {
      table.append([.text(payer.label(writer.language))] + years.map { cell(results.city(amount, $0)) })
    }
    table.appendRule()
    table.append([.text(say("合计", "Total"))] + years.map { cell(results.city(Budget.Sum.cost, $0)) })
    return Section(say("按付款方", "By payer"), [.table(table)])
  }
}
