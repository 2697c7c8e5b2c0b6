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
    abstract: "结果取决于哪些输入，先弄清什么再决定。 Which inputs an outcome depends on, and what is worth knowing before choosing.",
    discussion: """
      Example: minzheng sensitivity scenarios/baseline.yaml --outcome care.workers.shortage@2030
      Example: minzheng sensitivity studies/caregivers.yaml
      Example: minzheng sensitivity --table runs.csv --outcome cost --design design.json
      Example: minzheng sensitivity --decide scenarios/baseline.yaml,scenarios/nursing-push.yaml --by fiscal.fiscal_cost@2030


      Of a scenario: the share of the variance over its worlds that each drawn input and chance explain, and the difference \
      at both ends of each stated range. Of a study: what its design allows to say (docs/methods/sensitivity.md). Of a \
      table from elsewhere: a row a point, a column an input or an outcome, empty where a point failed. With --decide: which \
      option is best by --by, what it is worth to find out before choosing, and where options fail; in worlds, or, where a \
      study is named, at its points.
      """)

  @Argument(help: "A scenario, or files composed with '+', or a study file; none with --table.")
  var subject: String?

  @OptionGroup var changes: ChangeOptions

  @Option(
    parsing: .singleValue,
    help: "INDICATOR@YEAR[/DISTRICT] of a scenario, several separated by commas; a column of --table.")
  var outcome: [String] = []

  @Option(help: "A CSV file with a row for each point.")
  var table: File?

  @Option(help: "The file that says how the points of --table were laid out, such as a sweep's design.json.")
  var design: File?

  @Option(help: "Columns of --table that are inputs, separated by commas; all others with numbers when not given.")
  var columns: String?

  @Option(
    help: "A share is settled when its 95 % interval reaches at most so far on either side, such as 0.02.")
  var precision: Double?

  @Flag(help: "List the inputs that move nothing.")
  var dead = false

  @OptionGroup var decision: DecisionOptions
  @OptionGroup var members: MemberOptions

  @Option(help: "The folder to write to; out/NAME-sensitivity when not given, nowhere with --table.")
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
    if isStudy(path: subject) {
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
