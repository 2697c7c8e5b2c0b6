import Care
import Domain
import Formulas
import Population

/// 长期护理保险: pays for hours at home or days in an institution that admitted people have, up to a number of hours and
/// by a rate. It has no care of its own: who is admitted, and what that makes people seek, the ledger of care says.
public enum LTCInsurance {
  static let names = RuleNames("ltc_insurance", zh: "长期护理保险", en: "Long-term-care insurance")

  static let hourRate = names.parameter("hour_rate", .yuanPerHour, 0...1e4, .lever)

  private static func part(_ name: String, _ unit: Unit, zh: String, en: String, _ formula: Formula) -> Indicator {
    names.indicator(name, unit, zh: zh, en: en, population: .resident, formula: formula)
  }

  private static func users(_ setting: CareService) -> Formula {
    .total(Ability.disabled.map { Ledger.insured(setting, $0) })
  }

  private static let home = part(
    "home_users", .persons, zh: "长期护理保险：居家", en: "Long-term-care insurance: users at home",
    users(.home) + users(.familyBed))
  private static let institution = part(
    "institution_users", .persons, zh: "长期护理保险：机构", en: "Long-term-care insurance: users in institutions",
    users(.institution))

  private static let homePayment = part(
    "home_payment", .yuan, zh: "长期护理保险：居家支出", en: "Long-term-care insurance: payments at home",
    CareBills.paid(.insurance, .home) + CareBills.paid(.insurance, .familyBed))
  private static let institutionPayment = part(
    "institution_payment", .yuan, zh: "长期护理保险：机构支出", en: "Long-term-care insurance: payments in institutions",
    CareBills.paid(.insurance, .institution))
  static let claims = names.payment(.indicator(homePayment) + .indicator(institutionPayment))

  static let rule = BenefitRule(
    names, .eldercareServices, shared: CareInsurance.parameters + [hourRate],
    steps: [home, institution, homePayment, institutionPayment] + contributions + [balance],
    recipients: names.recipients(population: .resident, .indicator(home) + .indicator(institution)), payment: claims)
}
