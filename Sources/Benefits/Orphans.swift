import Domain
import Formulas
import Population

/// 孤儿基本生活费: one amount in institutions, one in families.
enum Orphans {
  private static let names = RuleNames("orphans", zh: "孤儿基本生活费", en: "Allowance for orphans")

  static let rate = names.parameter("rate", .personsPerTenThousand, 0...10_000, .uncertainty, .district)
  static let institution = names.parameter("institution", .yuanPerPersonMonth, 0...1e5, .lever)
  static let family = names.parameter("family", .yuanPerPersonMonth, 0...1e5, .lever)
  static let institutionShare = names.parameter("institution_share", .share, 0...1, .uncertainty)

  private static let amount = names.standard(
    zh: "孤儿基本生活标准（全年平均）", en: "Allowance of an orphan, mean over the year",
    .parameter(institutionShare) * .meanOverYear(institution) + .rest(institutionShare) * .meanOverYear(family))

  static let recipients = names.recipients(
    .perTenThousand(rate, of: .measure(Demography.registeredChildren)) * .indicator(Hardship.weight))

  static let rule = BenefitRule(
    names, .children, steps: [amount], recipients: recipients,
    payment: names.payment(.monthly(.indicator(recipients), .indicator(amount))))
}
