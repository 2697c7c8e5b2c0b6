import Domain
import Formulas

/// 困难残疾人生活补贴: a share of the 低保 standard for disabled people in families on 低保 or at its edge.
extension BenefitRule {
  static let disabilityLivingRatio = Parameter("benefits.disability_living.ratio", .share, 0...2, .lever)
  static let disabilityLivingShare = Parameter(
    "benefits.disability_living.share_of_poor", .share, 0...1, .uncertainty)

  private static let label = Label(zh: "困难残疾人生活补贴", en: "Living subsidy for disabled people in hardship")

  private static let amount = standard(
    "disability_living", zh: "困难残疾人生活补贴标准（全年）", en: "Living subsidy of a disabled person, mean over the year",
    .parameter(disabilityLivingRatio) * .indicator(dibaoOfYear) / .monthsPerYear)

  private static let persons = recipients(
    "disability_living", label,
    .parameter(disabilityLivingShare) * (.indicator(dibaoRecipients) + .indicator(lowEdgeRecipients)))

  static let disabilityLiving = BenefitRule(
    "disability_living", label, fundRole: .disability, parameters: [disabilityLivingRatio, disabilityLivingShare],
    steps: [amount],
    recipients: persons,
    payment: payment("disability_living", label, .monthly(.indicator(persons), .indicator(amount))))
}
