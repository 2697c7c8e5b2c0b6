import Domain
import Formulas

/// What a run is asked: a stretch of years, an information date and changes of parameters.
public struct Scenario: Equatable, Sendable {
  public let name: String
  public let title: Label?
  public let horizon: ClosedRange<Year>
  /// The year up to which the model knows what was published; nil for the newest.
  public let knownUntil: Year?
  public let seed: UInt64
  /// Worlds drawn beside the central member.
  public let draws: Int
  /// Whether inputs are held where worlds would draw them from their stated ranges.
  public let holdsInputs: Bool
  /// Every layer's changes, the lowest layer first.
  public let overrides: [Override]

  public init(
    name: String, title: Label?, horizon: ClosedRange<Year>, knownUntil: Year?, seed: UInt64, draws: Int = 0,
    holdsInputs: Bool = false, overrides: [Override]
  ) {
    self.name = name
    self.title = title
    self.horizon = horizon
    self.knownUntil = knownUntil
    self.seed = seed
    self.draws = draws
    self.holdsInputs = holdsInputs
    self.overrides = overrides
  }

  /// The same with other changes.
  public func setting(_ overrides: [Override]) -> Scenario {
    Scenario(
      name: name, title: title, horizon: horizon, knownUntil: knownUntil, seed: seed, draws: draws,
      holdsInputs: holdsInputs, overrides: overrides)
  }

  /// The same to a year, if that is before its end.
  func until(_ year: Year) -> Scenario {
    let end = min(max(year, horizon.lowerBound), horizon.upperBound)
    return Scenario(
      name: name, title: title, horizon: horizon.lowerBound...end, knownUntil: knownUntil, seed: seed, draws: draws,
      holdsInputs: holdsInputs, overrides: overrides)
  }
}
