import ArgumentParser
import Domain
import Formulas
import Inputs
import Reports
import Simulation
import Studies
import Tables

/// Finds the smallest change, or the cheapest mix of changes, that reaches something often enough.
struct Seek: WorkingCommand {
  static let configuration = CommandConfiguration(
    abstract: bilingual("求最小的改变，使条件在足够多的模拟中成立。", "The smallest change that meets a condition in a share of worlds."),
    discussion: bilingual(
      "几个 --vary 加 --cost 指标@年份：求最省的组合。全部取值在同一组模拟中试算。范围内没有取值可行时退出码为 2。",
      """
      Several --vary with --cost INDICATOR@YEAR: the cheapest mix. All values are tried in the same worlds. \
      Exit code 2 when no value in the range does.
      """))

  static let examples = [
    "minzheng seek scenarios/baseline.yaml --vary 'care.workers.training_intake@2026=0 人:5000 人' --until 'care.workers.certified_per_10k@2030>=28' --probability 80%"
  ]

  @OptionGroup var scenario: ScenarioOptions

  @Option(
    parsing: .singleValue,
    help: .bilingual("可以改变什么：地址=下端:上端；可写多次。", "What may be changed, ADDRESS=LOW:HIGH; may stand several times."),
    completion: .addresses)
  var vary: [String]

  @Option(
    parsing: .singleValue,
    help: .bilingual(
      "--vary 的步长，用它的单位；不写则取范围的百分之一左右的整数。",
      "The step in which a --vary is changed, in its unit; a round hundredth of its way when not given."))
  var step: [String] = []

  @Option(
    help: .bilingual(
      "要成立的条件：'指标@年份[/区县]>=数值'，也可用 <=、>、<。", "What is to hold: 'INDICATOR@YEAR[/DISTRICT]>=VALUE', or with <=, >, <."),
    completion: .outcomes)
  var until: String

  @Option(help: .bilingual("在多大比例的模拟中成立，如 80% 或 0.8。", "In which share of worlds, such as 80% or 0.8."))
  var probability = Percentile(0.8)

  @Option(
    help: .bilingual(
      "平均而言要尽量少的费用：指标@年份[/区县]。", "What is to cost as little as possible on average: INDICATOR@YEAR[/DISTRICT]."),
    completion: .outcomes)
  var cost: String?

  @Option(help: .bilingual("用另一种子的这么多次模拟复核答案。", "Hold the answer against so many worlds of another seed."))
  var verify: Int?

  @OptionGroup var members: MemberOptions
  @OptionGroup var page: PageOption

  @Option(
    help: .bilingual(
      "table 或 md（答案），csv 或 json（试过的全部数值）。", "table or md (the answer), csv or json (every value tried)."))
  var format: Format = .table

  var lang: Language { scenario.lang }

  var writes: Bool { page.html != nil }

  func validate() throws {
    if vary.isEmpty { throw misuse("要有 --vary 地址=下端:上端", "seek needs --vary ADDRESS=LOW:HIGH") }
    if vary.count > 1, cost == nil {
      throw misuse("几个 --vary 时要有 --cost，才知道哪种组合更省", "several --vary need --cost, to know which mix is cheaper")
    }
    if step.count > vary.count { throw misuse("--step 比 --vary 多", "there are more --step than --vary") }
    try require("--verify", verify, in: 1...Limits.draws)
    if let cost, OutcomeSelectors.malformed(cost) != nil || cost.contains(",") {
      throw misuse("--cost 要 指标@年份[/区县]，不是 ‘\(cost)’", "--cost takes INDICATOR@YEAR[/DISTRICT], not '\(cost)'")
    }
  }

  func work() async throws {
    let loaded = try scenario.load(members)
    let plan = try Plan(loaded)
    let condition = try ConditionReader(of: "--until", plan).condition(until)
    let priced = try cost.flatMap { try OutcomeSelectors.outcomes(in: $0, of: "--cost", plan).first }
    let levers = try LeverReader(loaded, plan).levers(vary, steps: step)
    let html = try publisher(of: page, reading: loaded.inputs.map(\.path))
    let run = seekRun(loaded, levers, condition, priced, draws: loaded.scenario.draws, seed: loaded.scenario.seed)
    do {
      let unchanged = try await run.unchanged()
      let answer = try await answer(levers, run, unchanged)
      let check = try await verification(loaded, levers, condition, priced, answer)
      let page = SeekPage(
        answer, levers, condition, cost: priced, wanted: probability.value, draws: loaded.scenario.draws,
        check: check, plan, loaded.dataset, language: lang)
      try html?.publish([UInt8](page.page.html.utf8))
      try say(format.text(of: page.document, rows: page.rows))
      if case .none = answer.outcome { throw Exit.answerIsNo }
    } catch let error as RunError {
      throw Refusal(error, plan.city.areas, in: lang)
    } catch let error as WorldsError {
      throw Refusal(error, in: lang)
    }
  }

  private func answer(_ levers: [Lever], _ run: SeekRun, _ unchanged: SeekTrial) async throws -> SeekAnswer {
    if levers.count == 1 {
      var search = SeekOne(levers[0], wanted: probability.value, run.trials)
      return try await search.answer(unchanged: unchanged)
    }
    var search = SeekMix(levers, wanted: probability.value, run.trials)
    return try await search.answer(unchanged: unchanged)
  }

  /// The answer, and one step less, in worlds of another seed.
  private func verification(
    _ loaded: LoadedScenario, _ levers: [Lever], _ condition: Condition, _ priced: Outcome?, _ answer: SeekAnswer
  ) async throws -> SeekPage.Check? {
    guard let verify, case .found(let mix, let less) = answer.outcome else { return nil }
    let run = seekRun(loaded, levers, condition, priced, draws: verify, seed: loaded.scenario.seed &+ 1)
    let found = try await run.trials([mix.values] + (less.map { [$0.mix.values] } ?? []))
    return SeekPage.Check(worlds: verify, chance: found[0].chance, oneLess: found.dropFirst().first?.chance)
  }

  private func seekRun(
    _ loaded: LoadedScenario, _ levers: [Lever], _ condition: Condition, _ priced: Outcome?, draws: Int, seed: UInt64
  ) -> SeekRun {
    SeekRun(
      loaded.dataset.city, loaded.scenario, levers, until: condition, cost: priced, draws: draws, seed: seed,
      EnsembleOptions(draws: draws, threads: usableThreads(members.threads)))
  }
}
