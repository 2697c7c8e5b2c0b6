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
struct TargetsCommand: ParsableCommand, Exemplified {
  static let configuration = CommandConfiguration(
    commandName: "targets",
    abstract: bilingual("规划目标：预测、差距、达标概率与所需进度；综合指数与差距。", "Plan targets, the index and the gaps."),
    usage: """
      minzheng targets <scenario> [options]; minzheng targets propose <scenario> --year <year> [options]; \
      minzheng targets read <table> --out <file>
      """,
    subcommands: [Show.self, Propose.self, Read.self], defaultSubcommand: Show.self)

  static let examples = ["minzheng targets scenarios/baseline.yaml --plan plans/2026-2030.yaml"]

  /// Shows every target with what a run says of it.
  struct Show: WorkingCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: bilingual("逐项目标的判断。", "What a run says of every target."),
      discussion: bilingual(
        "与 --fail-on 同用，有可判断的目标处于该状况或更差时退出码为 2。",
        """
        With --fail-on, exit code 2 when a target that can be judged stands as badly as that, or worse.
        """))

    static let examples = ["minzheng targets scenarios/baseline.yaml --year 2027"]

    @OptionGroup var scenario: ScenarioOptions

    @Option(
      help: .bilingual(
        "显示哪一年的目标；不写则为各目标的最后一年。", "The year whose targets are shown; each target's last when not given."),
      completion: .years)
    var year: Int?

    @Option(
      name: .customLong("fail-on"),
      help: .bilingual("missed（未达到）、unlikely（难以达到）或 at_risk（有风险）。", "missed, unlikely or at_risk."))
    var failOn: FailingStatus?

    @OptionGroup var members: MemberOptions

    @Option(help: .bilingual("table 或 md（页面），csv 或 json（各项目标）。", "table or md (the page), csv or json (the targets)."))
    var format: Format = .table

    var lang: Language { scenario.lang }

    var writes: Bool { false }

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
      abstract: bilingual("把规划文本里的指标表读成规划文件。", "Make a plan file of a table as plan documents print it."),
      discussion: bilingual(
        """
        一行一个目标，一列一年：指标, 单位, 属性, 2026年, … 2030年。单元格写 ≥65%、>10500、73，\
        或以横线表示没有。名称看不出由哪个指标判断时，加一列 indicator 写明。
        """,
        """
        A row a target, a column a year: 指标, 单位, 属性, 2026年, … 2030年. Cells hold ≥65%, >10500, 73 or a \
        dash for nothing. A column indicator names what a target is judged by, where its name does not tell.
        """))

    static let examples = ["minzheng targets read 指标表.csv --out plans/draft.yaml"]

    @Argument(help: .bilingual("指标表（.csv）。", "The table (.csv)."), completion: .file(extensions: ["csv"]))
    var table: String

    @Option(help: .bilingual("输出文件；不写则写到标准输出。", "The file to write to; standard output when not given."))
    var out: File?

    @Option(
      help: .bilingual(
        "数据集；不写则为 MINZHENG_DATA 所指的，再则为随程序安装的。",
        "The dataset; when not given that of MINZHENG_DATA, else the installed one."), completion: .datasets)
    var dataset: Folder?

    @OptionGroup var language: LanguageOption

    var lang: Language { language.lang }

    func work() throws {
      let plan = try TargetPlan(path: table, of: try readDataset(dataset))
      complain(warningText(plan.warnings, language: lang))
      guard let out else { return try say(plan.text()) }
      try publisher(file: out, reading: [table]).publish([UInt8](plan.text().utf8))
      remark(lang.say("文件：\(out.path)\n", "File: \(out.path)\n"))
    }
  }
}
