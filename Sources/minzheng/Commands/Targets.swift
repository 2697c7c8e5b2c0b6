import ArgumentParser
import Domain
import Inputs
import NumericCore
import Reports
import Simulation
import Targets

/// A status that fails the command.
enum FailingStatus: String, ExpressibleByArgument, CaseIterable {
  case missed, unlikely
  case atRisk = "at_risk"

  var status: Judgement.Status {
    switch self {
    case .missed: .missed
    case .unlikely: .unlikely
    case .atRisk: .atRisk
    }
  }
}

/// Shows every target with what a run says of it.
struct TargetsCommand: WorkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "targets",
    abstract: "规划目标：预测、差距、达标概率与所需进度；综合指数与差距。 Plan targets, the index and the gaps.",
    discussion: "With --fail-on, exit code 2 when a target that can be judged stands as badly as that, or worse.")

  @OptionGroup var scenario: ScenarioOptions

  @Option(help: "The year whose targets are shown; each target's last when not given.")
  var year: Int?

  @Option(name: .customLong("fail-on"), help: "missed, unlikely or at_risk.")
  var failOn: FailingStatus?

  @OptionGroup var members: MemberOptions

  @Option(help: "table or md (the page), csv or json (the targets).")
  var format: Format = .table

  var lang: Language { scenario.lang }

  func validate() throws { try requireYear("--year", year) }

  func work() async throws {
    let loaded = try scenario.load(members)
    let results = try await computed(try Plan(loaded), members, in: lang)
    let list = try TargetList(results, loaded.dataset, year: year, language: lang)
    if failOn != nil { try list.requireJudged(for: "--fail-on") }
    try say(format.text(of: list.document, rows: list.table))
    if let failOn, !list.failing(failOn.status).isEmpty { throw Exit.answerIsNo }
  }
}
