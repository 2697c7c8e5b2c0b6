import ArgumentParser
import Domain
import Inputs
import Reports
import Simulation

/// Runs a scenario as if it were an earlier year and scores it against what was published since.
struct Backtest: WorkingCommand {
  static let configuration = CommandConfiguration(
    abstract: "回测：按较早年份所知推算，与后来公布数对照。 Run as of an earlier year and score against what was published since.",
    discussion: "Without --known-until: as of the base year.")

  @OptionGroup var scenario: ScenarioOptions
  @OptionGroup var members: MemberOptions

  @Option(help: "The folder to write to; out/NAME-backtest when not given.")
  var out: Folder?

  var lang: Language { scenario.lang }

  func work() async throws {
    var request = scenario.request(members)
    var shelf = DatasetShelf()
    if request.knownUntil == nil { request.knownUntil = try LoadedScenario(request, &shelf).dataset.city.baseYear }
    let loaded = try LoadedScenario(request, &shelf)
    let results = try await computed(try Plan(loaded), members, in: lang)
    let scores = BacktestScores(results, loaded.dataset.city)
    let folder = out?.path ?? "out/\(loaded.scenario.name)-backtest"
    try OutputFolder(path: folder).write([BacktestScores.table.written(scores)])
    try say(scores.text(lang))
  }
}
