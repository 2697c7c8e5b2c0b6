import Formulas

/// A rule of the bureau: its parameters and what follows from them.
public struct BenefitRule: Sendable {
  public let name: String
  public let parameters: [Parameter]
  public let indicators: [Indicator]
  /// Who gets it; nil for a rule that only sets a level.
  public var recipients: Indicator?
  /// What is paid in a year, in yuan; nil for a rule that pays nothing by itself.
  public var payment: Indicator?

  /// What of the rules' inputs is left to chance.
  public static let processes = [consumptionProcess]

  /// Every rule. A new one is a file of its own and a line here.
  public static let all: [BenefitRule] = [dibao, lowEdge]
}
