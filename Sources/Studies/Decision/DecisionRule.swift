import Domain
import Simulation

/// By what options are held against one another: an outcome, and what is lost where something wanted is missed.
public struct DecisionRule: Equatable, Sendable {
  /// A price for each unit by which a condition is missed.
  public struct Miss: Equatable, Sendable {
    public let condition: Condition
    /// In the unit of the outcome by a unit of the condition's.
    public let price: Double

    public init(_ condition: Condition, price: Double) {
      self.condition = condition
      self.price = price
    }
  }

  /// As it was written.
  public let text: String
  public let outcome: Outcome
  /// Whether more of the outcome is better; else it is a cost.
  public let moreIsBetter: Bool
  public let misses: [Miss]

  public init(_ text: String, _ outcome: Outcome, moreIsBetter: Bool, misses: [Miss] = []) {
    self.text = text
    self.outcome = outcome
    self.moreIsBetter = moreIsBetter
    self.misses = misses
  }

  /// Every outcome it reads, that by which it judges first.
  public var outcomes: [Outcome] { [outcome] + misses.map(\.condition.outcome) }

  /// A benefit as the outcome counts, or the other way round: a cost has its sign changed.
  public func directed(_ value: Double) -> Double { moreIsBetter ? value : -value }

  /// The benefit of values in the order of ``outcomes``; higher is better.
  public func benefit(_ values: [Double]) -> Double {
    zip(misses, values.dropFirst()).reduce(directed(values[0])) { $0 - $1.0.price * $1.0.condition.shortfall($1.1) }
  }

  /// Whether something wanted is missed.
  public func misses(_ values: [Double]) -> Bool {
    zip(misses, values.dropFirst()).contains { !$0.0.condition.holds($0.1) }
  }
}
