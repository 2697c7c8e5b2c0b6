import Domain
import Formulas
import NumericCore
import Population

/// An input from which each district deviates in its own way, since its count there is shared out by a proxy.
///
/// Deviations are log-normal and raked, so that the city as a whole stays where it is. A district deviates from nothing
/// whose published count settles an input or is what its own value was made from, or for which a scenario says a value.
struct DeviatingInput: Sendable {
  let parameter: Parameter
  private let deviation: Double
  /// By district: about how many the input makes there; nil where its count is known.
  private let weights: [Double?]
  /// Districts that stay where a scenario puts them.
  private let held: Set<Int>

  /// What deviates in a plan, in the order of its parameters.
  static func all(of plan: Plan) -> [DeviatingInput] {
    let spreads = plan.city.ranges?.districtSpreads ?? []
    guard !plan.scenario.holdsInputs, !spreads.isEmpty, let people = plan.openingPeople.last else { return [] }
    let settled = WorldSolver.Pair.all(of: plan).map(\.solve)
    return plan.parameters.all.compactMap { resolved in
      guard let spread = spreads.first(where: { $0.input == resolved.parameter.path }) else { return nil }
      let given = plan.values[spread.input]?.districts ?? [:]
      let weights = resolved.districts.indices.map { area -> Double? in
        let known = given[plan.city.areas[area].code]?.contains { $0.known <= plan.knownUntil } ?? false
        let isSettled = settled.contains { $0.indicator == spread.count && $0.area == area }
        guard !isSettled, !(known && plan.isPublished(spread.count, in: area)) else { return nil }
        let value = resolved.asGiven.series(in: area).value(in: plan.city.baseYear).first
        return people.sum(area, ages: 0...Age.count - 1)[0] * (value.isNaN ? 1 : value)
      }
      return DeviatingInput(
        parameter: resolved.parameter, deviation: spread.deviation, weights: weights,
        held: plan.districts(setBy: spread.input))
    }
  }

  /// What the value of each district is multiplied by.
  ///
  /// - Parameter normal: standard normal numbers of a district.
  func factors(_ normal: (_ area: Int) -> LaneVector) -> [LaneVector] {
    let one = LaneVector(repeating: 1)
    let raw = weights.indices.map { weights[$0] == nil ? one : exponential(deviation * normal($0)) }
    var (sum, whole) = (LaneVector.zero, 0.0)
    for (factor, weight) in zip(raw, weights) {
      guard let weight else { continue }
      sum += weight * factor
      whole += weight
    }
    guard whole > 0 else { return raw }
    let rake = LaneVector(repeating: whole) / sum
    // What a scenario sets in one district leaves the others as they are in other scenarios.
    return raw.indices.map { weights[$0] == nil || held.contains($0) ? one : raw[$0] * rake }
  }
}

extension Plan {
  /// Whether a district's figure of an indicator is known.
  fileprivate func isPublished(_ indicator: String, in area: Int) -> Bool {
    observations.all.contains { $0.indicator == indicator && $0.area == area && $0.year <= knownUntil }
  }

  /// The districts for which the scenario says a value of a parameter.
  fileprivate func districts(setBy path: String) -> Set<Int> {
    let codes = scenario.overrides.filter { $0.path == path && !$0.change.isAdjustment }.compactMap(\.district)
    if codes.contains(Override.everyDistrict) { return Set(city.areas.districts.indices) }
    return Set(codes.compactMap(city.areas.index))
  }
}
