import Domain
import Formulas
import Population

/// 老年人意外伤害保险: a premium for each insured older person, by whoever it is paid.
extension BenefitRule {
  static let insuredShare = Parameter("benefits.accident_insurance.insured_share", .share, 0...1, .uncertainty)
  static let premium = Parameter("benefits.accident_insurance.premium", .yuanPerPersonYear, 0...1e5, .lever)

  private static let label = Label(zh: "老年人意外伤害保险", en: "Accident insurance of older people")
  private static let insured = recipients(
    "accident_insurance", label, .measure(Demography.registered60PlusMeasure) * .parameter(insuredShare))

  static let accidentInsurance = BenefitRule(
    "accident_insurance", label, fundRole: .eldercareServices, parameters: [insuredShare, premium],
    recipients: insured,
    payment: payment("accident_insurance", label, .yearly(.indicator(insured), .parameter(premium))))
}
