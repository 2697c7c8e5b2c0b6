import ArgumentParser
import Domain
import Inputs
import Reports

/// A scenario and what the command line changes of it.
struct ScenarioOptions: ParsableArguments {
  @Argument(help: "A scenario file, or files composed with '+'.")
  var scenario: String

  @OptionGroup var changes: ChangeOptions

  var lang: Language { changes.lang }

  func request(_ members: MemberOptions) -> ScenarioRequest { changes.request(scenario, members) }

  func load(_ members: MemberOptions) throws -> LoadedScenario { try changes.load(scenario, members) }
}

/// What the command line changes of scenarios.
struct ChangeOptions: ParsableArguments {
  @Option(help: "A dataset that replaces the scenario's.")
  var dataset: Folder?

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: "A change, ADDRESS=VALUE, such as 'care.beds.convert@2026=900 张'.")
  var changes: [String] = []

  @Option(name: .customLong("known-until"), help: "The year up to which published values are known.")
  var knownUntil: Int?

  @Flag(help: "Refuse a dataset of which a file has changed since it was sealed.")
  var sealed = false

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
    ScenarioRequest(
      scenario, dataset: dataset?.path, installedDataset: installedDataset(), changes: changes, draws: draws,
      seed: seed, knownUntil: knownUntil, holdsInputs: holdsInputs)
  }

  /// Scenarios read one after another, each dataset once.
  func read(_ scenarios: [String], _ members: MemberOptions) throws -> [LoadedScenario] {
    var shelf = DatasetShelf()
    return try scenarios.map { try load(request($0, members), &shelf) }
  }
}
