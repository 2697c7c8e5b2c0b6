import Domain
import Formulas
import NumericCore
import Simulation

/// What one scenario changes against another in an indicator: world by world, so that what chance does to both cancels.
public struct PairedDifference: Equatable, Sendable {
  public let central: Double
  /// Of the differences; nil without worlds, or where some world has no value.
  public let statistics: Statistics?
  /// The shares of the worlds in which the value is larger, and smaller.
  public let larger: Double?
  public let smaller: Double?

  /// Whether anything differs in the central member or in some world.
  public var isSome: Bool { central != 0 || larger ?? 0 > 0 || smaller ?? 0 > 0 }
}

extension PairedDifference {
  /// The difference of an indicator in an area and a year; nil where either has no value.
  ///
  /// The members of both must have been kept.
  public init?(_ indicator: String, area: Int, year: Year, of other: Results, against base: Results) {
    guard let before = base.value(indicator, area: area, year: year),
      let after = other.value(indicator, area: area, year: year)
    else { return nil }
    let members = PairedDifference.members(indicator, area: area, year: year, of: other, against: base)
    let share = members.map { members in { (count: Int) in Double(count) / Double(members.count) } }
    central = change(from: before, to: after)
    statistics = members.map(Statistics.init(of:))
    larger = members.flatMap { members in share?(members.count { $0 > 0 }) }
    smaller = members.flatMap { members in share?(members.count { $0 < 0 }) }
  }

  /// World by world; nil without worlds, or where some world has no value.
  public static func members(
    _ indicator: String, area: Int, year: Year, of other: Results, against base: Results
  ) -> [Double]? {
    guard let before = base.members(indicator, area: area, year: year),
      let after = other.members(indicator, area: area, year: year)
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
