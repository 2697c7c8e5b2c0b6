import Domain
import Formulas
import Simulation

/// A number of a run, and how it came about.
public struct Explanation: Sendable {
  /// What the number is.
  public enum Subject: Sendable {
    case indicator(Indicator)
    case parameter(Parameter)
    case measure(Measure)
  }

  /// Where it comes from.
  public enum Cause: Sendable {
    /// By the indicator's formula, from its operands.
    case formula
    /// The districts together. Where the formula comes to the same with the city's operands, as a sum of sums does, the
    /// number is explained by these.
    case districts(isByFormula: Bool)
    /// The city's value, which holds in every area.
    case city
    /// A published figure stands in its place.
    case held(Observation)
    /// By the formula, then scaled to what is published of the city.
    case raked(to: Observation)
    /// An input, with where it is written; nil for what formulas carry on.
    case given(Provenance?)
    /// Counted among people by a kernel of the model.
    case counted
  }

  public let subject: Subject
  public let area: Int
  public let year: Year
  /// In inside units; nil where there is none.
  public let value: Double?
  public let cause: Cause

  public var unit: Unit {
    switch subject {
    case .indicator(let indicator): indicator.unit
    case .parameter(let parameter): parameter.unit
    case .measure(let measure): measure.unit
    }
  }

  /// Path of a parameter, or name of an indicator or measure.
  public var name: String {
    switch subject {
    case .indicator(let indicator): indicator.name
    case .parameter(let parameter): parameter.path
    case .measure(let measure): measure.name
    }
  }

  /// The formula that the operands go into; nil for what has none.
  public var formula: Formula? {
    guard case .indicator(let indicator) = subject else { return nil }
    switch cause {
    case .formula, .raked, .districts: return indicator.formula
    case .city, .held, .given, .counted: return nil
    }
  }
}
