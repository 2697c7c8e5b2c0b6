import ArgumentParser
import Domain
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
    abstract: "情景比较：同一组世界里的差别、得失的目标。 Differences between scenarios in the same worlds.",
    discussion: "With --fail-on lost, exit code 2 when a target is lost.")

  @Argument(help: "Scenario files, the first of which the others are held against.")
  var scenarios: [String]

  @OptionGroup var changes: ChangeOptions

  @Option(parsing: .singleValue, help: "A year to show; may stand several times.")
  var year: [Int] = []

  @Option(parsing: .singleValue, help: "A district to show instead of the city, or 'all'; may stand several times.")
  var district: [String] = []

  @Option(
    parsing: .singleValue,
    help: "Indicators to show, by the beginning of a name or by words of a label; may stand several times.")
  var indicator: [String] = []

  @Option(name: .customLong("fail-on"), help: "lost.")
  var failOn: Failure?

  @OptionGroup var plot: PlotOptions
  @OptionGroup var members: MemberOptions

  @Option(help: "table or md (the page), csv or json (every level and difference).")
  var format: Format = .table

  var lang: Language { changes.lang }

  func validate() throws {
    for year in year { try requireYear("--year", year) }
  }

  func work() async throws {
    let loaded = try changes.read(scenarios, members)
    let plans = try loaded.map { try Plan($0) }
    let years = try refusing { () throws(ComparisonError) in try Comparison.commonYears(of: plans) }
    let choice = try choice(loaded[0], years)
    let shown = Set(choice.years.isEmpty ? Array(years) : choice.years)
    let drawing = try plot.file.map { try publisher(file: $0, reading: loaded.flatMap(\.inputs).map(\.path)) }
    let results = try await computed(
      plans, members, keeping: loaded[0].dataset.indicatorNames, areas: Set(choice.areas), years: shown,
      in: lang)
    let comparison = try refusing { () throws(ComparisonError) in try Comparison(results) }
    if failOn != nil {
      try TargetList(results[0], loaded[0].dataset, year: nil, language: lang).requireJudged(for: "--fail-on")
    }
    let page = ComparisonBook(comparison, loaded[0].dataset, choice, language: lang).document
    try say(format.text(of: page, rows: ComparisonRows.table.table(of: ComparisonRows(comparison, choice))))
    try plot.draw(
      try chosen(indicator, among: results[0].indicators), of: results, area: choice.areas[0], by: drawing, in: lang)
    let losses = comparison.others.indices.contains { !comparison.lost(by: $0).isEmpty }
    if failOn == .lost, losses { throw Exit.answerIsNo }
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
