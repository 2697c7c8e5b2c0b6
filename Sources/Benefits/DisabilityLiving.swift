import Domain
import Formulas
import Population

/// 困难残疾人生活补贴: a share of the 低保 standard for disabled people in hardship, counted per registered person.
extension BenefitRule {
  static let disabilityLivingRatio = Parameter("benefits.disability_living.ratio", .share, 0...2, .lever)
  static let disabilityLivingRate = Parameter(
    "benefits.disability_living.rate", .personsPerTenThousand, 0...10_000, .uncertainty, .district)

  private static let label = Label(zh: "困难残疾人生活补贴", en: "Living subsidy for disabled people in hardship")

  private static let amount = standard(
    "disability_living", zh: "困难残疾人生活补贴标准（全年）", en: "Living subsidy of a disabled person, mean over the year",
    .parameter(disabilityLivingRatio) * .indicator(dibaoOfYear) / .monthsPerYear)

  private static let persons = recipients(
    "disability_living", label,
    .perTenThousand(disabilityLivingRate, of: Income.registered) * .indicator(Hardship.weight))

  static let disabilityLiving = BenefitRule(
    "disability_living", label, fundUse: "disability", parameters: [disabilityLivingRatio, disabilityLivingRate],
    steps: [amount],
    recipients: persons,
    payment: payment("disability_living", label, .monthly(.indicator(persons), .indicator(amount))))
}
