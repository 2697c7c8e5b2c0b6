import Domain

/// What a run says of a target.
public struct Judgement: Equatable, Sendable {
  /// What the judgement rests on.
  public enum Basis: String, CaseIterable, Sendable {
    case simulated, actual, assumed
  }

  public enum Status: String, CaseIterable, Sendable {
    case met, missed, likely, open, listed
    case atRisk = "at_risk"
    case unlikely
  }

  public let target: Target
  public let projected: Double?
  /// Nil for a target that is only listed.
  public let basis: Basis?
  public let status: Status

  public var gap: Double? { projected.map(target.gap) }

  /// Judges a target on the central member.
  ///
  /// - Parameters:
  ///   - projected: the indicator's value in the city, nil where there is none.
  ///   - basis: nil when the target names no indicator.
  ///
  /// What is only assumed stays open, whatever its value.
  public init(_ target: Target, projected: Double?, basis: Basis?) {
    self.target = target
    self.projected = projected
    self.basis = basis
    switch (basis, projected) {
    case (nil, _): status = .listed
    case (.assumed, _), (_, nil): status = .open
    case (_, let value?): status = target.isMet(by: value) ? .met : .missed
    }
  }
}
