import Domain
import Simulation

/// By what options are held against one another: an outcome, and what is lost where something wanted is missed.
public struct DecisionRule: Equatable, Sendable {
  /// What a missed condition counts, in the unit of the outcome.
  public enum Price: Equatable, Sendable {
    /// For each unit, of the condition's, by which it is missed.
    case perUnit(Double)
    /// Once, by however little it is missed.
    case once(Double)

    public var amount: Double {
      switch self {
      case .perUnit(let amount), .once(let amount): amount
      }
    }
  }

  /// A condition that something is wanted to meet, and what it counts where it does not.
  public struct Miss: Equatable, Sendable {
    public let condition: Condition
    public let price: Price

    public init(_ condition: Condition, price: Price) {
      self.condition = condition
      self.price = price
    }

    /// What a value of the condition's outcome counts.
    func loss(_ value: Double) -> Double {
      switch price {
      case .perUnit(let amount): amount * condition.shortfall(value)
      // What is no number fails as it does in the outcome itself.
      case .once(let amount): value.isNaN ? .nan : condition.holds(value) ? 0 : amount
      }
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
    zip(misses, values.dropFirst()).reduce(directed(values[0])) { $0 - $1.0.loss($1.1) }
  }

  /// Whether something wanted is missed.
  public func misses(_ values: [Double]) -> Bool {
    zip(misses, values.dropFirst()).contains { !$0.0.condition.holds($0.1) }
  }
}
