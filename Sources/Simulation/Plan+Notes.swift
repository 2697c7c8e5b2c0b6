import Domain
import Formulas
import Population

/// What a reader of the results should know about the scenario's changes.
extension Plan {
  /// Whether a published value of an indicator for the city binds the cohort step.
  public func isAnchor(_ indicator: String) -> Bool {
    Demography.anchorIndicators.contains { $0.name == indicator }
  }

  /// Changes that a published value overrules for some years: the change and the indicator published.
  public var overruled: [(change: Override, indicator: Indicator)] {
    scenario.overrides.flatMap { change in
      model.indicators.filter { indicator in
        let isBound = isAnchor(indicator.name) || indicator.observation == .holds
        return isBound && depends(indicator, on: change.path) && isPublished(indicator, from: firstYear(of: change))
      }.map { (change, $0) }
    }
  }

  /// Changes that begin after the last year of the run.
  public var tooLate: [Override] {
    scenario.overrides.filter { firstYear(of: $0) > scenario.horizon.upperBound }
  }

  private func firstYear(of change: Override) -> Year { change.firstYear(knownUntil: knownUntil) }

  private func isPublished(_ indicator: Indicator, from year: Year) -> Bool {
    observations.all.contains { $0.indicator == indicator.name && $0.evidence.isFirm && $0.year >= year }
  }

  /// Whether a parameter moves an indicator, through its formula, those it builds on, or the cohort step.
  private func depends(_ indicator: Indicator, on path: String) -> Bool {
    if isAnchor(indicator.name) { return Demography.drivenBy[path] == indicator.name }
    var waiting = [indicator]
    var seen = Set<String>()
    while let next = waiting.popLast() {
      guard seen.insert(next.name).inserted else { continue }
      if next.formula.parameters.contains(where: { $0.path == path }) { return true }
      let names = next.formula.mentioned
      waiting += model.indicators.filter { names.contains($0.name) }
    }
    return false
  }
}
