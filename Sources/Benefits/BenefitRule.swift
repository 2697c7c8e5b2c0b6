import Formulas

/// A rule of the bureau: its parameters and what follows from them.
public struct BenefitRule: Sendable {
  public let name: String
  public let parameters: [Parameter]
  public let indicators: [Indicator]

  /// What of the rules' inputs is left to chance.
  public static let processes = [consumptionProcess]

  /// Every rule. A new one is a file of its own and a line here.
  public static let all: [BenefitRule] = [dibao, lowEdge]
}
