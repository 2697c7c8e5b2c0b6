import ArgumentParser
import Domain
import Inputs
import Reports
import Simulation

/// A scenario and what the command line changes of it.
struct ScenarioOptions: ParsableArguments {
  @Argument(
    help: .bilingual("情景文件，或用 + 叠加的几个文件。", "A scenario file, or files composed with '+'."), completion: .scenarios)
  var scenario: String

  @OptionGroup var changes: ChangeOptions

  var lang: Language { changes.lang }

  func request(_ members: MemberOptions) -> ScenarioRequest { changes.request(scenario, members) }

  func load(_ members: MemberOptions) throws -> LoadedScenario { try changes.load(scenario, members) }
}

/// What the command line changes of scenarios.
struct ChangeOptions: ParsableArguments {
  @Option(help: .bilingual("代替情景所用的数据集。", "A dataset that replaces the scenario's."), completion: .datasets)
  var dataset: Folder?

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: .bilingual(
      "一处改动，地址=数值，如 'care.beds.convert@2026=900 张'；可写多次。",
      "A change, ADDRESS=VALUE, such as 'care.beds.convert@2026=900 张'; may stand several times."),
    completion: .addresses)
  var changes: [String] = []

  @Option(
    name: .customLong("known-until"),
    help: .bilingual("公布数已知到哪一年。", "The year up to which published values are known."), completion: .years)
  var knownUntil: Int?

  @Flag(help: .bilingual("封存之后有文件改动的数据集不予接受。", "Refuse a dataset of which a file has changed since it was sealed."))
  var sealed = false

  @Option(
    help: .bilingual(
      "数据集之外自己的目标：规划文件，或规划文本中的指标表（.csv）。",
      "Targets of one's own beside the dataset's: a plan file, or a table (.csv) as plan documents print it."),
    completion: .plans)
  var plan: File?

  @OptionGroup var language: LanguageOption

  var lang: Language { language.lang }

  func validate() throws { try requireYear("--known-until", knownUntil) }

  /// Reads what a scenario names.
  func load(_ scenario: String, _ members: MemberOptions) throws -> LoadedScenario {
    try load(request(scenario, members))
  }

  /// Reads what is requested, sealed if that is asked for.
  func load(_ request: ScenarioRequest) throws -> LoadedScenario {
    var shelf = DatasetShelf()
    return try load(request, &shelf)
  }

  /// The same with datasets read before, which are not read again.
  func load(_ request: ScenarioRequest, _ shelf: inout DatasetShelf) throws -> LoadedScenario {
    let loaded = try LoadedScenario(request, &shelf)
    if sealed, let refusal = Refusal(unsealed: loaded.dataset, in: lang) { throw refusal }
    complain(warningText(loaded.dataset.warnings, language: lang))
    return loaded
  }

  func request(_ scenario: String, _ members: MemberOptions) -> ScenarioRequest {
    request(scenario, draws: members.draws, seed: members.seed, holdsInputs: members.inputs == .fixed)
  }

  /// - Parameter draws: the scenario's where nil.
  func request(_ scenario: String, draws: Int?, seed: UInt64? = nil, holdsInputs: Bool = false) -> ScenarioRequest {
    var request = ScenarioRequest(
      scenario, dataset: dataset?.path, installedDataset: Installation.dataset, changes: changes, draws: draws,
      seed: seed, knownUntil: knownUntil, holdsInputs: holdsInputs)
    request.plan = plan?.path
    request.shipped = Installation.shipped
    return request
  }

  /// Scenarios read one after another, each dataset once.
  func read(_ scenarios: [String], _ members: MemberOptions) throws -> [LoadedScenario] {
    var shelf = DatasetShelf()
    return try scenarios.map { try load(request($0, members), &shelf) }
  }
}

/// What worlds do with inputs of which a range is stated.
enum InputUse: String, CaseIterable, ExpressibleByArgument {
  case drawn, fixed
}

/// How many worlds are drawn, and how they are computed.
struct MemberOptions: ParsableArguments {
  @Option(
    help: .bilingual(
      "中心值之外的模拟次数；0 为只算中心值。不写则按情景。",
      "Worlds drawn beside the central member; 0 for the central member alone. The scenario's when not given."))
  var draws: Int?

  @Option(help: .bilingual("随机数种子。", "The seed of the draws."))
  var seed: UInt64?

  @Option(
    help: .bilingual(
      "估计或假设的输入是否在各次模拟中按所注范围抽取：drawn（抽取）或 fixed（固定）。",
      "Whether worlds draw the inputs that are estimated or assumed from their stated ranges: drawn or fixed."))
  var inputs = InputUse.drawn

  @Option(help: .bilingual("使用的线程数；不影响结果。", "Threads to use; results do not depend on it."))
  var threads: Int?

  func validate() throws {
    try require("--threads", threads, in: 1...Limits.threads)
    try require("--draws", draws, in: 0...Limits.draws)
  }
}

/// Runs a plan with its members, or says why none came of it.
///
/// - Parameters:
///   - kept: indicators of which every member is wanted.
///   - outcomes: values of which every member is wanted besides.
func computed(
  _ plan: Plan, _ members: MemberOptions, keeping kept: [String] = [], outcomes: [Outcome] = [], in language: Language
) async throws -> Results {
  try await computed([plan], members, keeping: kept, areas: nil, years: nil, outcomes: outcomes, in: language)[0]
}

/// Runs plans for one city in the same worlds.
///
/// - Parameters:
///   - areas: where members of the indicators kept are wanted; nil for everywhere.
///   - years: when they are wanted; nil for always.
///   - outcomes: values of which members are wanted besides.
///   - recorded: years of which every value of the central member is kept.
func computed(
  _ plans: [Plan], _ members: MemberOptions, keeping kept: [String], areas: Set<Int>?, years: Set<Year>?,
  outcomes: [Outcome] = [], recording recorded: Set<Year> = [], in language: Language
) async throws -> [Results] {
  let draws = plans[0].scenario.draws
  let line = ProgressLine(total: draws, language: language)
  defer { line?.finish() }
  let options = plans.map { _ in
    var options = EnsembleOptions(
      draws: draws, threads: usableThreads(members.threads), sink: draws > 0 ? try? MemberFile() : nil, kept: kept,
      progress: line.map { line in { @Sendable in line.advance(by: $0) } })
    options.keptAreas = areas
    options.keptYears = years
    options.keptOutcomes = outcomes
    options.recorded = recorded
    return options
  }
  do {
    return try await Plan.run(plans, options)
  } catch let error as RunError {
    throw Refusal(error, plans[0].city.areas, in: language)
  } catch let error as WorldsError {
    throw Refusal(error, in: language)
  }
}
