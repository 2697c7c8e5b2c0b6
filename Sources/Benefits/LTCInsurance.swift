import Care
import Domain
import Formulas
import Population

/// 长期护理保险: hours at home or days in an institution for the severely disabled, and for the moderately disabled
/// where a scenario takes them in.
enum LTCInsurance {
  static let names = RuleNames("ltc_insurance", zh: "长期护理保险", en: "Long-term-care insurance")

  static let takeUp = names.parameter("takeup", .share, 0...1, .uncertainty)
  /// Of the moderately disabled, whom the scheme as enacted leaves out.
  static let takeUpModerate = names.parameter("takeup_moderate", .share, 0...1, .lever)
  static let homeShare = names.parameter("home_share", .share, 0...1, .uncertainty)
  static let hourRate = names.parameter("hour_rate", .yuanPerHour, 0...1e4, .lever)
  static let hoursUsed = names.parameter("hours_used", .share, 0...1, .uncertainty)
  /// By level: who draws it, hours at home and the daily rate in an institution.
  static let levels = Ability.disabled.map { level in
    (
      level: level, takeUp: level == .moderate ? takeUpModerate : takeUp,
      hours: names.parameter("hours_\(level.name)", .hoursPerPersonMonth, 0...744, .lever),
      day: names.parameter("day_\(level.name)", .yuanPerPersonDay, 0...1e4, .lever)
    )
  }

  /// Who draws the insurance, level by level.
  private static let taking = levels.map { Care.persons($0.level) * .parameter($0.takeUp) }

  /// The same, each level times a rate of its own.
  private static func taking(_ rates: [Parameter]) -> Formula {
    .total(zip(taking, rates).map { $0 * .parameter($1) })
  }

  private static func part(_ name: String, _ unit: Unit, zh: String, en: String, _ formula: Formula) -> Indicator {
    names.indicator(name, unit, zh: zh, en: en, population: .resident, formula: formula)
  }

  private static let users = names.recipients(population: .resident, .total(taking))
  private static let home = part(
    "home_users", .persons, zh: "长期护理保险：居家", en: "Long-term-care insurance: users at home",
    .indicator(users) * .parameter(homeShare))
  private static let institution = part(
    "institution_users", .persons, zh: "长期护理保险：机构", en: "Long-term-care insurance: users in institutions",
    .indicator(users) * .rest(homeShare))

  private static let homePayment = part(
    "home_payment", .yuan, zh: "长期护理保险：居家支出", en: "Long-term-care insurance: payments at home",
    .monthly(
      taking(levels.map(\.hours)) * .parameter(homeShare), .parameter(hoursUsed) * .parameter(hourRate)))
  private static let institutionPayment = part(
    "institution_payment", .yuan, zh: "长期护理保险：机构支出", en: "Long-term-care insurance: payments in institutions",
    taking(levels.map(\.day)) * .rest(homeShare) * .daysPerYear * .oneYear)

  static let rule = BenefitRule(
    names, .eldercareServices, steps: [home, institution, homePayment, institutionPayment] + contributions,
    recipients: users, payment: names.payment(.indicator(homePayment) + .indicator(institutionPayment)))
}
