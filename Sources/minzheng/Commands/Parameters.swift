import ArgumentParser
import Domain
import Inputs
import Reports
import Simulation

/// Lists the parameters a scenario can set, or shows one in full.
struct Parameters: WorkingCommand {
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

  var lang: Language { listing.lang }

  func work() throws {
    let loaded = try scenario.map {
      try LoadedScenario(
        ScenarioRequest(
          $0, dataset: listing.dataset?.path, installedDataset: installedDataset()))
    }
    let dataset = try loaded?.dataset ?? listing.read()
    if listing.format == .table,
      let detail = ParameterDetail(path, dataset, plan: try loaded.map { try Plan($0) }, language: lang)
    {
      try say(detail.text)
      return
    }
    if loaded != nil {
      throw misuse("--scenario 只用于一个参数的完整路径，输出为表", "--scenario goes with the whole path of one parameter, as a table")
    }
    let table = parameterTable(dataset, startingWith: path, language: lang)
    if table.rows.isEmpty { throw listing.nothing(named: path, among: dataset.parameterPaths) }
    try say(listing.format.text(of: table))
  }
}
