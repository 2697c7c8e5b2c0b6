import Care
import Domain
import Formulas
import Population
import Targets

/// What a reader of the results should know about the scenario's changes.
extension Plan {
  /// Whether a published value of an indicator for the city binds the cohort step.
  public func isAnchor(_ indicator: String) -> Bool {
    Demography.anchorIndicators.contains { $0.name == indicator }
  }

  /// Changes that a published value overrules for some years: the change and the indicator published.
  public var overruled: [(change: Override, indicator: Indicator)] {
    let byName = Dictionary(uniqueKeysWithValues: model.indicators.map { ($0.name, $0) })
    let bound = model.indicators.filter { indicator in
      (isAnchor(indicator.name) || indicator.observation == .holds) && isPublished(indicator, from: .min)
    }.map { (indicator: $0, paths: pathsMoving($0, byName)) }
    return scenario.overrides.flatMap { change in
      bound.filter { $0.paths.contains(change.path) && isPublished($0.indicator, from: firstYear(of: change)) }
        .map { (change, $0.indicator) }
    }
  }

  /// Why a change has no effect.
  public enum Ineffective: Equatable, Sendable {
    /// It begins after the last year of the run.
    case begins(after: Year)
    /// It ends before the first year computed.
    case ends(before: Year)
    /// Nothing reads the parameter in this run.
    case unread
    /// Another change, of the same parameter or of one that stands in for it, leaves nothing of it.
    case replaced(by: Override)
  }

  /// Why each of the scenario's changes takes effect nowhere; nil where it does.
  public var ineffective: [Ineffective?] {
    let read = readPaths
    let standIns = self.standIns
    return scenario.overrides.enumerated().map { order, change -> Ineffective? in
      if firstYear(of: change) > scenario.horizon.upperBound { return .begins(after: scenario.horizon.upperBound) }
      if let last = change.change.lastYear, last < city.baseYear { return .ends(before: city.baseYear) }
      if !read.contains(change.path) { return .unread }
      let others = scenario.overrides.enumerated().filter { place, other in
        !other.change.isAdjustment && firstDay(of: other) <= firstDay(of: change)
          && (place > order && replaces(other, change) || standsIn(other, for: change, standIns))
      }
      return others.last.map { Ineffective.replaced(by: $0.element) }
    }
  }

  /// Whether a value of a later layer leaves nothing of a change of the same parameter.
  private func replaces(_ later: Override, _ change: Override) -> Bool {
    later.path == change.path && later.origin.file != change.origin.file
      && [change.district, Override.everyDistrict].contains(later.district)
  }

  /// Whether a change sets what stands in for another change's parameter, in all years of it.
  private func standsIn(_ other: Override, for change: Override, _ standIns: [String: String]) -> Bool {
    guard standIns[change.path] == other.path, other.district == nil,
      let parameter = model.parameters.first(where: { $0.path == other.path })
    else { return false }
    let years = max(firstYear(of: change), city.baseYear)...max(scenario.horizon.upperBound, firstYear(of: change))
    return years.allSatisfy { !parameters.value(parameter, in: city.areas.cityIndex, $0).first.isNaN }
  }

  /// Parameters that are read only where another has no value, with that other.
  private var standIns: [String: String] {
    let formulas = model.indicators.map(\.formula)
    var reads: [String: Int] = [:]
    for parameter in formulas.flatMap(\.parameters) { reads[parameter.path, default: 0] += 1 }
    var hidden: [String: [String]] = [:]
    for (parameter, others) in formulas.flatMap(\.standIns) {
      for other in others { hidden[other.path, default: []].append(parameter.path) }
    }
    return hidden.compactMapValues { Set($0).count == 1 ? $0[0] : nil }
      .filter { path, _ in hidden[path]?.count == reads[path] }
  }

  private func firstDay(of change: Override) -> Day {
    if case .points(let points, _) = change.change, let first = points.map(\.from).min() { return first }
    return Day(firstOf: firstYear(of: change))
  }

  /// Districts with values of their own, which a new value for the city leaves as they are; by area.
  public func keepingTheirOwn(_ change: Override) -> [Int] {
    guard let parameter = model.parameters.first(where: { $0.path == change.path }), parameter.scope == .district,
      change.district == nil, !change.change.isAdjustment, city.areas.hasCity
    else { return [] }
    let given = values[change.path]
    let before = scenario.overrides.prefix { $0 != change }.filter { $0.path == change.path }.compactMap(\.district)
    return city.areas.districts.indices.filter { area in
      let code = city.areas[area].code
      let own = given?.districts[code] ?? []
      return before.contains(code) || own.contains { $0.known <= max(knownUntil, city.baseYear) }
    }
  }

  /// Paths that the kernels, a formula, a process or the fund read, and those these follow.
  private var readPaths: Set<String> {
    var paths = Set(
      (Plan.readByKernels + CompositeIndex.parameters + city.index.parameters).map(\.path))
    for indicator in model.indicators { paths.formUnion(indicator.formula.parameters.map(\.path)) }
    paths.formUnion(model.budget?.fund.parameters.map(\.path) ?? [])
    for process in model.processes where scenario.draws > 0 && paths.contains(process.parameter.path) {
      paths.formUnion(process.coefficients.map(\.parameter.path))
    }
    return paths.reduce(into: paths) { $0.formUnion(values[$1]?.followed ?? []) }
  }

  private func firstYear(of change: Override) -> Year { change.firstYear(knownUntil: knownUntil) }

  private func isPublished(_ indicator: Indicator, from year: Year) -> Bool {
    observations.all.contains { $0.indicator == indicator.name && $0.evidence.isFirm && $0.year >= year }
  }

  /// The parameters that move an indicator, through its formula, those it builds on, or the cohort step.
  private func pathsMoving(_ indicator: Indicator, _ byName: [String: Indicator]) -> Set<String> {
    if isAnchor(indicator.name) { return Set(Demography.drivenBy.filter { $0.value == indicator.name }.keys) }
    var waiting = [indicator]
    var seen: Set = [indicator.name]
    var paths = Set<String>()
    while let next = waiting.popLast() {
      paths.formUnion(next.formula.parameters.map(\.path))
      waiting += next.formula.mentioned.compactMap { seen.insert($0).inserted ? byName[$0] : nil }
    }
    return paths
  }
}
