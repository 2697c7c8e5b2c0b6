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
  /// Users who claim; none while the scheme is not in force.
  static let claimed = names.parameter("takeup", .share, 0...1, .uncertainty)

  private static let users = Formula.total(
    CarePayers.settings.flatMap { setting in Ability.disabled.map { Ledger.persons(setting, $0) } })

  static let rule = BenefitRule(
    names, .eldercareServices, shared: [rateInInstitutions, rateAtHome, cap],
    recipients: names.recipients(population: .resident, users * .parameter(claimed)),
    payment: names.payment(.total(CarePayers.settings.map { CareBills.paid(.consumptionSubsidy, $0) })))
}
