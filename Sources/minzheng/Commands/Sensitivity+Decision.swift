import ArgumentParser
import Domain
import Formulas
import Inputs
import Publishing
import Reports
import Simulation
import Studies
import Tables
import Uncertainty

/// What a choice between options goes by.
struct DecisionOptions: ParsableArguments {
  @Option(
    help: .bilingual(
      "在这些情景中选择，用逗号分开：选择之前值得先弄清什么？",
      "Scenarios to choose between, separated by commas: what is worth finding out before choosing?"),
    completion: .scenarios)
  var decide: String?

  @Option(
    help: .bilingual(
      "与 --decide 同用：按什么评判，指标@年份[/区县]；越小越好。",
      "With --decide: what options are judged by, INDICATOR@YEAR[/DISTRICT]; less is better."), completion: .outcomes)
  var by: String?

  @Flag(name: .customLong("more-is-better"), help: .bilingual("与 --by 同用：越大越好。", "With --by: more is better."))
  var moreIsBetter = false

  @Option(
    parsing: .singleValue,
    help: .bilingual(
      "与 --decide 同用：希望达到什么，'指标@年份>=数值' 或用 <=；可写多次，每个配一个 --price。",
      "With --decide: what is wanted, 'INDICATOR@YEAR>=VALUE' or with <=; may stand several times, each with a --price."
    ), completion: .outcomes
  )
  var miss: [String] = []

  @Option(
    parsing: .singleValue,
    help: .bilingual(
      "--miss 每差一个单位折算多少，用 --by 的单位，如 '5 万元'；写 '3 亿元 once' 则不论差多少只计一次。",
      "What each unit by which --miss is missed counts, in the unit of --by, such as '5 万元'; '3 亿元 once' counts once, by however little it is missed."
    )
  )
  var price: [String] = []

  func validate() throws {
    guard (decide == nil) == (by == nil) else {
      throw misuse("--decide 与 --by 要一起写", "--decide and --by go together")
    }
    guard decide != nil || miss.isEmpty && price.isEmpty && !moreIsBetter else {
      throw misuse(
        "--miss、--price 和 --more-is-better 只用于 --decide", "--miss, --price and --more-is-better go with --decide")
    }
    if let decide, decide.split(separator: ",").count < 2 {
      throw misuse("--decide 要两个以上情景，用逗号分开", "--decide takes two scenarios or more, separated by commas")
    }
    guard miss.count == price.count else {
      throw misuse("每个 --miss 要有一个 --price", "each --miss takes a --price")
    }
    if let by, OutcomeSelectors.malformed(by) != nil || by.contains(",") {
      throw misuse("--by 要 指标@年份[/区县]，不是 ‘\(by)’", "--by takes INDICATOR@YEAR[/DISTRICT], not '\(by)'")
    }
  }

  /// The scenarios.
  var scenarios: [String] { decide.map { $0.split(separator: ",").map(String.init) } ?? [] }

  /// What options are judged by, checked against what there is.
  func rule(_ plan: Plan, _ dataset: Dataset) throws -> DecisionRule {
    guard let by, let outcome = try OutcomeSelectors.outcomes(in: by, of: "--by", plan).first else {
      preconditionFailure("validated")
    }
    let unit = dataset.unit(of: outcome.indicator) ?? .ratio
    let misses = try zip(miss, price).map { miss, price in
      DecisionRule.Miss(
        try ConditionReader(of: "--miss", plan).condition(miss),
        price: try ConditionReader(of: "--price", plan).price(price, in: unit))
    }
    return DecisionRule(by, outcome, moreIsBetter: moreIsBetter, misses: misses)
  }
}

/// What is worth finding out before choosing.
extension SensitivityCommand {
  /// Options in the same worlds.
  func decideInWorlds() async throws {
    let loaded = try changes.read(decision.scenarios, members)
    let plans = try loaded.map { try Plan($0) }
    let rule = try decision.rule(plans[0], loaded[0].dataset)
    let names = loaded.map(\.scenario.name)
    let folder = try decisionFolder(names, reading: loaded.flatMap(\.inputs))
    let outcomes = rule.outcomes
    let results = try await computed(
      plans.map { $0.limited(to: outcomes) }, members, keeping: outcomes.map(\.indicator).uniqued(),
      areas: Set(outcomes.map(\.area)), years: Set(outcomes.map(\.year)), in: lang)
    try deliver(
      Decision(rule, options: names, results), plans[0], loaded[0].dataset, Label(zh: "次模拟", en: "worlds"),
      reading: loaded.flatMap(\.inputs), in: folder)
  }

  /// Options at the same points of a study, which takes the place of worlds.
  func decideInStudy(_ path: String) async throws {
    var values: [[[Double]]] = []
    var samples: [StudySample] = []
    var first: (plan: Plan, rule: DecisionRule, loaded: LoadedStudy)?
    var names: [String] = []
    var inputs: [InputFile] = []
    for scenario in decision.scenarios {
      let given = try LoadedStudy(path: path, options: changes.request("", draws: 0), scenario: scenario)
      let plan = try Plan(given.scenario)
      let rule = try decision.rule(plan, given.scenario.dataset)
      let loaded = given.asking(rule.outcomes, named: "\(given.study.name)-\(given.scenario.scenario.name)")
      let work = try await StudyWork(loaded, in: "out/\(loaded.study.name)", lang)
      let sample = try await StudySample(work, threads: members.threads, lang)
      values.append(sample.outcomes)
      samples.append(sample)
      names.append(given.scenario.scenario.name)
      inputs += loaded.inputs
      first = first ?? (plan, rule, loaded)
    }
    guard let first else { preconditionFailure("validated") }
    let folder = try decisionFolder(names, reading: inputs)
    // Chance cannot be found out beforehand.
    let open = samples[0].inputs.filter { $0.name != Axis.chanceName }
    let all = DecisionAnalysis.Survey("*", inputs: Array(open.indices))
    let readings = open.flatMap { input in
      input.columns.prefix(1).map { Decision.Reading(input.name, $0, .value(String(input.name.prefix { $0 != "@" }))) }
    }
    try deliver(
      Decision(
        first.rule, options: names, values: values, inputs: open, surveys: [all], readings: readings),
      first.plan, first.loaded.scenario.dataset, Label(zh: "个点", en: "points"), reading: inputs, in: folder)
  }

  private func decisionFolder(_ names: [String], reading inputs: [InputFile]) throws -> Publisher {
    try publisher(out?.path ?? "out/\(names.joined(separator: "-or-"))", reading: inputs.map(\.path))
  }

  private func deliver(
    _ found: Decision?, _ plan: Plan, _ dataset: Dataset, _ sample: Label, reading inputs: [InputFile],
    in folder: Publisher
  ) throws {
    guard let found else { throw Refusal(tooFewSamplesText(lang), Exit.failed) }
    let page = DecisionPage(found, plan, dataset, sample: sample, language: lang)
    if let writer = try publisher(of: self.page, reading: inputs.map(\.path)) {
      try writer.publish([UInt8](page.page.html.utf8))
    }
    let name = found.analysis.options.joined(separator: "-or-")
    let files = try DecisionFiles.files(found, named: name, inputs: inputs.uniqued(), made: .now)
    try deliver(files, by: folder, showing: page.document.text)
  }
}
