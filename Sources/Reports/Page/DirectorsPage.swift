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

  var results: Results { writer.results }
  var language: Language { writer.language }
  func say(_ zh: String, _ en: String) -> String { writer.say(zh, en) }

  /// - Parameter runs: of one city, the first the one the page is about.
  public init(_ runs: [Results], _ dataset: Dataset, language: Language) {
    precondition(!runs.isEmpty, "a page about no run")
    self.runs = runs
    writer = ReportWriter(results: runs[0], dataset: dataset, language: language)
  }

  /// - Throws: ``ComparisonError`` where several runs do not face the same worlds.
  public func document() throws(ComparisonError) -> Document {
    let others = runs.count > 1 ? try sideBySide() : []
    let changed: [Section?] = [points, writer.changes]
    let drawn: [Section?] = [money, growth, lines, people, districts, fund]
    let told: [Section?] = [
      writer.targets, writer.planSection(writer.own), writer.ledger, writer.standards, writer.comparison,
      writer.intervals(IntervalPart.all(of: results)), writer.basis,
    ]
    return writer.document(lead: questions, changed + others.map(Optional.some) + drawn + told)
  }

  /// What else a reader should take away.
  private var points: Section {
    let lead = writer.keyPoints
    return Section(unnumbered: lead.title, [.points(lead.points)])
  }

  private func sideBySide() throws(ComparisonError) -> [Section] {
    let choice = ComparisonChoice(areas: [results.areas.cityIndex])
    return ComparisonBook(try Comparison(runs), writer.dataset, choice, language: language).document.sections
  }

  /// The chief indicators by year: one run with its fan, several beside one another.
  private var lines: Section {
    let shown: [Indicator] = [
      Demography.populationAged60Plus, Care.disabled, Care.unmetNeed, Care.bedStock, Care.nursingShare,
      Care.workersNeeded, Care.certifiedPerTenThousand, Dibao.standard,
    ]
    let money = results.indicators.filter { $0.name == Budget.Sum.fiscalCost.name }
    let charts = (shown + money).enumerated().map { place, indicator in
      IndicatorChart(runs, indicator, area: results.areas.cityIndex, language: language, id: "line-\(place)")
    }
    return Section(
      say("到 \(writer.lastYear) 年的走势", "Up to \(writer.lastYear)"), charts.map { .figure($0.chart, $0.table) })
  }

  /// The city's people by age, at the base and at the end.
  private var people: Section {
    let (first, last) = (results.years.lowerBound, results.years.upperBound)
    let tables = [first, last].map { results.population(.resident, area: results.areas.cityIndex, year: $0) }
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
    let old = results.city(Demography.populationAged60PlusShare, last)
    let chart = Chart(
      id: "pyramid", title: say("常住人口（\(writer.peopleUnit)）", "Residents (\(writer.peopleUnit))"),
      description: say(
        "\(last) 年 60 岁及以上占 \(writer.percent(old))；线为 \(first) 年。",
        "In \(last), \(writer.percent(old)) are 60 or over; the outline is \(first)."), .pyramid(plot))
    return Section(say("人口年龄构成", "People by age"), [.figure(chart, table)])
  }
}
