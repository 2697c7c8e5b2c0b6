import ArgumentParser
import Domain
import Inputs
import Publishing
import Reports
import Simulation
import Tables

/// Says what outcomes depend on.
struct SensitivityCommand: WorkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "sensitivity",
    abstract: bilingual(
      "结果取决于哪些输入，先弄清什么再决定。", "Which inputs an outcome depends on, and what is worth knowing before choosing."),
    discussion: bilingual(
      """
      情景：各抽取的输入和偶然性各解释多少方差，所注范围两端的差别。研究：\
      按它的设计能说什么（docs/methods/sensitivity.md）。外来的表：每点一行，每个输入或结果一列，失败的点留空。\
      --decide：按 --by 哪个方案最好，选择之前弄清什么值多少，方案在哪里不行；在各次模拟中，\
      或在所写研究的各点上。
      """,
      """
      Of a scenario: the share of the variance over its worlds that each drawn input and chance explain, and \
      the difference at both ends of each stated range. Of a study: what its design allows to say \
      (docs/methods/sensitivity.md). Of a table from elsewhere: a row a point, a column an input or an outcome, \
      empty where a point failed. With --decide: which option is best by --by, what it is worth to find out \
      before choosing, and where options fail; in worlds, or, where a study is named, at its points.
      """))

  static let examples = [
    "minzheng sensitivity scenarios/baseline.yaml --outcome care.workers.shortage@2030",
    "minzheng sensitivity studies/caregivers.yaml",
    "minzheng sensitivity --table runs.csv --outcome cost --design design.json",
    "minzheng sensitivity --decide scenarios/baseline.yaml,scenarios/nursing-push.yaml --by fiscal.fiscal_cost@2030",
  ]

  @Argument(
    help: .bilingual(
      "情景，或用 + 叠加的几个文件，或研究文件；与 --table 同用时不写。",
      "A scenario, or files composed with '+', or a study file; none with --table."), completion: .subjects)
  var subject: String?

  @OptionGroup var changes: ChangeOptions

  @Option(
    parsing: .singleValue,
    help: .bilingual(
      "情景的 指标@年份[/区县]，几个用逗号分开；或 --table 的列名。",
      "INDICATOR@YEAR[/DISTRICT] of a scenario, several separated by commas; a column of --table."),
    completion: .outcomes)
  var outcome: [String] = []

  @Option(help: .bilingual("每点一行的 CSV 文件。", "A CSV file with a row for each point."))
  var table: File?

  @Option(
    help: .bilingual(
      "说明 --table 各点如何布置的文件，如 sweep 写出的 design.json。",
      "The file that says how the points of --table were laid out, such as a sweep's design.json."))
  var design: File?

  @Option(
    help: .bilingual(
      "--table 中作为输入的列，用逗号分开；不写则为其余的数字列。",
      "Columns of --table that are inputs, separated by commas; all others with numbers when not given."))
  var columns: String?

  @Option(
    help: .bilingual(
      "份额的 95% 区间向两侧不超过这个数时即算定论，如 0.02。",
      "A share is settled when its 95 % interval reaches at most so far on either side, such as 0.02."))
  var precision: Double?

  @Flag(help: .bilingual("列出不起作用的输入。", "List the inputs that move nothing."))
  var dead = false

  @OptionGroup var decision: DecisionOptions
  @OptionGroup var members: MemberOptions

  @Option(
    help: .bilingual(
      "输出文件夹；不写则为 out/名称-sensitivity，与 --table 同用时不写文件。",
      "The folder to write to; out/NAME-sensitivity when not given, nowhere with --table."))
  var out: Folder?

  @OptionGroup var page: PageOption

  var lang: Language { changes.lang }

  func validate() throws {
    if decision.decide != nil {
      guard table == nil, outcome.isEmpty, !dead else {
        throw misuse(
          "--decide 用 --by 评判，不与 --table、--outcome、--dead 同用",
          "--decide goes by --by, and not with --table, --outcome or --dead")
      }
      return
    }
    guard (subject == nil) != (table == nil) else {
      throw misuse("要一个情景、一项研究，或 --table 表", "sensitivity takes a scenario, a study, or --table FILE")
    }
    if table != nil, outcome.isEmpty { throw misuse("--table 要有 --outcome 列名", "--table needs --outcome COLUMN") }
    if table == nil, design != nil || columns != nil {
      throw misuse("--design 和 --columns 只用于 --table", "--design and --columns go with --table")
    }
    if design != nil, columns != nil {
      throw misuse("--design 已说明哪些列是输入", "--design says which columns are inputs; leave --columns out")
    }
    if let precision, !(precision > 0 && precision <= 1) {
      throw misuse("--precision 要大于 0、不大于 1 的数", "--precision takes a number above 0, at most 1")
    }
  }

  func work() async throws {
    if decision.decide != nil {
      guard let subject else { return try await decideInWorlds() }
      return try await decideInStudy(subject)
    }
    if let table { return try tell(ofTable(table)) }
    guard let subject else { preconditionFailure("validated") }
    if isStudy(path: Installation.shipped.path(subject, .study)) {
      try await tell(ofStudy(subject))
    } else {
      guard !outcome.isEmpty else {
        throw misuse("情景要有 --outcome 指标@年份", "a scenario needs --outcome INDICATOR@YEAR")
      }
      try await tell(ofScenario(subject))
    }
  }

  /// What was found, and where it goes.
  struct Answer {
    let title: String
    let findings: [SensitivityFinding]
    let names: InputNames
    let remarks: [String]
    let name: String
    let inputs: [InputFile]
    /// Nil where nothing is written.
    let folder: Publisher?
  }

  private func tell(_ answer: Answer) throws {
    let page = SensitivityPage(
      title: answer.title, answer.findings, answer.names, onlyDead: dead, remarks: answer.remarks, language: lang
    ).document
    if let writer = try publisher(of: self.page, reading: answer.inputs.map(\.path)) {
      try writer.publish([UInt8](page.html.utf8))
    }
    guard let folder = answer.folder else { return try say(page.text) }
    let files = try SensitivityFiles.files(
      answer.findings, named: answer.name, inputs: answer.inputs, made: .now)
    try deliver(files, by: folder, showing: page.text)
  }
}
