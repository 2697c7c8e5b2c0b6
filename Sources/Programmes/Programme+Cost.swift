import Domain
import Formulas
import Population

extension Programme {
  /// How a programme enters the budget.
  public struct Cost: Equatable, Sendable {
    /// The name of its line; where it is both built and run, that of the running one.
    public let line: String
    /// How the line is called.
    public let label: Label
    /// Whether what is added in a year is paid for in that year.
    public let isBuilt: Bool
    /// Whether what there is costs something every year.
    public let isRun: Bool
    public let spread: Spread
    /// The use of the lottery fund under which it may be paid for; empty for none.
    public let fundUse: String

    public init(line: String, label: Label, isBuilt: Bool, isRun: Bool, spread: Spread, fundUse: String) {
      self.line = line
      self.label = label
      self.isBuilt = isBuilt
      self.isRun = isRun
      self.spread = spread
      self.fundUse = fundUse
    }
  }

  /// The people by whom a level known for the city alone is spread over its districts.
  public enum Spread: String, CaseIterable, Sendable {
    case residents, children, elders, deaths

    public var people: Indicator {
      switch self {
      case .residents: Demography.populationTotal
      case .children: Demography.populationAged0To14
      case .elders: Demography.populationRegistered60Plus
      case .deaths: Demography.populationDeaths
      }
    }
  }

  /// What a programme's costs are for.
  public enum Kind: String, CaseIterable, Sendable {
    case capital, running
    case both = "capital+running"
  }
}
