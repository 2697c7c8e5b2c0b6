import Domain
import Formulas
import Targets

extension Results {
  /// Every target of the city with what the run says of it, in the order of the dataset.
  public var judgements: [Judgement] { plan.city.targets.map(judge) }

  private func judge(_ target: Target) -> Judgement {
    guard let name = target.indicator, let indicator = indicators.first(where: { $0.name == name }) else {
      return Judgement(target, projected: nil, basis: nil)
    }
    let projected = years.contains(target.year) ? city(name, target.year) : nil
    return Judgement(target, projected: projected, basis: basis(of: indicator, in: target.year))
  }

  /// An observed value is actual, and so is an enacted one until it is changed.
  private func basis(of indicator: Indicator, in year: Year) -> Judgement.Basis {
    if plan.observations.firm(indicator.name, area: areas.cityIndex, year: year) != nil { return .actual }
    guard indicator.basis == .carried else { return .simulated }
    let last = plan.observations.all.last {
      $0.indicator == indicator.name && $0.area == areas.cityIndex && $0.year <= year
    }
    let isChanged = plan.scenario.overrides.contains { change in
      indicator.formula.parameters.contains { $0.path == change.path }
    }
    return last?.evidence == .enacted && year <= plan.knownUntil && !isChanged ? .actual : .assumed
  }
}
