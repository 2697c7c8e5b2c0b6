/// What a search for the smallest change came to.
public struct SeekAnswer: Sendable {
  /// A mix of levers with what it comes to.
  public struct Mix: Equatable, Sendable {
    public let values: [Double]
    public let trial: SeekTrial
  }

  public enum Outcome: Sendable {
    /// The condition holds often enough as things are.
    case already
    /// The smallest change, or the cheapest mix; and the same with one lever one step less.
    case found(Mix, oneLess: (lever: Int, mix: Mix)?)
    /// No value does; the one that comes nearest.
    case none(best: Mix)
  }

  public let outcome: Outcome
  /// With nothing changed.
  public let unchanged: SeekTrial
  /// Of a single lever, the stretches in which the condition holds often enough.
  public let stretches: [ClosedRange<Double>]
  /// Whether the chance only rises, or only falls, along each lever where it was looked at.
  public let isMonotone: Bool
  /// Everything tried.
  public let tried: [(values: [Double], trial: SeekTrial)]
}
