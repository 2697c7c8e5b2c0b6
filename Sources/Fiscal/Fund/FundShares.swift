import Domain
import Formulas

/// The shares that an allocation of the fund decided in a run, kept for another.
public struct FundShares: Equatable, Sendable {
  /// By the path of a decision, then by area; a share a year.
  private let shares: [String: [[Year: Double]]]

  /// - Parameter shares: by path, the years of every area, the city's last.
  public init(_ shares: [String: [[Year: Double]]]) { self.shares = shares }

  /// A decision as formulas read it; not a number where none was made.
  public func share(_ decision: Parameter, area: Int, _ year: Year) -> Double {
    guard let areas = shares[decision.path], areas.indices.contains(area) else { return .nan }
    return areas[area][year] ?? .nan
  }

  /// The last year in which anything was decided.
  public var lastYear: Year? { shares.values.joined().flatMap(\.keys).max() }
}
