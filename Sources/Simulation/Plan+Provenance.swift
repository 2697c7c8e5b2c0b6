import Domain
import Formulas

/// Where a parameter's value in an area and year comes from.
public struct Provenance: Equatable, Sendable {
  /// What set it.
  public enum Layer: Equatable, Sendable {
    case dataset
    /// A line of a scenario.
    case scenario(Origin)
    /// The allocation of the fund.
    case allocation
  }

  public let parameter: Parameter
  public let area: Int
  public let year: Year
  /// At the end of the year, in the parameter's unit; nil where there is none, or formulas carry it on.
  public let value: Double?
  /// Whether it is the area's own, or the city's.
  public let isOwn: Bool
  public let layer: Layer
  /// What the dataset says of it: the value in force, or the first where none is yet; nil where the allocation or a
  /// scenario's value stands in its place.
  public let dated: DatedValue?
  /// What it goes on with after its last date: the path of a parameter or the name of an indicator.
  public let follows: String?

  public var evidence: Evidence? { dated?.evidence }
  /// Id of a row in the dataset's list of sources.
  public var source: String? { dated?.source }

  /// Where it is written: the scenario's line, or the dataset's.
  public var place: Origin? {
    if case .scenario(let origin) = layer { return origin }
    return dated?.origin
  }
}

extension Plan {
  /// Where a parameter's value comes from; nil for a parameter the plan does not have.
  public func provenance(of parameter: Parameter, area: Int, year: Year) -> Provenance? {
    guard let position = parameters.position(of: parameter) else { return nil }
    let resolved = parameters.all[position]
    let isOwn = area < resolved.districts.count && resolved.districts[area] != nil
    let value = resolved.series(in: area).value(in: year)
    let origin = resolved.series(in: area).origin(in: year)
    let isDecided = model.decisions.contains(parameter)
    let isReplaced = isDecided || isReplaced(parameter, area, year)
    let known = isReplaced ? [] : known(parameter, area)
    let dated = known.last { $0.from.year <= year } ?? known.first
    return Provenance(
      parameter: parameter, area: area, year: year, value: value.isAbsent ? nil : value.first, isOwn: isOwn,
      layer: isDecided ? .allocation : origin.map { .scenario($0) } ?? .dataset, dated: dated,
      follows: known.last.flatMap { $0.from.year < year ? values[parameter.path]?.followed.first : nil })
  }

  /// What the dataset gives for an area and the run may know, oldest first.
  private func known(_ parameter: Parameter, _ area: Int) -> [DatedValue] {
    guard let given = values[parameter.path] else { return [] }
    let isKnown = { (value: DatedValue) in value.known <= max(knownUntil, city.baseYear) }
    let own = area == city.areas.cityIndex ? [] : given.districts[city.areas[area].code] ?? []
    return own.contains(where: isKnown) ? own.filter(isKnown) : given.city.filter(isKnown)
  }

  /// Whether a scenario's own value holds in an area and year.
  private func isReplaced(_ parameter: Parameter, _ area: Int, _ year: Year) -> Bool {
    scenario.overrides.contains { change in
      guard change.path == parameter.path, !change.change.isAdjustment,
        change.firstYear(knownUntil: knownUntil) <= year
      else { return false }
      return change.district == nil || change.district == city.areas[area].code
    }
  }
}
