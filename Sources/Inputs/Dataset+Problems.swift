import Domain
import Formulas
import Population
import Simulation

extension Dataset {
  /// What reading alone does not show: sums, gaps and names that must agree across files.
  public var problems: [Diagnostic] {
    shareProblems + sourceProblems + scheduleProblems + resolutionProblems
  }

  private func inParameters(_ path: String, _ problem: Problem) -> Diagnostic {
    Diagnostic(file: "\(directory)/parameters/\(path.prefix { $0 != "." }).yaml", found: path, problem: problem)
  }

  /// Shares of districts must add up to one.
  private var shareProblems: [Diagnostic] {
    let shares = [Demography.migrationShare, Demography.transferShare]
    return shares.compactMap { parameter in
      guard let values = city.values[parameter.path], !values.districts.isEmpty else { return nil }
      let sum = values.districts.keys.sorted().reduce(0) { $0 + (values.districts[$1]?.last?.value ?? 0) }
      return abs(sum - 1) < 1e-9 ? nil : inParameters(parameter.path, .notOne(what: parameter.path, sum: sum))
    }
  }

  /// Patterns by age that are shares of a whole must add up to one.
  private var scheduleProblems: [Diagnostic] {
    let table = "\(directory)/tables/schedules.csv"
    return [Demography.fertilityPattern, Demography.migrationProfile].compactMap { schedule in
      let sum = city.schedules[schedule].sum()
      guard !sum.isNaN, abs(sum - 1) > 1e-6 else { return nil }
      return Diagnostic(file: table, problem: .notOne(what: schedule.path, sum: sum))
    }
  }

  /// Every source named must be in the list of sources.
  private var sourceProblems: [Diagnostic] {
    let text: String
    do {
      text = try Inputs.text(ofFile: "\(directory)/SOURCES.md")
    } catch {
      let isNeedless = extent == .population && error.diagnostics.first?.problem == .fileNotFound
      return isNeedless ? [] : error.diagnostics
    }
    let known = Set(
      text.split(whereSeparator: \.isNewline).filter { $0.hasPrefix("|") }
        .compactMap { $0.split(separator: "|").first.map { $0.filter { !$0.isWhitespace && $0 != "`" } } })
    var problems: [Diagnostic] = []
    func check(_ source: String, file: String) {
      guard !known.contains(source) else { return }
      let near = nearestName(to: source, in: known.sorted())
      let problem = Problem.unknownName(kind: Label(zh: "来源", en: "source"), name: source, nearest: near)
      let diagnostic = Diagnostic(file: file, found: source, problem: problem)
      if !problems.contains(diagnostic) { problems.append(diagnostic) }
    }
    for path in city.values.keys.sorted() {
      for value in city.values[path]?.all ?? [] {
        check(value.source, file: "\(directory)/parameters/\(path.prefix { $0 != "." }).yaml")
      }
    }
    for observation in city.observations.all { check(observation.source, file: "\(directory)/tables/observed.csv") }
    return problems
  }

  /// A run from the base year to the newest observation must find every value it needs.
  private var resolutionProblems: [Diagnostic] {
    let scenario = Scenario(
      name: "check", title: nil, horizon: city.baseYear...city.newestObservation, knownUntil: nil, seed: 0,
      overrides: [])
    do {
      _ = try Plan(city, scenario, model: extent == .population ? .population : nil)
      return []
    } catch {
      return [error.diagnostic(self)]
    }
  }
}
