import ArgumentParser
import Domain
import Inputs
import Reports
import Simulation

/// Runs a scenario as if it were an earlier year and scores it against what was published since.
struct Backtest: WorkingCommand {
  static let configuration = CommandConfiguration(
    abstract: bilingual(
      "回测：按较早年份所知推算，与后来公布数对照。", "Run as of an earlier year and score against what was published since."),
    discussion: bilingual(
      "不写 --known-until 则以基年为准。",
      "Without --known-until: as of the base year."))

  static let examples = [
    "minzheng backtest scenarios/baseline.yaml",
    "minzheng backtest scenarios/baseline.yaml --known-until 2022",
  ]

  @OptionGroup var scenario: ScenarioOptions
  @OptionGroup var members: MemberOptions

  @Option(help: .bilingual("输出文件夹；不写则为 out/名称-backtest。", "The folder to write to; out/NAME-backtest when not given."))
  var out: Folder?

  @OptionGroup var form: OutputForm

  var lang: Language { scenario.lang }

  func work() async throws {
    var request = scenario.request(members)
    var shelf = DatasetShelf()
    if request.knownUntil == nil { request.knownUntil = try LoadedScenario(request, &shelf).dataset.city.baseYear }
    let loaded = try scenario.changes.load(request, &shelf)
    let plan = try Plan(loaded)
    let folder = try publisher(out?.path ?? "out/\(loaded.scenario.name)-backtest", reading: loaded.inputs.map(\.path))
    let results = try await computed(plan, members, in: lang)
    let scores = BacktestScores(results, loaded.dataset.city)
    let files = try form.of(backtestFiles(results, loaded, scores, made: .now), plan)
    try folder.publish(files)
    try say(scores.text(lang))
  }
}
