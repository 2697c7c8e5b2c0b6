import Allocation
import ArgumentParser
import Domain
import Fiscal
import Inputs
import Reports
import Simulation

extension FundBasis: ExpressibleByArgument {}

/// Shares out the lottery fund of a scenario, or solves an allocation problem of a file.
struct Allocate: WorkingCommand {
  static let configuration = CommandConfiguration(
    abstract: bilingual(
      "按规则分配福彩公益金，或求解一个分配问题。", "Share out the lottery fund of a scenario, or solve a problem of a file."),
    discussion: bilingual(
      """
      情景：列出账户、用途、养老最低占比，哪些规则起约束、代价多少。--problem 的文件以 \
      docs/methods/allocation.md 的 JSON 格式写出账户、用途、需求和规则；答案以 JSON 写到标准输出，\
      摘要写到标准错误。没有方案满足全部规则时退出码为 2（情景则输出有规则让步的方案），没有最优方案时亦然。
      """,
      """
      With a scenario: accounts, uses, the floor of eldercare, which rules bind and at what price. With \
      --problem: FILE holds accounts, uses, needs and rules in the JSON form of docs/methods/allocation.md; the \
      answer goes to standard output as JSON, a summary to standard error. Exit code 2: no allocation keeps all \
      rules – of a scenario the one in which rules gave way is printed –, or none is best.
      """))

  static let examples = [
    "minzheng allocate scenarios/baseline.yaml --year 2026",
    "minzheng allocate --problem problem.json",
  ]

  @Argument(
    help: .bilingual("情景文件，或用 + 叠加的几个文件。", "A scenario file, or files composed with '+'."), completion: .scenarios)
  var scenario: String?

  @Option(
    help: .bilingual("不用情景，改为求解 JSON 文件中的分配问题。", "A problem in JSON instead of a scenario."),
    completion: .file(extensions: ["json"]))
  var problem: String?

  @Option(
    help: .bilingual("要分配的年份；不写则为已知年份之后的第一年。", "The year to decide; the first after the last known when not given."),
    completion: .years)
  var year: Int?

  @Option(
    help: .bilingual(
      "central（中心值）、p80（需求取 80% 分位、收入取 20% 分位）或 members（逐次模拟）。",
      "central, p80 (needs at 80 %, income at 20 % of the worlds) or members (each world by itself)."))
  var basis: FundBasis = .central

  @Option(
    help: .bilingual(
      "下一年起区县账户养老支出的最低占比，如 60%。",
      "The floor of eldercare in the districts' accounts from the next year on, such as 60%."))
  var floor: String?

  @OptionGroup var changes: ChangeOptions
  @OptionGroup var members: MemberOptions

  @Option(
    help: .bilingual(
      "输出文件夹；不写则为 out/名称-allocation。与 --problem 同用时为答案文件。",
      "The folder to write to; out/NAME-allocation when not given. With --problem the file for the answer."))
  var out: File?

  @OptionGroup var form: OutputForm

  @Option(
    help: .bilingual(
      "显示什么：table 或 md（报告），csv 或 json（金额）。", "What is printed: table or md (the report), csv or json (the amounts)."))
  var format: Format = .table

  func validate() throws {
    try requireYear("--year", year)
    if (scenario == nil) == (problem == nil) {
      throw misuse("给一个情景，或 --problem 文件", "give a scenario or --problem FILE")
    }
    if problem != nil, year != nil || floor != nil {
      throw misuse("--year 和 --floor 只用于情景", "--year and --floor go with a scenario")
    }
  }

  var lang: Language { changes.lang }

  func work() async throws {
    if let problem { try solve(problem) } else if let scenario { try await shareOut(scenario) }
  }

  // MARK: - The fund of a scenario

  private func shareOut(_ scenario: String) async throws {
    var request = changes.request(scenario, members)
    if let floor { request.options.append(OptionChange("--floor", path: Fund.eldercareFloor.path, value: floor)) }
    let loaded = try changes.load(request)
    let plan = try Plan(loaded)
    if basis != .central, loaded.scenario.draws == 0 {
      throw misuse(
        "--basis \(basis.rawValue) 要有随机模拟；请加 --draws 1000", "--basis \(basis.rawValue) needs worlds; give --draws 1000")
    }
    guard let fund = plan.model.budget?.fund, let decided = plan.budgetYears(1)?.lowerBound else {
      throw Refusal(
        lang.say("情景只有基年，没有可分配的年份\n", "the scenario has no year after the base year\n"), Exit.badInput)
    }
    let year = year ?? decided
    let years = plan.years
    guard year > years.lowerBound, years.contains(year) else {
      throw misuse(
        "--year \(year) 不在 \(years.lowerBound + 1)–\(years.upperBound) 之内",
        "--year \(year) is not among \(years.lowerBound + 1)–\(years.upperBound)")
    }
    let folder = try publisher(
      out?.path ?? "out/\(loaded.scenario.name)-allocation", reading: loaded.inputs.map(\.path))
    let results = try await computed(
      [plan], members, keeping: Results.fundNames(fund), areas: nil, years: [year - 1, year], in: lang)[0]
    do {
      guard let decision = try results.fundDecision(year, basis) else {
        throw Refusal(
          lang.say("数据集没有公益金用途（fund_uses.csv）\n", "the dataset has no uses of the fund (fund_uses.csv)\n"),
          Exit.badInput)
      }
      let book = try FundBook(results, loaded.dataset, decision, language: lang).document()
      let files = try fundFiles(results, loaded, decision, book: book.text, made: .now)
      let page = format.text(of: book, rows: RunTables.decision.table(of: AllocationPages(results, decision)))
      try deliver(form.of(files, plan), by: folder, showing: page)
      try requireRulesHeld(decision.outcome)
    } catch let error as FundError {
      throw Refusal(.fund(error), plan.city.areas, in: lang)
    }
  }

  /// Ends with the answer no where rules gave way, and says which clash.
  private func requireRulesHeld(_ outcome: FundAllocation.Outcome) throws {
    guard !outcome.gaveWay.isEmpty else { return }
    if case .infeasible(let clash) = try solved(outcome.asked) { complain(clashText(outcome.asked, clash, lang)) }
    throw Exit.answerIsNo
  }

  // MARK: - A problem of a file

  private func solve(_ file: String) throws {
    let answer = try out.map { try publisher(file: $0, reading: [file]) }
    let problem = try AllocationFile(path: file).problem
    let outcome = try solved(problem)
    let report = try report(problem, outcome)
    if let answer { try answer.publish([UInt8](report.json.utf8)) } else { try say(report.json) }
    complain(report.summary)
    if outcome.solution == nil { throw Exit.answerIsNo }
  }

  private func report(_ problem: AllocationProblem, _ outcome: AllocationOutcome) throws -> AllocationReport {
    do {
      return try AllocationReport(problem, outcome, language: lang)
    } catch {
      throw Refusal(error, in: lang)
    }
  }

  /// What became of a problem.
  private func solved(_ problem: AllocationProblem) throws -> AllocationOutcome {
    do {
      return try AllocationSolver().solve(problem)
    } catch {
      throw Refusal(error, in: lang)
    }
  }
}
