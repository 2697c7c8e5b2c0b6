import ArgumentParser
import Domain
import Inputs
import Reports

/// Lists the parameters a scenario can set, or shows one in full.
struct Parameters: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "列出参数，或详示一个参数。 List the parameters, or show one in full.",
    discussion:
      "With the whole path of a parameter: its values with evidence, source and range; with --scenario, what holds each year."
  )

  @Argument(help: "A path, or the beginning of one, such as care.beds.")
  var path = ""

  @Option(help: "A scenario whose resolved values are shown beside the dataset's.")
  var scenario: String?

  @OptionGroup var listing: ListingOptions

  func run() throws {
    try reportingErrors(in: listing.lang) {
      let loaded = try scenario.map {
        try LoadedScenario(
          ScenarioRequest(
            $0, dataset: listing.dataset?.path, installedDataset: installedDataset(), language: listing.lang))
      }
      let dataset = try loaded?.dataset ?? listing.read()
      if listing.format == .table,
        let detail = ParameterDetail(path, dataset, plan: loaded?.plan, language: listing.lang)
      {
        try say(detail.text)
        return
      }
      if loaded != nil { throw ValidationError("--scenario goes with the whole path of one parameter, as a table") }
      let table = parameterTable(dataset, startingWith: path, language: listing.lang)
      if table.rows.isEmpty { throw listing.nothing(named: path, among: dataset.parameterPaths) }
      try say(listing.format.text(of: table))
    }
  }
}

/// Lists the indicators a run computes.
struct Indicators: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "列出指标：单位、含义与公式。 List the indicators: unit, meaning and formula.")

  @Argument(help: "The beginning of a name, such as care.workers.")
  var name = ""

  @OptionGroup var listing: ListingOptions

  func run() throws {
    try reportingErrors(in: listing.lang) {
      let dataset = try listing.read()
      let table = indicatorTable(dataset, startingWith: name, language: listing.lang)
      if table.rows.isEmpty { throw listing.nothing(named: name, among: dataset.indicatorNames) }
      try say(listing.format.text(of: table))
    }
  }
}

/// What the listing commands share.
struct ListingOptions: ParsableArguments {
  @Option(help: "The dataset; the installed one when not given.")
  var dataset: Folder?

  @Option(help: "Language of labels and messages: zh or en.")
  var lang: Language = .zh

  @Option(help: "table, csv, json or md.")
  var format: Format = .table

  /// Reads the dataset named, or the installed one.
  func read() throws -> Dataset {
    guard let directory = dataset?.path ?? installedDataset() else {
      throw InputError(ofFile: "--dataset", .noDataset)
    }
    return try Dataset(directory: directory)
  }

  /// The error for a name that nothing has.
  func nothing(named name: String, among names: [String]) -> InputError {
    unknownIndicator(name, among: names, at: name)
  }
}

/// The error for the name of an indicator that nothing has.
func unknownIndicator(_ name: String, among names: [String], at place: String) -> InputError {
  let problem = Problem.unknownName(
    kind: Label(zh: "参数或指标", en: "parameter or indicator"), name: name, nearest: nearestName(to: name, in: names))
  return InputError(ofFile: place, problem)
}
