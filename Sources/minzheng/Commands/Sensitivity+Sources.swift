import Domain
import Formulas
import Inputs
import Reports
import Simulation
import Studies
import StudyStore
import Uncertainty

/// Where what is analysed comes from.
extension SensitivityCommand {
  func ofTable(_ file: File) throws -> Answer {
    let folder = try out.map { try publisher($0.path, reading: [file.path, design?.path].compactMap { $0 }) }
    let table = try SampleTable(
      file: file.path, outcomes: outcome.flatMap(names), inputs: columns.map(names) ?? [], design: design?.path)
    let findings = table.outcomes.map { outcome in
      SensitivityFinding(
        outcome.name, Sensitivity(of: outcome.values, table.design, inputs: table.inputs, precision: precision))
    }
    try requireAnswer(findings)
    let passedOver = table.passedOver.joined(separator: lang.say("、", ", "))
    let remarks =
      table.passedOver.isEmpty
      ? []
      : [lang.say("不以数字开头、未作输入的列：\(passedOver)。", "Columns that begin with a word and are no inputs: \(passedOver).")]
    return Answer(
      title: lang.say("敏感性：\(file.path)", "Sensitivity: \(file.path)"), findings: findings, names: InputNames(),
      remarks: remarks, name: "sensitivity", inputs: table.files, folder: folder)
  }

  func ofStudy(_ path: String) async throws -> Answer {
    guard outcome.isEmpty else {
      throw misuse("研究的结果写在研究文件里，不用 --outcome", "a study says its outcomes itself; leave --outcome out")
    }
    let loaded = try LoadedStudy(path: path, options: changes.request("", draws: 0))
    complain(warningText(loaded.scenario.dataset.warnings, language: lang))
    let study = loaded.study
    let folder = try publisher(
      out?.path ?? "out/\(study.name)-sensitivity", reading: loaded.inputs.map(\.path))
    let work = try await StudyWork(loaded, in: "out/\(study.name)", lang)
    let sample = try await StudySample(work, threads: members.threads, lang)
    let dataset = loaded.scenario.dataset
    let findings = sample.findings(study, dataset, precision: precision)
    try requireAnswer(findings)
    return Answer(
      title: lang.say("敏感性：\(study.title?.zh ?? study.name)", "Sensitivity: \(study.title?.en ?? study.name)"),
      findings: findings, names: InputNames(dataset), remarks: [sample.remark(lang)], name: study.name,
      inputs: loaded.inputs, folder: folder)
  }

  func ofScenario(_ path: String) async throws -> Answer {
    let loaded = try changes.load(path, members)
    let plan = try Plan(loaded)
    let folder = try publisher(
      out?.path ?? "out/\(loaded.scenario.name)-sensitivity", reading: loaded.inputs.map(\.path))
    let asked = outcome.flatMap(names)
    let outcomes = try OutcomeSelectors.outcomes(in: asked.joined(separator: ","), of: "--outcome", plan)
    let results = try await computed(
      [plan.limited(to: outcomes)], members, keeping: outcomes.map(\.indicator).uniqued(),
      areas: Set(outcomes.map(\.area)), years: Set(outcomes.map(\.year)), in: lang)[0]
    let ends = StatedEnds(plan, outcomes: Array(zip(asked, outcomes)))
    let tornado = try await refusing(loaded) {
      try await ends.sensitivities(plan.city, loaded.scenario, threads: usableThreads(members.threads))
    }
    let findings = zip(zip(asked, outcomes), tornado).map { asked, tornado in
      let (name, outcome) = asked
      let worlds = results.members(outcome.indicator, area: outcome.area, year: outcome.year).flatMap { members in
        WorldInputs(results, year: outcome.year)?.sensitivity(of: members, precision: precision)
      }
      let both = worlds.map { worlds in tornado.map { worlds.beside($0) } ?? worlds } ?? tornado
      return SensitivityFinding(
        name, unit: loaded.dataset.unit(of: outcome.indicator),
        base: results.value(outcome.indicator, area: outcome.area, year: outcome.year), both)
    }
    try requireAnswer(findings)
    return Answer(
      title: lang.say(
        "敏感性：\(plan.scenario.title?.zh ?? plan.scenario.name)",
        "Sensitivity: \(plan.scenario.title?.en ?? plan.scenario.name)"),
      findings: findings, names: InputNames(loaded.dataset),
      remarks: scenarioRemarks(findings, draws: results.draws, lang),
      name: loaded.scenario.name, inputs: loaded.inputs, folder: folder)
  }

  private func names(_ list: String) -> [String] { list.split(separator: ",").map(String.init) }

  private func requireAnswer(_ findings: [SensitivityFinding]) throws {
    guard findings.allSatisfy({ $0.sensitivity == nil }) else { return }
    throw Refusal(tooFewPointsText(lang), Exit.failed)
  }

  /// What cannot be resolved or run, where it is written.
  private func refusing<T>(_ loaded: LoadedScenario, _ work: () async throws -> T) async throws -> T {
    do {
      return try await work()
    } catch let error as ResolutionError {
      throw InputError([loaded.diagnostic(of: error)])
    } catch let error as RunError {
      throw Refusal(error, loaded.dataset.city.areas, in: lang)
    }
  }
}
