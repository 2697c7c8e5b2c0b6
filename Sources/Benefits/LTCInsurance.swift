import Care
import Domain
import Formulas
import Population

/// 长期护理保险: hours at home or days in an institution for the severely disabled, and for the moderately disabled
/// where a scenario takes them in.
extension BenefitRule {
  static func ltcParameter(
    _ name: String, _ unit: Unit, _ range: ClosedRange<Double>, _ role: Parameter.Role
  ) -> Parameter { Parameter("benefits.ltc_insurance.\(name)", unit, range, role) }

  static let ltcTakeUp = ltcParameter("takeup", .share, 0...1, .uncertainty)
  /// Of the moderately disabled, whom the scheme as enacted leaves out.
  static let ltcTakeUpModerate = ltcParameter("takeup_moderate", .share, 0...1, .lever)
  static let ltcHomeShare = ltcParameter("home_share", .share, 0...1, .uncertainty)
  static let ltcHourRate = ltcParameter("hour_rate", .yuanPerHour, 0...1e4, .lever)
  static let ltcHoursUsed = ltcParameter("hours_used", .share, 0...1, .uncertainty)
  /// By level: who draws it, hours at home and the daily rate in an institution.
  static let ltcLevels = Ability.disabled.map { level in
    (
      level: level, takeUp: level == .moderate ? ltcTakeUpModerate : ltcTakeUp,
      hours: ltcParameter("hours_\(level.name)", .hoursPerPersonMonth, 0...744, .lever),
      day: ltcParameter("day_\(level.name)", .yuanPerPersonDay, 0...1e4, .lever)
    )
  }

  static let ltcLabel = Label(zh: "长期护理保险", en: "Long-term-care insurance")

  /// Who draws the insurance, level by level.
  private static let taking = ltcLevels.map { Care.persons($0.level) * .parameter($0.takeUp) }

  /// The same, each level times a rate of its own.
  private static func taking(_ rates: [Parameter]) -> Formula {
    .total(zip(taking, rates).map { $0 * .parameter($1) })
  }

  private static func part(_ name: String, _ unit: Unit, zh: String, en: String, _ formula: Formula) -> Indicator {
    Indicator(
      "benefits.ltc_insurance.\(name)", unit, zh: zh, en: en, population: .resident, observation: .compares,
      formula: formula)
  }

  private static let users = recipients(
    "ltc_insurance", ltcLabel, population: .resident, .total(taking))
  private static let home = part(
    "home_users", .persons, zh: "长期护理保险：居家", en: "Long-term-care insurance: users at home",
    .indicator(users) * .parameter(ltcHomeShare))
  private static let institution = part(
    "institution_users", .persons, zh: "长期护理保险：机构", en: "Long-term-care insurance: users in institutions",
    .indicator(users) * .rest(ltcHomeShare))

  private static let homePayment = part(
    "home_payment", .yuan, zh: "长期护理保险：居家支出", en: "Long-term-care insurance: payments at home",
    .monthly(
      taking(ltcLevels.map(\.hours)) * .parameter(ltcHomeShare),
      .parameter(ltcHoursUsed) * .parameter(ltcHourRate)))
  private static let institutionPayment = part(
    "institution_payment", .yuan, zh: "长期护理保险：机构支出", en: "Long-term-care insurance: payments in institutions",
    taking(ltcLevels.map(\.day)) * .rest(ltcHomeShare) * .daysPerYear * .oneYear)

  static let ltcInsurance = BenefitRule(
    "ltc_insurance", ltcLabel, fundRole: .eldercareServices,
    parameters: [ltcTakeUp, ltcTakeUpModerate, ltcHomeShare, ltcHourRate, ltcHoursUsed]
      + ltcLevels.flatMap { [$0.hours, $0.day] }
      + contributionParameters,
    steps: [home, institution, homePayment, institutionPayment] + contributions, recipients: users,
    payment: payment("ltc_insurance", ltcLabel, .indicator(homePayment) + .indicator(institutionPayment)))
}
