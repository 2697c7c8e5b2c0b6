import ArgumentParser
import Domain
import Formulas
import Inputs
import Reports
import Simulation
import Studies

/// Holds scenarios against the first of them in the same worlds.
struct Compare: WorkingCommand {
  /// What fails the command.
  enum Failure: String, ExpressibleByArgument, CaseIterable {
    case lost
  }

  static let configuration = CommandConfiguration(
    abstract: bilingual("情景比较：同一组模拟中的差别、得失的目标。", "Differences between scenarios in the same worlds."),
    discussion: bilingual(
      "与 --fail-on lost 同用，有目标因此失去时退出码为 2。",
      "With --fail-on lost, exit code 2 when a target is lost."))

  static let examples = [
    "minzheng compare scenarios/baseline.yaml scenarios/nursing-push.yaml",
    "minzheng compare scenarios/baseline.yaml scenarios/austerity.yaml --year 2030 --district all",
  ]

  @Argument(
    help: .bilingual("情景文件，其余各个与第一个相比。", "Scenario files, the first of which the others are held against."),
    completion: .scenarios)
  var scenarios: [String]

  @OptionGroup var changes: ChangeOptions

  @Option(
    parsing: .singleValue, help: .bilingual("要显示的年份；可写多次。", "A year to show; may stand several times."),
    completion: .years)
  var year: [Int] = []

  @Option(
    parsing: .singleValue,
    help: .bilingual(
      "要显示的区县（不写则为全市），all 为全部；可写多次。", "A district to show instead of the city, or 'all'; may stand several times."),
    completion: .districts)
  var district: [String] = []

  @Option(
    parsing: .singleValue,
    help: .bilingual(
      "要显示的指标，写名称的开头或标签中的词；可写多次。",
      "Indicators to show, by the beginning of a name or by words of a label; may stand several times."),
    completion: .indicators)
  var indicator: [String] = []

  @Option(
    name: .customLong("fail-on"),
    help: .bilingual("lost：有目标因此失去即为“否”。", "lost: the answer is no where a target is lost."))
  var failOn: Failure?

  @OptionGroup var plot: PlotOptions
  @OptionGroup var members: MemberOptions

  @Option(
    help: .bilingual(
      "table 或 md（页面），csv 或 json（全部数值和差值）。", "table or md (the page), csv or json (every level and difference)."))
  var format: Format = .table

  var lang: Language { changes.lang }

  var writes: Bool { plot.file != nil }

  func validate() throws {
    for year in year { try requireYear("--year", year) }
  }

  func work() async throws {
    let loaded = try changes.read(scenarios, members)
    let terms = loaded.map { ComparisonTerms($0.dataset.city, $0.scenario) }
    let years = try refusing { () throws(ComparisonError) in try Comparison.commonYears(of: terms) }
    let choice = try choice(loaded[0], years)
    try plot.requireSimulated(in: years)
    let drawn = try drawn(loaded[0])
    let drawing = try plot.file.map { try publisher(file: $0, reading: loaded.flatMap(\.inputs).map(\.path)) }
    let compared = try await compared(loaded, choice, years, drawing: drawn)
    let comparison = compared.comparison
    if failOn != nil {
      try TargetList(comparison.base, loaded[0].dataset, year: nil, language: lang).requireJudged(for: "--fail-on")
    }
    let page = ComparisonBook(comparison, loaded[0].dataset, choice, language: lang).document
    try say(format.text(of: page, rows: ComparisonRows.table.table(of: ComparisonRows(comparison, choice))))
    if let drawn, let year = plot.year {
      try plot.draw(drawn, compared.sides, in: loaded[0].dataset.city.areas, year, by: drawing, lang)
    } else if let drawn {
      try plot.draw(drawn, compared.lines, beside: comparison.base, area: choice.areas[0], by: drawing, in: lang)
    }
    let losses = comparison.others.indices.contains { !comparison.lost(by: $0).isEmpty }
    if failOn == .lost, losses { throw Exit.answerIsNo }
  }

  /// The only indicator that is drawn; nil where nothing is.
  private func drawn(_ loaded: LoadedScenario) throws -> Indicator? {
    guard plot.file != nil else { return nil }
    let found = try chosen(indicator, among: loaded.dataset.city.model.published)
    try plot.requireOne(of: found)
    return found[0]
  }

  /// How many scenarios are computed beside one another: what people do is computed once for them, and what is kept of
  /// their worlds is given up before the next.
  private static let together = 4

  /// What stands of the scenarios once their worlds are given up.
  private struct Compared {
    var comparison: Comparison
    var lines: [IndicatorChart.Line] = []
    var sides: [DistrictChart.Side] = []
  }

  private func compared(
    _ loaded: [LoadedScenario], _ choice: ComparisonChoice, _ years: ClosedRange<Year>, drawing drawn: Indicator?
  ) async throws -> Compared {
    if let found = try await compared(loaded, by: Compare.together, choice, years, drawn) { return found }
    // A world that fails under one scenario counts in none, so that all must be run beside one another.
    guard let found = try await compared(loaded, by: loaded.count, choice, years, drawn) else {
      preconditionFailure("scenarios run together count the same worlds")
    }
    return found
  }

  /// Nil where not the same worlds count in all of them.
  private func compared(
    _ loaded: [LoadedScenario], by size: Int, _ choice: ComparisonChoice, _ years: ClosedRange<Year>,
    _ drawn: Indicator?
  ) async throws -> Compared? {
    let shown = choice.years.isEmpty ? Array(years) : choice.years
    var compared: Compared?
    for first in stride(from: 0, to: loaded.count, by: size) {
      let plans = try loaded[first..<min(first + size, loaded.count)].map { try Plan($0) }
      let results = try await computed(
        plans, members, keeping: loaded[0].dataset.indicatorNames, areas: Set(choice.areas), years: Set(shown), in: lang
      )
      for run in results {
        if let base = compared?.comparison.base {
          guard Comparison.countsSameWorlds(base, run) else { return nil }
          compared?.comparison.add(run)
        } else {
          compared = Compared(comparison: Comparison(run, years: years, areas: choice.areas, shown: shown))
        }
        guard let drawn else { continue }
        compared?.lines.append(IndicatorChart.Line(run, drawn, area: choice.areas[0]))
        if let year = plot.year { compared?.sides.append(DistrictChart.Side(run, drawn, year: year)) }
      }
    }
    return compared
  }

  private func refusing<T>(_ work: () throws(ComparisonError) -> T) throws -> T {
    do { return try work() } catch { throw Refusal(error, in: lang) }
  }

  /// What to show, checked against what there is.
  private func choice(_ loaded: LoadedScenario, _ years: ClosedRange<Year>) throws -> ComparisonChoice {
    let areas = loaded.dataset.city.areas
    if let year = year.first(where: { !years.contains($0) }) {
      throw misuse(
        "--year \(year) 不在 \(years.lowerBound)–\(years.upperBound) 之内",
        "--year \(year) is not among \(years.lowerBound)–\(years.upperBound)")
    }
    let shown = try chosen(indicator, among: loaded.dataset.city.model.published)
    let chosen = try district.flatMap { name -> [Int] in
      if name == "all" { return Array(areas.districts.indices) }
      return [try area(named: name, among: areas)]
    }
    return ComparisonChoice(
      areas: chosen.isEmpty ? [areas.cityIndex] : chosen, years: Set(year).sorted(), indicators: Set(shown.map(\.name)))
  }
}
