import Domain
import Formulas
import Population

/// 重度残疾人护理补贴: three amounts by how far someone depends on care, whatever the income.
enum DisabilityCare {
  private static let names = RuleNames(
    "disability_care", zh: "重度残疾人护理补贴", en: "Care subsidy for severely disabled people")

  static let rateYounger = names.parameter("rate_below_60", .personsPerTenThousand, 0...10_000, .uncertainty, .district)
  static let rateOlder = names.parameter("rate_60_plus", .personsPerTenThousand, 0...10_000, .uncertainty, .district)
  static let amounts = ["partly", "mostly", "fully"].map {
    names.parameter("amount_\($0)", .yuanPerPersonMonth, 0...1e5, .lever)
  }
  static let mostly = names.parameter("share_mostly", .share, 0...1, .uncertainty)
  static let fully = names.parameter("share_fully", .share, 0...1, .uncertainty)

  private static let amount = names.standard(
    zh: "重度残疾人护理补贴标准（全年平均）", en: "Care subsidy of a severely disabled person, mean over the year",
    .rest(mostly, fully) * .meanOverYear(amounts[0])
      + .parameter(mostly) * .meanOverYear(amounts[1])
      + .parameter(fully) * .meanOverYear(amounts[2]))

  private static let older = Formula.measure(Demography.registered60PlusMeasure)
  private static let persons = names.recipients(
    .perTenThousand(rateYounger, of: Income.registered - older) + .perTenThousand(rateOlder, of: older))

  static let rule = BenefitRule(
    names, .disability, steps: [amount], recipients: persons,
    payment: names.payment(.monthly(.indicator(persons), .indicator(amount))))
}
