import Domain

/// What a run says of a target.
public struct Judgement: Equatable, Sendable {
  /// What the judgement rests on.
  public enum Basis: String, CaseIterable, Sendable {
    case simulated, actual, assumed
    /// What the model is told.
    case rule
  }

  public enum Status: String, CaseIterable, Sendable {
    case met, missed, likely, open, listed
    /// Of a rule the model is told.
    case kept, broken
    case atRisk = "at_risk"
    case unlikely
  }

  public let target: Target
  public let projected: Double?
  /// The share of members that meet it; nil without members, and for what is not simulated.
  public let chance: Double?
  /// Nil for a target that is only listed.
  public let basis: Basis?
  public let status: Status

  /// Statuses that a target should not have, the worst last.
  public static let failures: [Status] = [.atRisk, .unlikely, .missed]

  public var isReached: Bool { status == .met || status == .likely }
  public var isFailing: Bool { Judgement.failures.contains(status) }

  /// Whether it stands as badly as a failure, or worse; a broken rule is as bad as any. What is open or only listed is
  /// not judged.
  public func isAsBad(as status: Status) -> Bool {
    if self.status == .broken { return true }
    guard let own = Judgement.failures.firstIndex(of: self.status),
      let asked = Judgement.failures.firstIndex(of: status)
    else { return false }
    return own >= asked
  }

  public var gap: Double? { projected.map(target.gap) }

  /// From this chance on a target is likely to be met; below the other it is unlikely.
  static let likely = 0.8
  static let unlikely = 0.2

  /// Judges a target: by the central member in a known year or without members, else by the chance.
  ///
  /// - Parameters:
  ///   - projected: the indicator's value in the city, nil where there is none.
  ///   - basis: nil when the target names no indicator.
  ///   - chance: of the members; nil without them.
  ///   - isKnown: whether the year lies before the information date.
  ///
  /// What is only assumed stays open, whatever its value; what the model is told is kept or broken, never met.
  public init(_ target: Target, projected: Double?, basis: Basis?, chance: Double? = nil, isKnown: Bool = true) {
    self.target = target
    self.projected = projected
    self.basis = basis
    let chance = basis == .simulated ? chance : nil
    self.chance = chance
    switch (basis, projected) {
    case (nil, _): status = .listed
    case (.assumed, _), (_, nil): status = .open
    case (.rule, let value?): status = target.isMet(by: value) ? .kept : .broken
    case (_, let value?):
      switch chance {
      case let chance? where !isKnown:
        status = chance >= Judgement.likely ? .likely : chance >= Judgement.unlikely ? .atRisk : .unlikely
      default: status = target.isMet(by: value) ? .met : .missed
      }
    }
  }
}
