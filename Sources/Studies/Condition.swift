import Domain
import Simulation

/// What is wanted of an outcome: that it reaches a number, or stays within it.
public struct Condition: Equatable, Sendable {
  public enum Comparator: String, CaseIterable, Sendable {
    case atLeast = ">="
    case atMost = "<="
    case above = ">"
    case below = "<"

    /// Whether more is better.
    public var isUpward: Bool { self == .atLeast || self == .above }
  }

  /// As it was written.
  public let text: String
  public let outcome: Outcome
  public let comparator: Comparator
  /// In the indicator's unit.
  public let threshold: Double

  public init(_ text: String, _ outcome: Outcome, _ comparator: Comparator, _ threshold: Double) {
    self.text = text
    self.outcome = outcome
    self.comparator = comparator
    self.threshold = threshold
  }

  public func holds(_ value: Double) -> Bool {
    switch comparator {
    case .atLeast: value >= threshold
    case .atMost: value <= threshold
    case .above: value > threshold
    case .below: value < threshold
    }
  }

  /// By how much a value misses it; zero where it holds.
  public func shortfall(_ value: Double) -> Double {
    max(comparator.isUpward ? threshold - value : value - threshold, 0)
  }
}
