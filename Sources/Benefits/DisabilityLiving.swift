import Domain
import Formulas
import Population

/// 困难残疾人生活补贴: a share of the 低保 standard for disabled people in hardship, counted per registered person.
enum DisabilityLiving {
  private static let names = RuleNames(
    "disability_living", zh: "困难残疾人生活补贴", en: "Living subsidy for disabled people in hardship")

  static let ratio = names.parameter("ratio", .share, 0...2, .lever)
  static let rate = names.parameter("rate", .personsPerTenThousand, 0...10_000, .uncertainty, .district)

  private static let amount = names.standard(
    zh: "困难残疾人生活补贴标准（全年）", en: "Living subsidy of a disabled person, mean over the year",
    .parameter(ratio) * .indicator(Dibao.ofYear) / .monthsPerYear)

  private static let persons = names.recipients(
    .perTenThousand(rate, of: Income.registered) * .indicator(Hardship.weight))

  static let rule = BenefitRule(
    names, .disability, steps: [amount], recipients: persons,
    payment: names.payment(.monthly(.indicator(persons), .indicator(amount))))
}
