import ArgumentParser
import Domain
import Inputs
import Reports
import Simulation
import Studies

/// Runs scenarios and writes their results.
struct Run: WorkingCommand {
  static let configuration = CommandConfiguration(
    abstract: bilingual("运行情景，写出结果。", "Run scenarios and write their results."),
    discussion: bilingual(
      "文件写入 out/名称：indicators.csv、budget.csv、targets.csv、report.txt、manifest.json 等。",
      """
      Files go to out/NAME: indicators.csv, budget.csv, targets.csv, report.txt, manifest.json and others.
      """))

  static let examples = [
    "minzheng run scenarios/baseline.yaml",
    "minzheng run scenarios/baseline.yaml --set 'care.beds.convert@2026=900 张' --out out/try",
  ]

  @Argument(
    help: .bilingual(
      "情景文件，或用 + 叠加的几个文件；写几个则逐个运行。", "A scenario file, or files composed with '+'; several are run one after another."),
    completion: .scenarios)
  var scenarios: [String]

  @OptionGroup var changes: ChangeOptions

  @Option(help: .bilingual("输出文件夹；不写则为 out/名称。", "The folder to write to; out/NAME when not given."))
  var out: Folder?

  @OptionGroup var form: OutputForm

  @OptionGroup var members: MemberOptions

  @OptionGroup var fund: FundOption

  @Option(
    name: .customLong("members-out"), parsing: .singleValue,
    help: .bilingual(
      "写入 members.csv 的每次模拟：指标 或 指标/区县 为各年（不写区县则各地区），指标@年份[/区县] 为一个数（不写区县则全市）；用逗号分开，可写多次。",
      "Of what every member is written to members.csv: INDICATOR or INDICATOR/DISTRICT in every year, of every area where "
        + "none is named, or INDICATOR@YEAR[/DISTRICT], of the city where none is named; separated by commas, and may "
        + "stand several times."),
    completion: .indicators)
  var membersOut: [String] = []

  @Option(
    name: .customLong("members-format"),
    help: .bilingual(
      "每次模拟的写法：csv（members.csv），或 npy（members.npy，一行一次模拟的 NumPy 数组，各列见 members_columns.csv）。",
      "How members are written: csv (members.csv), or npy (members.npy, an array of NumPy's with a world a row, and "
        + "members_columns.csv, what its columns are)."))
  var membersFormat = MembersFormat.csv

  @Flag(
    name: .customLong("drivers-out"),
    help: .bilingual(
      "写出 drivers.csv：每次模拟抽到的各个数，一行一个，可按 member 列与 members.csv 连接。",
      "Writes drivers.csv: what every world drew, a number a row, to be joined with members.csv by member."))
  var driversOut = false

  @Option(
    parsing: .singleValue,
    help: .bilingual(
      "只要这些数值：指标@年份[/区县]，用逗号分开；不写区县则为全市。只计算所需部分，以 csv（或 json）显示，不写文件。",
      "Values wanted, INDICATOR@YEAR[/DISTRICT] separated by commas; of the city where no district is named. Only what they need is computed, they are printed as csv (or json), and no files are written."
    ), completion: .outcomes)
  var only: [String] = []

  @OptionGroup var plot: PlotOptions

  @Option(
    help: .bilingual(
      "--plot 画哪个指标，写名称或标签的一部分。", "The indicator that --plot draws, by its name or a part of its label."),
    completion: .indicators)
  var indicator: String?

  @Option(
    help: .bilingual(
      "显示某区县自己的报告，--plot 也画该区县；不写则为全市。",
      "A district whose own report is printed, and for which --plot draws; the city when not given."),
    completion: .districts)
  var district: String?

  @Option(
    help: .bilingual(
      "显示什么：table 或 md（报告），csv 或 json（指标）。", "What is printed: table or md (the report), csv or json (the indicators).")
  )
  var format: Format = .table

  func validate() throws {
    if out != nil, scenarios.count > 1 { throw misuse("--out 只用于一个情景", "--out takes one scenario") }
    if plot.file != nil, scenarios.count > 1 {
      throw misuse("--plot 只用于一个情景；几个情景用 compare", "--plot takes one scenario; compare draws several")
    }
    if (plot.file == nil) != (indicator == nil) {
      throw misuse("--plot 与 --indicator 要一起写", "--plot and --indicator go together")
    }
    if membersFormat != .csv, membersOut.isEmpty {
      throw misuse("--members-format 要与 --members-out 一起写", "--members-format goes with --members-out")
    }
    if !only.isEmpty { try requireValuesAlone() }
  }

  var lang: Language { changes.lang }

  var writes: Bool { only.isEmpty }

  func work() async throws {
    let loaded = try changes.read(scenarios, members)
    let names = loaded.map(\.scenario.name)
    if let twice = names.first(where: { name in names.filter { $0 == name }.count > 1 }) {
      throw misuse("两个情景都叫 ‘\(twice)’，会写进同一个文件夹", "two scenarios are called '\(twice)' and would write to one folder")
    }
    let plans = try loaded.map { try fund.hold(Plan($0), in: lang) }
    guard only.isEmpty else { return try await printOutcomes(plans) }
    for (scenario, plan) in zip(loaded, plans) { try await runOne(scenario, plan) }
  }

  private func selection(_ plan: Plan) throws -> MemberSelection {
    let found = try OutcomeSelectors.members(in: membersOut.joined(separator: ","), of: "--members-out", plan)
    return MemberSelection(indicators: found.indicators, outcomes: found.outcomes, form: membersFormat.form)
  }

  private func runOne(_ loaded: LoadedScenario, _ plan: Plan) async throws {
    let selection = try selection(plan)
    let drawn = try chosen([indicator].compactMap(\.self), among: plan.model.published)
    try plot.requireOne(of: drawn)
    try plot.requireSimulated(in: plan.years)
    let areas = plan.city.areas
    let place = try district.map { try area(named: $0, among: areas) } ?? areas.cityIndex
    let inputs = loaded.inputs.map(\.path) + fund.inputs
    let folder = try publisher(out?.path ?? "out/\(loaded.scenario.name)", reading: inputs)
    let drawing = try plot.file.map { try publisher(file: $0, reading: loaded.inputs.map(\.path)) }
    try requireMemory(for: selection, plan, in: lang)
    let results = try await computed(
      plan, members, keeping: selection.indicators, outcomes: selection.outcomes, in: lang)
    let intervals = IntervalPart.all(of: results)
    let report = runReport(results, loaded.dataset, intervals: intervals, language: lang)
    let files = try await runFiles(
      results, loaded, report: report.text, members: selection, intervals: intervals,
      drivers: driversOut ? WorldCauses(results) : nil, made: .now)
    let shown =
      place == areas.cityIndex ? report : districtReport(results, loaded.dataset, area: place, language: lang)
    let page = format.text(of: shown, rows: AreaTable(results, area: place).table)
    try deliver(form.of(files, plan), by: folder, showing: page)
    try plot.draw(drawn, of: [results], area: place, by: drawing, in: lang)
  }
}

/// How members are written.
enum MembersFormat: String, CaseIterable, ExpressibleByArgument {
  case csv, npy

  var form: MemberSelection.Form {
    switch self {
    case .csv: .csv
    case .npy: .npy
    }
  }
}
