import Care
import Domain
import Formulas

/// 养老服务消费补贴: a share of what disabled older people pay for care themselves, up to a cap.
extension BenefitRule {
  private static func parameter(
    _ name: String, _ unit: Unit, _ range: ClosedRange<Double>, _ role: Parameter.Role
  ) -> Parameter { Parameter("benefits.consumption_subsidy.\(name)", unit, range, role) }

  static let subsidyRateInstitution = parameter("institution_rate", .share, 0...1, .lever)
  static let subsidyRateHome = parameter("home_rate", .share, 0...1, .lever)
  static let subsidyCap = parameter("cap", .yuanPerPersonMonth, 0...1e5, .lever)
  /// What users pay themselves.
  static let ownInstitution = parameter("institution_own", .yuanPerPersonMonth, 0...1e6, .uncertainty)
  static let ownHome = parameter("home_own", .yuanPerPersonMonth, 0...1e6, .uncertainty)
  /// Users who claim; none while the scheme is not in force.
  static let subsidyClaimed = parameter("takeup", .share, 0...1, .uncertainty)

  private static let label = Label(zh: "养老服务消费补贴", en: "Consumption subsidy for care")
  private static let inInstitutions = Formula.total(Ability.disabled.map(Care.institutional))
  private static let atHome = Formula.total(Ability.disabled.map(Care.homeUsers))

  private static func capped(_ rate: Parameter, _ own: Parameter) -> Formula {
    .smaller(.parameter(rate) * .parameter(own), .parameter(subsidyCap))
  }

  static let consumptionSubsidy = BenefitRule(
    "consumption_subsidy", label, fundRole: .eldercareServices,
    parameters: [subsidyRateInstitution, subsidyRateHome, subsidyCap, ownInstitution, ownHome, subsidyClaimed],
    recipients: recipients(
      "consumption_subsidy", label, population: .resident,
      (inInstitutions + atHome) * .parameter(subsidyClaimed)),
    payment: payment(
      "consumption_subsidy", label,
      .monthly(
        .meanOverYear(subsidyClaimed),
        inInstitutions * capped(subsidyRateInstitution, ownInstitution) + atHome * capped(subsidyRateHome, ownHome))))
}
