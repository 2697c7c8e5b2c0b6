import Benefits
import Care
import Domain
import Fiscal
import Formulas
import Inputs
import Population
import Simulation
import Studies
import Tables

/// What a director reads of a scenario: what it costs, whether targets are met, what to decide; then charts with their
/// numbers, scenarios side by side, and what all rests on.
public struct DirectorsPage {
  let runs: [Results]
  let writer: ReportWriter
  private let backtest: BacktestScores?
  let growth: BudgetGrowth?

  var results: Results { writer.results }
  var language: Language { writer.language }
  func say(_ zh: String, _ en: String) -> String { writer.say(zh, en) }

  /// - Parameters:
  ///   - runs: of one city, the first the one the page is about.
  ///   - area: the district whose own page it is; the city's where nil.
  ///   - growth: what the budget of the first grows by.
  ///   - backtest: how far off the first was where it was run as of an earlier year.
  public init(
    _ runs: [Results], _ dataset: Dataset, area: Int? = nil, growth: BudgetGrowth? = nil,
    backtest: BacktestScores? = nil, language: Language
  ) {
    precondition(!runs.isEmpty, "a page about no run")
    self.runs = runs
    self.backtest = backtest
    self.growth = growth
    writer = ReportWriter(results: runs[0], dataset: dataset, language: language, area: area)
  }

  /// - Throws: ``ComparisonError`` where several runs do not face the same worlds.
  public func document() throws(ComparisonError) -> Document {
    let others = runs.count > 1 ? try sideBySide() : []
    guard writer.isOfCity else { return ofDistrict(others) }
    let changed: [Section?] = [points, writer.changes]
    let drawn: [Section?] = [money, growthSteps, lines, people, districts, fund]
    let told: [Section?] = [
      writer.targets, writer.planSection(writer.own), writer.ledger, writer.standards, writer.comparison, scores,
      writer.intervals(IntervalPart.all(of: results)), writer.basis,
    ]
    return writer.document(lead: questions, changed + others.map(Optional.some) + drawn + told)
  }

  /// A district's own page: what the city's has of it, and its account of the fund.
  private func ofDistrict(_ others: [Section]) -> Document {
    let told: [Section?] =
      [writer.changes] + others.map(Optional.some) + [
        money, lines, people, writer.ownBeds, writer.workers, writer.ledger, writer.standards, writer.fund,
        writer.comparison, scores, writer.basis,
      ]
    return writer.document(lead: writer.districtPoints, told)
  }

  /// How far to trust it: what an earlier run would have said of what was published since.
  private var scores: Section? {
    guard let found = backtest?.errors(of: writer.area, language) else { return nil }
    return Section(
      say("回测：按 \(found.knownUntil) 年所知推算的误差", "Backtest: how far off a run as of \(found.knownUntil) was"),
      [.table(found.table)])
  }

  /// What else a reader should take away.
  private var points: Section {
    let lead = writer.keyPoints
    return Section(unnumbered: lead.title, [.points(lead.points)])
  }

  private func sideBySide() throws(ComparisonError) -> [Section] {
    let choice = ComparisonChoice(areas: [writer.area])
    let book = ComparisonBook(try Comparison(runs), writer.dataset, choice, language: language)
    return [book.moneyDrawn(writer.area)].compactMap(\.self) + book.document.sections
  }

  /// The chief indicators by year: one run with its fan, several beside one another.
  private var lines: Section {
    let shown: [Indicator] = [
      Demography.populationAged60Plus, Care.disabled, Care.unmetNeed, Care.bedStock, Care.nursingShare,
      Care.workersNeeded, Care.certifiedPerTenThousand, Dibao.standard,
    ]
    let money = results.indicators.filter { $0.name == Budget.Sum.fiscalCost.name }
    // What only the city has is not drawn for a district.
    let own = (shown + money).filter { indicator in
      results.years.contains { results.value(indicator, area: writer.area, year: $0) != nil }
    }
    let charts = own.enumerated().map { place, indicator in
      IndicatorChart(runs, indicator, area: writer.area, language: language, id: "line-\(place)")
    }
    return Section(
      say("到 \(writer.lastYear) 年的走势", "Up to \(writer.lastYear)"), charts.map { .figure($0.chart, $0.table) })
  }

  /// People by age, at the base and at the end.
  private var people: Section {
    let (first, last) = (results.years.lowerBound, results.years.upperBound)
    let tables = [first, last].map { results.population(.resident, area: writer.area, year: $0) }
    let names = Results.groups.map { $0 == Age.open.years ? "\($0)+" : "\($0)–\($0 + 4)" }
    let groups = zip(Results.groups, names).map { from, name in
      PyramidPlot.Group(
        name, left: tables[1].sum(.female, from: from), right: tables[1].sum(.male, from: from),
        leftBefore: tables[0].sum(.female, from: from), rightBefore: tables[0].sum(.male, from: from))
    }
    let format = writer.peopleFormat
    var table = Table(
      columns: [Column("age", header: say("年龄", "Age"))]
        + [first, last].flatMap { year in
          [
            Column("f\(year)", header: say("\(year) 年女", "Women \(year)"), alignment: .trailing),
            Column("m\(year)", header: say("\(year) 年男", "Men \(year)"), alignment: .trailing),
          ]
        })
    for group in groups.reversed() {
      let values = [group.leftBefore, group.rightBefore, group.left, group.right]
      table.append([.text(group.name)] + values.map { .number($0, format) })
    }
    let plot = PyramidPlot(
      groups, left: say("女", "Women"), right: say("男", "Men"), bars: say("\(last) 年", "\(last)"),
      outline: say("\(first) 年", "\(first)"), format: format)
    let old = [first, last].map { writer.percent(writer.value(Demography.populationAged60PlusShare, $0)) }
    let before = groups.max { $0.leftBefore + $0.rightBefore < $1.leftBefore + $1.rightBefore }
    let after = groups.max { $0.left + $0.right < $1.left + $1.right }
    let most = zip([first, last], [before, after]).compactMap { year, group in
      group.map { group in
        let (women, men) =
          year == first ? (group.leftBefore, group.rightBefore) : (group.left, group.right)
        return say(
          "\(year) 年最多的是 \(group.name) 岁：女 \(format.text(women))、男 \(format.text(men))。",
          "Most in \(year) are \(group.name): women \(format.text(women)), men \(format.text(men)).")
      }
    }.joined(separator: say("", " "))
    let chart = Chart(
      id: "pyramid", title: say("常住人口（\(writer.peopleUnit)）", "Residents (\(writer.peopleUnit))"),
      description: say(
        "60 岁及以上 \(first) 年占 \(old[0])（线），\(last) 年占 \(old[1])（条）。\(most)",
        "Aged 60 or over: \(old[0]) in \(first) (the outline), \(old[1]) in \(last) (the bars). \(most)"),
      .pyramid(plot))
    return Section(say("人口年龄构成", "People by age"), [.figure(chart, table)])
  }
}
