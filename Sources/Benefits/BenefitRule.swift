import Domain
import Formulas

/// A rule of the bureau: its parameters, who gets it and what it pays.
public struct BenefitRule: Sendable {
  public let name: String
  public let label: Label
  /// What it is for, where the lottery fund may pay for it; nil where it may not.
  public let fundRole: FundRole?
  public let parameters: [Parameter]
  /// Who gets it in the year, persons by district.
  public let recipients: Indicator
  /// What is paid in the year, yuan by district.
  public let payment: Indicator
  /// The part of the payment that builds something; nil for a rule that only pays people.
  public let construction: Construction?
  /// Whether not every city has it: a dataset may leave out its parameters, all of them, and then nobody receives it.
  public let isLocal: Bool
  /// Standards, lines and steps on the way.
  private let steps: [Indicator]

  /// What a rule builds in a year, and what it pays for that.
  public struct Construction: Sendable {
    public let built: Indicator
    public let payment: Indicator
  }

  /// - Parameters:
  ///   - shared: parameters the rule brings along that its formulas do not name; those named after it that they do follow.
  ///   - steps: every indicator of the rule beside the other arguments.
  init(
    _ names: RuleNames, _ fundRole: FundRole? = nil, shared: [Parameter] = [], steps: [Indicator] = [],
    recipients: Indicator, payment: Indicator, construction: Construction? = nil, isLocal: Bool = false
  ) {
    name = names.rule
    label = names.label
    self.fundRole = fundRole
    self.recipients = recipients
    self.payment = payment
    self.construction = construction
    self.isLocal = isLocal
    self.steps = steps
    let indicators = BenefitRule.inOrder(steps, construction, recipients, payment)
    var known = Set(shared)
    parameters =
      shared + indicators.flatMap(\.formula.parameters).filter { names.own($0) && known.insert($0).inserted }
  }

  /// Everything the rule says, steps first.
  public var indicators: [Indicator] { BenefitRule.inOrder(steps, construction, recipients, payment) }

  private static func inOrder(
    _ steps: [Indicator], _ construction: Construction?, _ recipients: Indicator, _ payment: Indicator
  ) -> [Indicator] {
    steps + [construction?.built, construction?.payment].compactMap(\.self) + [recipients, payment]
  }
}
