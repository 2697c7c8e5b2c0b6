import Domain
import Formulas
import Population

/// 老年人意外伤害保险: a premium for each insured older person, by whoever it is paid.
enum AccidentInsurance {
  private static let names = RuleNames(
    "accident_insurance", zh: "老年人意外伤害保险", en: "Accident insurance of older people")

  static let insuredShare = names.parameter("insured_share", .share, 0...1, .uncertainty)
  static let premium = names.parameter("premium", .yuanPerPersonYear, 0...1e5, .lever)

  private static let insured = names.recipients(
    .measure(Demography.registered60PlusMeasure) * .parameter(insuredShare))

  static let rule = BenefitRule(
    names, .eldercareServices, recipients: insured,
    payment: names.payment(.yearly(.indicator(insured), .parameter(premium))))
}
