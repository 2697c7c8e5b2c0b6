import Domain
import Formulas
import Simulation
import Tables

/// An indicator of an area by year as a chart of lines: one scenario with its fan, or several beside one another.
public struct IndicatorChart {
  /// An indicator's values in a run, year by year.
  public struct Line: Sendable {
    let name: Label
    let years: ClosedRange<Year>
    let values: [Double?]
    /// Nil without members, or where there is no value.
    let statistics: [Statistics?]

    public init(_ results: Results, _ indicator: Indicator, area: Int) {
      let scenario = results.plan.scenario
      name = scenario.title ?? Label(zh: scenario.name, en: scenario.name)
      years = results.years
      values = years.map { results.value(indicator, area: area, year: $0) }
      statistics = years.map { results.statistics(indicator, area: area, year: $0) }
    }

    func value(_ year: Year) -> Double? { years.contains(year) ? values[year - years.lowerBound] : nil }
    func statistics(_ year: Year) -> Statistics? { years.contains(year) ? statistics[year - years.lowerBound] : nil }
  }

  /// The run whose city, years and targets count.
  private let first: Results
  private let runs: [Line]
  private let indicator: Indicator
  private let area: Int
  private let language: Language
  private let id: String

  /// - Parameters:
  ///   - runs: of one city, at least one.
  ///   - area: a district or the city.
  ///   - id: what tells it from other charts of a page.
  public init(_ runs: [Results], _ indicator: Indicator, area: Int, language: Language, id: String = "chart") {
    precondition(!runs.isEmpty, "a chart of no run")
    let lines = runs.map { Line($0, indicator, area: area) }
    self.init(runs[0], lines, indicator, area: area, language: language, id: id)
  }

  /// - Parameters:
  ///   - first: the run of the first line.
  ///   - lines: of the indicator in the area, at least one.
  public init(
    _ first: Results, _ lines: [Line], _ indicator: Indicator, area: Int, language: Language, id: String = "chart"
  ) {
    self.first = first
    runs = lines
    self.indicator = indicator
    self.area = area
    self.language = language
    self.id = id
  }

  private func say(_ zh: String, _ en: String) -> String { language.say(zh, en) }

  public var chart: Chart {
    Chart(id: id, title: title, description: description, .lines(plot))
  }

  /// The numbers drawn, a year a row, with the 80 % interval where one run is drawn alone.
  public var table: Table {
    let isSpread = runs.count == 1 && first.draws > 0
    var table = Table(
      columns: [Column("year", header: say("年份", "Year"), alignment: .trailing)]
        + runs.enumerated().map { Column("run\($0.offset)", header: name($0.element), alignment: .trailing) }
        + (isSpread
          ? [
            Column("low", header: say("第 10 百分位", "10th percentile"), alignment: .trailing),
            Column("high", header: say("第 90 百分位", "90th percentile"), alignment: .trailing),
          ] : [])
        + (actuals.isEmpty ? [] : [Column("actual", header: say("公布数", "Published"), alignment: .trailing)])
        + (goals.isEmpty ? [] : [Column("goal", header: say("目标", "Target"), alignment: .trailing)]))
    let (actuals, goals) = (actuals, goals)
    for year in first.years {
      func cell(_ value: Double?) -> Cell { value.map { .number($0, format.level) } ?? .text("–") }
      let statistics = isSpread ? runs[0].statistics(year) : nil
      let ends = isSpread ? [statistics?.interval.low, statistics?.interval.high].map(cell) : []
      let known = actuals.isEmpty ? [] : [cell(actuals.last { $0.year == year }?.value)]
      let wanted = goals.isEmpty ? [] : [cell(goals.last { $0.year == year }?.value)]
      table.append([.number(Double(year), .year)] + runs.map { cell(value($0, year)) } + ends + known + wanted)
    }
    return table
  }

  private var title: String {
    let place = first.areas[area].label(language)
    return say("\(place)：\(indicator.label.zh)（\(format.unit)）", "\(place): \(indicator.label.en) (\(format.unit))")
  }

  private func value(_ line: Line, _ year: Year) -> Double? { line.value(year) }

  private var format: LevelFormat {
    let values = runs.flatMap { run in run.years.compactMap { value(run, $0) } }
    return LevelFormat(indicator.unit, largest: values.map(abs).max() ?? 0, language: language)
  }

  private func name(_ line: Line) -> String { line.name(language) }

  private var plot: LinePlot {
    let known = first.plan.knownUntil
    return LinePlot(
      runs.map(series), goals: goals.map { .init($0.year, $0.value) },
      actuals: actuals.map { .init($0.year, $0.value) },
      key: key, unit: format.unit, format: format.level,
      known: .init(known, say("已知至 \(known) 年", "known until \(known)")))
  }

  private func series(_ line: Line) -> LinePlot.Series {
    let points = line.years.compactMap { year in value(line, year).map { LinePlot.Point(year, $0) } }
    func fan(_ low: Int, _ high: Int) -> [LinePlot.Interval] {
      line.years.compactMap { year in
        line.statistics(year).map {
          LinePlot.Interval(year, $0.quantiles[low], $0.quantiles[high])
        }
      }
    }
    // Fans over one another would tell nothing apart.
    let isAlone = runs.count == 1
    return LinePlot.Series(
      name(line), points, inner: isAlone ? fan(1, 5) : [], outer: isAlone ? fan(0, 6) : [])
  }

  /// What was published of it.
  private var actuals: [(year: Year, value: Double)] {
    first.plan.observations.all.filter {
      $0.indicator == indicator.name && $0.area == area && first.years.contains($0.year)
    }.map { ($0.year, $0.value) }.sorted { $0.0 < $1.0 }
  }

  /// What the signs stand for.
  private var key: String {
    [
      actuals.isEmpty ? nil : say("○ 公布数", "○ published"),
      goals.isEmpty ? nil : say("＋ 目标", "+ target"),
    ].compactMap(\.self).joined(separator: "  ")
  }

  /// The plan's targets of the indicator, which are the city's.
  private var goals: [(year: Year, value: Double)] {
    guard area == first.areas.cityIndex else { return [] }
    return first.plan.city.targets.filter { $0.indicator == indicator.name && first.years.contains($0.year) }
      .map { ($0.year, $0.value) }
  }

  /// The ends of each line with the interval of the last, and the targets.
  private var description: String {
    let lines = runs.compactMap { run -> String? in
      let known = run.years.filter { value(run, $0) != nil }
      guard let first = known.first, let last = known.last, let start = value(run, first), let end = value(run, last)
      else { return nil }
      let range = run.statistics(last).map(\.interval).flatMap { $0.low < $0.high ? $0 : nil }.map {
        let (low, high) = (format.level.text($0.low), format.level.text($0.high))
        return say("（八成可能落在 \(low)–\(high)）", " (80 % interval \(low)–\(high))")
      }
      let (from, to) = (format.level.text(start), format.level.text(end))
      return say(
        "\(name(run))：\(first) 年 \(from)，\(last) 年 \(to)\(range ?? "")。",
        "\(name(run)): \(from) in \(first), \(to) in \(last)\(range ?? "").")
    }
    let aims = goals.map { goal in
      say(
        "\(goal.year) 年目标 \(format.level.text(goal.value))。",
        "Target of \(goal.year): \(format.level.text(goal.value)).")
    }
    let known = actuals.last.map { actual in
      say(
        "公布数 \(actuals.count) 个，最近 \(actual.year) 年 \(format.level.text(actual.value))。",
        "\(actuals.count) published, last of \(actual.year): \(format.level.text(actual.value)).")
    }
    return (lines + [known].compactMap(\.self) + aims).joined(separator: say("", " "))
  }
}
