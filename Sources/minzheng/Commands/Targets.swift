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

/// What has to do with targets.
struct TargetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "targets",
    abstract: "规划目标：预测、差距、达标概率与所需进度；综合指数与差距。 Plan targets, the index and the gaps.",
    usage: """
      minzheng targets <scenario> [options]; minzheng targets propose <scenario> --year <year> [options]; \
      minzheng targets read <table> --out <file>
      """,
    discussion: "Example: minzheng targets scenarios/baseline.yaml --plan plans/2026-2030.yaml",
    subcommands: [Show.self, Propose.self, Read.self], defaultSubcommand: Show.self)

  /// Shows every target with what a run says of it.
  struct Show: WorkingCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "逐项目标的判断。 What a run says of every target.",
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

  /// Makes a plan file of a table.
  struct Read: WorkingCommand {
    static let configuration = CommandConfiguration(
      abstract: "把规划文本里的指标表读成规划文件。 Make a plan file of a table as plan documents print it.",
      discussion: """
        Example: minzheng targets read 指标表.csv --out plans/draft.yaml

        A row a target, a column a year: 指标, 单位, 属性, 2026年, … 2030年. Cells hold ≥65%, >10500, 73 or a dash for nothing. A column \
        indicator names what a target is judged by, where its name does not tell.
        """)

    @Argument(help: "The table (.csv).")
    var table: String

    @Option(help: "The file to write to; standard output when not given.")
    var out: File?

    @Option(help: "The dataset; the installed one when not given.")
    var dataset: Folder?

    @OptionGroup var language: LanguageOption

    var lang: Language { language.lang }

    func work() throws {
      let plan = try TargetPlan(path: table, of: try readDataset(dataset))
      complain(warningText(plan.warnings, language: lang))
      guard let out else { return try say(plan.text()) }
      try publisher(file: out, reading: [table]).publish([UInt8](plan.text().utf8))
      complain(lang.say("文件：\(out.path)\n", "File: \(out.path)\n"))
    }
  }
}
