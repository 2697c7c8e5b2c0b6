import ArgumentParser
import Domain
import Inputs
import NumericCore
import Reports
import Simulation
import Studies

/// Holds scenarios against the first of them in the same worlds.
struct Compare: AsyncParsableCommand {
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

  @Option(parsing: .singleValue, help: "The beginning of the names of indicators to show; may stand several times.")
  var indicator: [String] = []

  @Option(name: .customLong("fail-on"), help: "lost.")
  var failOn: Failure?

  @OptionGroup var members: MemberOptions

  @Option(help: "table, csv, json or md.")
  var format: Format = .table

  func run() async throws {
    useOneBLASThread()
    try await reportingErrors(in: changes.lang) {
      let loaded = try scenarios.map { try LoadedScenario(changes.request($0, members)) }
      let plans = loaded.map(\.plan)
      let years = try refusing { try Comparison.commonYears(of: plans) }
      let choice = try choice(loaded[0], years)
      let shown = Set(choice.years.isEmpty ? Array(years) : choice.years)
      let results = try await computed(
        plans, members, keeping: loaded[0].dataset.indicatorNames, areas: Set(choice.areas), years: shown,
        in: changes.lang)
      let comparison = try refusing { try Comparison(results) }
      try say(
        format == .table
          ? ComparisonText(comparison, loaded[0].dataset, choice, language: changes.lang).text
          : format.text(of: comparisonTable(comparison, choice)))
      let losses = comparison.others.indices.contains { !comparison.lost(by: $0).isEmpty }
      if failOn == .lost, losses { throw Exit.answerIsNo }
    }
  }

  private func refusing<T>(_ work: () throws -> T) throws -> T {
    do {
      return try work()
    } catch let error as ComparisonError {
      complain(comparisonText(error, language: changes.lang))
      throw Exit.badInput
    }
  }

  /// What to show, checked against what there is.
  private func choice(_ loaded: LoadedScenario, _ years: ClosedRange<Year>) throws -> ComparisonChoice {
    let areas = loaded.dataset.city.areas
    if let year = year.first(where: { !years.contains($0) }) {
      throw ValidationError("--year \(year) is not among \(years.lowerBound)–\(years.upperBound)")
    }
    let names = loaded.dataset.indicatorNames
    if let unknown = indicator.first(where: { name in !names.contains { $0.hasPrefix(name) } }) {
      throw unknownIndicator(unknown, among: names, at: "--indicator")
    }
    let chosen = try district.flatMap { name -> [Int] in
      if name == "all" { return Array(areas.districts.indices) }
      guard let area = areas.index(of: name) else {
        let near = nearestName(to: name, in: areas.all.map(\.label.zh))
        throw InputError(ofFile: "--district", .unknownDistrict(name: name, nearest: near))
      }
      return [area]
    }
    return ComparisonChoice(
      areas: chosen.isEmpty ? [areas.cityIndex] : chosen, years: Set(year).sorted(), indicators: indicator)
  }
}
