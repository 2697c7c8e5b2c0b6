import Domain
import Formulas
import NumericCore
import Simulation
import Targets

/// Scenarios beside the first of them, in the same worlds.
public struct Comparison: Sendable {
  /// What the others are held against.
  public let base: Results
  public let others: [Results]
  /// The years all of them reach.
  public let years: ClosedRange<Year>

  /// - Throws: ``ComparisonError`` when they do not face the same worlds.
  public init(_ results: [Results]) throws(ComparisonError) {
    years = try Comparison.commonYears(of: results.map(\.plan))
    base = results[0]
    others = Array(results.dropFirst())
  }

  /// The years that scenarios share.
  ///
  /// - Throws: ``ComparisonError`` when they cannot be compared.
  public static func commonYears(of plans: [Plan]) throws(ComparisonError) -> ClosedRange<Year> {
    guard let first = plans.first, plans.count > 1 else { throw .nothingToCompare }
    for plan in plans.dropFirst() {
      let (a, b) = (first.scenario, plan.scenario)
      func differ<T: Equatable>(_ what: ComparisonError.Setting, _ one: T, _ other: T) throws(ComparisonError) {
        guard one != other else { return }
        throw .differ(what, first: a.name, "\(one)", second: b.name, "\(other)")
      }
      try differ(.dataset, first.city.name, plan.city.name)
      try differ(.seed, a.seed, b.seed)
      try differ(.draws, a.draws, b.draws)
      try differ(.knownUntil, first.knownUntil, plan.knownUntil)
    }
    let names = plans.map(\.scenario.name)
    if let twice = names.first(where: { name in names.filter { $0 == name }.count > 1 }) { throw .sameName(twice) }
    let from = plans.map(\.scenario.horizon.lowerBound).max() ?? 0
    let to = plans.map(\.scenario.horizon.upperBound).min() ?? 0
    guard from <= to else { throw .noCommonYears }
    return from...to
  }
}

/// Why scenarios cannot be compared.
public enum ComparisonError: Error, Equatable, Sendable {
  public enum Setting: String, Sendable {
    case dataset, seed, draws, knownUntil
  }

  case nothingToCompare
  case differ(Setting, first: String, String, second: String, String)
  case sameName(String)
  case noCommonYears
}

/// What one scenario changes against another in an indicator: world by world, so that what chance does to both cancels.
public struct PairedDifference: Equatable, Sendable {
  public let central: Double
  /// Of the differences; nil without worlds, or where some world has no value.
  public let statistics: Statistics?
  /// The shares of the worlds in which the value is larger, and smaller.
  public let larger: Double?
  public let smaller: Double?
}

extension Comparison {
  /// The difference of an indicator in an area and a year; nil where either has no value.
  ///
  /// - Parameter other: among ``others``; its members and the base's must have been kept.
  public func difference(_ indicator: String, area: Int, year: Year, of other: Int) -> PairedDifference? {
    guard let before = base.value(indicator, area: area, year: year),
      let after = others[other].value(indicator, area: area, year: year)
    else { return nil }
    let members = differences(indicator, area: area, year: year, of: other)
    let share = members.map { members in { (count: Int) in Double(count) / Double(members.count) } }
    return PairedDifference(
      central: change(from: before, to: after), statistics: members.map(Statistics.init(of:)),
      larger: members.flatMap { members in share?(members.count { $0 > 0 }) },
      smaller: members.flatMap { members in share?(members.count { $0 < 0 }) })
  }

  /// World by world; nil without worlds, or where some world has no value.
  public func differences(_ indicator: String, area: Int, year: Year, of other: Int) -> [Double]? {
    guard let before = base.members(indicator, area: area, year: year),
      let after = others[other].members(indicator, area: area, year: year)
    else { return nil }
    let result = zip(before, after).map { change(from: $0, to: $1) }
    return result.allSatisfy(\.isFinite) ? result : nil
  }
}

/// The difference of two numbers; none where they differ by no more than the rounding of sums and quotients.
private func change(from before: Double, to after: Double) -> Double {
  abs(after - before) <= roundingError * max(abs(before), abs(after)) ? 0 : after - before
}

private let roundingError = 1e-12  // relative; sums over districts and levels are off by some 1e-15
