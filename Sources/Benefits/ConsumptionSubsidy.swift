import Care
import Domain
import Formulas

/// 养老服务消费补贴: a share of what disabled older people pay for care themselves, up to a cap.
enum ConsumptionSubsidy {
  private static let names = RuleNames(
    "consumption_subsidy", zh: "养老服务消费补贴", en: "Consumption subsidy for care")

  static let rateInInstitutions = names.parameter("institution_rate", .share, 0...1, .lever)
  static let rateAtHome = names.parameter("home_rate", .share, 0...1, .lever)
  static let cap = names.parameter("cap", .yuanPerPersonMonth, 0...1e5, .lever)
  /// What users pay themselves.
  static let ownInInstitutions = names.parameter("institution_own", .yuanPerPersonMonth, 0...1e6, .uncertainty)
  static let ownAtHome = names.parameter("home_own", .yuanPerPersonMonth, 0...1e6, .uncertainty)
  /// Users who claim; none while the scheme is not in force.
  static let claimed = names.parameter("takeup", .share, 0...1, .uncertainty)

  private static let inInstitutions = Formula.total(Ability.disabled.map(Care.institutional))
  private static let atHome = Formula.total(Ability.disabled.map(Care.homeUsers))

  private static func capped(_ rate: Parameter, _ own: Parameter) -> Formula {
    .smaller(.parameter(rate) * .parameter(own), .parameter(cap))
  }

  static let rule = BenefitRule(
    names, .eldercareServices,
    recipients: names.recipients(population: .resident, (inInstitutions + atHome) * .parameter(claimed)),
    payment: names.payment(
      .monthly(
        .meanOverYear(claimed),
        inInstitutions * capped(rateInInstitutions, ownInInstitutions) + atHome * capped(rateAtHome, ownAtHome))))
}
