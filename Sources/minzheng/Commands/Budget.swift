import ArgumentParser
import Domain
import Fiscal
import Inputs
import Reports
import Simulation
import Studies

/// Prints the budget book of a scenario.
struct BudgetCommand: WorkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "budget",
    abstract: bilingual(
      "编制预算：按科目、区县、付款方，及其增长和依据。", "The budget by line, district and payer, its growth and what it rests on."))

  static let examples = [
    "minzheng budget scenarios/baseline.yaml",
    "minzheng budget scenarios/baseline.yaml --years 3 --quantile city=90% --cap city=6亿元@2027",
  ]

  @OptionGroup var scenario: ScenarioOptions

  @Option(help: .bilingual("编几年，从已知年份之后的第一年起。", "How many years, from the one after the last known on."))
  var years = 5

  @Option(
    name: [.customLong("quantile"), .customLong("percentile")], parsing: .singleValue,
    help: .bilingual(
      "按哪个分位数安排预算，如 90%，或只对一个付款方写 city=90%；可写多次。不写则为 80%。",
      "The quantile of the members to budget at, such as 90% or city=90% for one payer; may stand several times. 80% when not given."
    )
  )
  var quantile: [PayerPercentile] = []

  @Option(
    parsing: .singleValue,
    help: .bilingual(
      "某付款方的上限，如 city=6亿元@2027；可写多次。", "What a payer may pay at most, such as city=6亿元@2027; may stand several times."))
  var cap: [String] = []

  @Option(
    help: .bilingual("编制某区县的预算，而不是全市的。", "A district whose book is made instead of the city's."), completion: .districts
  )
  var district: String?

  @Option(
    help: .bilingual(
      "输出文件夹；不写则为 out/名称-budget，区县的为 out/名称-budget-代码。",
      "The folder to write to; out/NAME-budget when not given, of a district out/NAME-budget-CODE."))
  var out: Folder?

  @OptionGroup var form: OutputForm

  @OptionGroup var members: MemberOptions

  func validate() throws {
    try require("--years", years, in: 1...Limits.horizon)
  }

  var lang: Language { scenario.lang }

  func work() async throws {
    let loaded = try scenario.load(members)
    let plan = try Plan(loaded)
    var choice = try choice(plan)
    let suffix = choice.area.map { "-\(plan.city.areas[$0].code)" } ?? ""
    let folder = try publisher(
      out?.path ?? "out/\(loaded.scenario.name)-budget\(suffix)", reading: loaded.inputs.map(\.path))
    let results = try await computed(plan, members, keeping: BudgetBook.kept, in: lang)
    choice.growth = try await growth(plan, choice)
    guard let book = BudgetBook(results, loaded.dataset, choice, language: lang)?.document else {
      throw Refusal(
        lang.say(
          "情景只有基年，没有可编预算的年份；请延长 horizon\n", "the scenario has no year after the base year; extend its horizon\n"),
        Exit.badInput)
    }
    let files = try budgetFiles(results, loaded, book: book.text, made: .now)
    try deliver(form.of(files, plan), by: folder, showing: book.text)
  }

  /// What is asked for, checked against what there is.
  private func choice(_ plan: Plan) throws -> BudgetChoice {
    var choice = BudgetChoice(years: years)
    for quantile in quantile {
      if let payer = quantile.payer {
        choice.percentileOf[payer] = quantile.value
      } else {
        choice.percentile = quantile.value
      }
    }
    let place = try district.map { try area(named: $0, among: plan.city.areas) }
    choice.area = place == plan.city.areas.cityIndex ? nil : place
    for (index, text) in cap.enumerated() {
      choice.caps.append(try CapReader(of: cap.count > 1 ? "--cap[\(index + 1)]" : "--cap").cap(text, plan))
    }
    return choice
  }

  /// What the growth is made of; nil where it cannot be taken apart.
  private func growth(_ plan: Plan, _ choice: BudgetChoice) async throws -> BudgetGrowth? {
    guard let years = choice.growthYears(plan) else { return nil }
    do throws(CutRun.Unlike) {
      return try await BudgetGrowth(
        plan, area: choice.area ?? plan.city.areas.cityIndex, in: years,
        draws: min(plan.scenario.draws, BudgetCommand.draws), threads: usableThreads(members.threads))
    } catch {
      switch error {
      case .run(let error): throw Refusal(error, plan.city.areas, in: lang)
      case .worlds(let error): throw Refusal(error, in: lang)
      case .programs: return nil
      }
    }
  }

  /// As many worlds as give an interval for each part of the growth.
  private static let draws = 100
}
