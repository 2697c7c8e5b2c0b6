import Domain
import Formulas
import Targets

extension Results {
  /// Every target of the city with what the run says of it, in the order of the dataset; judged anew at each call.
  public var judgements: [Judgement] { plan.city.targets.map { judgement(of: $0) } }

  /// What the run says of a target.
  func judgement(of target: Target) -> Judgement {
    guard let name = target.indicator, let indicator = indicators.first(where: { $0.name == name }) else {
      return Judgement(target, projected: nil, basis: nil)
    }
    if let reached = reachedEarly(target, indicator) {
      return Judgement(target, projected: reached, basis: .actual)
    }
    let projected = years.contains(target.year) ? city(name, target.year) : nil
    let members = years.contains(target.year) ? members(name, area: areas.cityIndex, year: target.year) : nil
    let chance = members.map { members in
      Double(members.count { target.isMet(by: $0) }) / Double(members.count)
    }
    return Judgement(
      target, projected: projected, basis: target.nature == .rule ? .rule : basis(of: indicator, in: target.year),
      chance: chance, isKnown: target.year <= plan.knownUntil)
  }

  /// The firm value that a count which only grows had already reached by a target's year; nil where none did.
  private func reachedEarly(_ target: Target, _ indicator: Indicator) -> Double? {
    guard target.nature == .growing, years.contains(target.year), !isChanged(indicator) else { return nil }
    return plan.observations.all.filter {
      $0.indicator == indicator.name && $0.area == areas.cityIndex && $0.year <= target.year && $0.evidence.isFirm
        && target.isMet(by: $0.value)
    }.map(\.value).max()
  }

  /// An observed value is actual, and so is an enacted one until it is changed.
  public func basis(of indicator: Indicator, in year: Year) -> Judgement.Basis {
    if plan.observations.firm(indicator.name, area: areas.cityIndex, year: year) != nil { return .actual }
    if isCircular(indicator, in: year) { return .assumed }
    guard indicator.basis == .carried else { return .simulated }
    let isInForce = lastObservation(of: indicator, until: year)?.evidence == .enacted && year <= plan.knownUntil
    return isInForce && !isChanged(indicator) ? .actual : .assumed
  }

  /// Whether an indicator rests, in a year, on an input that was worked out from what it judges.
  public func isCircular(_ indicator: Indicator, in year: Year) -> Bool {
    indicator.formula.readings.contains { reading in
      guard let source = given(reading.parameter, in: year - reading.lag)?.impliedBy else { return false }
      return indicator.formula.mentioned.contains(source)
    }
  }

  /// The dataset's value for the city that begins in a year; nil where a scenario has its own.
  private func given(_ parameter: Parameter, in year: Year) -> DatedValue? {
    guard let found = plan.provenance(of: parameter, area: areas.cityIndex, year: year), found.layer == .dataset else {
      return nil
    }
    return found.dated.flatMap { $0.from.year == year ? $0 : nil }
  }

  /// The year whose published value is carried on to a target's year; nil where none is, or a scenario sets a path.
  public func carriedFrom(_ target: Target) -> Year? {
    guard let indicator = indicators.first(where: { $0.name == target.indicator }), indicator.basis == .carried,
      !isChanged(indicator)
    else { return nil }
    return lastObservation(of: indicator, until: target.year)?.year
  }

  private func lastObservation(of indicator: Indicator, until year: Year) -> Observation? {
    plan.observations.all.filter {
      $0.indicator == indicator.name && $0.area == areas.cityIndex && $0.year <= year
    }.max { $0.year < $1.year }
  }

  private func isChanged(_ indicator: Indicator) -> Bool {
    plan.scenario.overrides.contains { change in indicator.formula.parameters.contains { $0.path == change.path } }
  }
}

/// What a year would have to bring to reach a target in time.
public struct Pace: Equatable, Sendable {
  /// The last year known, from which the change is counted.
  public let from: Year
  /// In the indicator's unit.
  public let perYear: Double
}

extension Results {
  /// The even yearly change from the last actual value before a target's year, or from the last projected one known,
  /// to the target; nil where that value meets it, or there is none.
  public func pace(to target: Target) -> Pace? {
    guard let start = standing(before: target), !target.isMet(by: start.value) else { return nil }
    return Pace(from: start.year, perYear: (target.value - start.value) / Double(target.year - start.year))
  }

  /// The last actual value before a target's year, or the last projected one known; nil where there is none.
  public func standing(before target: Target) -> (year: Year, value: Double)? {
    target.indicator.flatMap { standing(of: $0, before: target.year) }
  }

  /// The last actual value of the city's indicator before a year, or the last projected one known.
  public func standing(of name: String, before year: Year) -> (year: Year, value: Double)? {
    let last = min(plan.knownUntil, year - 1)
    // What is carried on changed last where it was last known, however firmly.
    let isCarried = indicators.first { $0.name == name }?.basis == .carried
    let actual = plan.observations.all.filter {
      $0.indicator == name && $0.area == areas.cityIndex && $0.year <= last && $0.year >= plan.city.baseYear
        && (isCarried || $0.evidence.isFirm)
    }.max { $0.year < $1.year }
    if let actual { return (actual.year, actual.value) }
    return city(name, last).map { (last, $0) }
  }
}
