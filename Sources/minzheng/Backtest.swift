import ArgumentParser
import Domain
import Foundation
import Inputs
import NumericCore
import Reports
import Simulation

/// Runs a scenario as if it were an earlier year and scores it against what was published since.
struct Backtest: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "回测：按较早年份所知推算，与后来公布数对照。 Run as of an earlier year and score against what was published since.")

  @Argument(help: "A scenario file, or files composed with '+'.")
  var scenario: String

  @Option(help: "A dataset that replaces the scenario's.")
  var dataset: Folder?

  @Option(name: .customLong("known-until"), help: "The year whose knowledge is used; the base year when not given.")
  var knownUntil: Int?

  @OptionGroup var members: MemberOptions

  @Option(help: "The folder to write to; out/NAME-backtest when not given.")
  var out: Folder?

  @Option(help: "Language of the table and messages: zh or en.")
  var lang: Language = .zh

  func run() async throws {
    useOneBLASThread()
    try await reportingErrors(in: lang) {
      var request = ScenarioRequest(
        scenario, dataset: dataset?.path, installedDataset: installedDataset(), draws: members.draws,
        seed: members.seed, knownUntil: knownUntil, language: lang)
      if knownUntil == nil { request.knownUntil = try LoadedScenario(request).dataset.city.baseYear }
      let loaded = try LoadedScenario(request)
      let results = try await computed(loaded.plan, members, in: lang)
      let scores = BacktestScores(results, loaded.dataset.city)
      let folder = out?.path ?? "out/\(loaded.plan.scenario.name)-backtest"
      try OutputFolder(path: folder).write([BacktestScores.table.written(scores)])
      try say(scores.text(lang))
    }
  }
}
