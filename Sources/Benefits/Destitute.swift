import Domain
import Formulas

/// 特困供养: a living standard and, by how far someone can care for himself, a care standard.
extension BenefitRule {
  static let destituteRate = Parameter(
    "benefits.destitute.rate", .personsPerTenThousand, 0...10_000, .uncertainty, .district)
  static let destituteLiving = Parameter("benefits.destitute.living", .yuanPerPersonMonth, 0...1e5, .lever)
  static let destituteCare = ["able", "partly", "fully"].map {
    Parameter("benefits.destitute.care_\($0)", .yuanPerPersonMonth, 0...1e5, .lever)
  }
  static let destitutePartly = Parameter("benefits.destitute.share_partly", .share, 0...1, .uncertainty)
  static let destituteFully = Parameter("benefits.destitute.share_fully", .share, 0...1, .uncertainty)

  private static let label = Label(zh: "特困人员供养", en: "Support for the destitute")

  private static let living = standard(
    "destitute", zh: "特困人员基本生活标准（全年）", en: "Living standard of the destitute, mean over the year",
    .meanOverYear(destituteLiving))

  private static let care: Formula =
    .rest(destitutePartly, destituteFully) * .meanOverYear(destituteCare[0])
    + .parameter(destitutePartly) * .meanOverYear(destituteCare[1])
    + .parameter(destituteFully) * .meanOverYear(destituteCare[2])

  static let destituteRecipients = recipients(
    "destitute", label, .perTenThousand(destituteRate, of: Income.registered) * .indicator(Hardship.weight))

  static let destitute = BenefitRule(
    "destitute", label, fundUse: "social_assistance",
    parameters: [destituteRate, destituteLiving] + destituteCare + [destitutePartly, destituteFully], steps: [living],
    recipients: destituteRecipients,
    payment: payment(
      "destitute", label, .monthly(.indicator(destituteRecipients), .indicator(living) + care)))
}
