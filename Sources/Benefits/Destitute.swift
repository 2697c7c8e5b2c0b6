import Domain
import Formulas

/// 特困供养: a living standard and, by how far someone can care for himself, a care standard.
enum Destitute {
  private static let names = RuleNames("destitute", zh: "特困人员供养", en: "Support for the destitute")

  static let rate = names.parameter("rate", .personsPerTenThousand, 0...10_000, .uncertainty, .district)
  static let living = names.parameter("living", .yuanPerPersonMonth, 0...1e5, .lever)
  static let care = ["able", "partly", "fully"].map {
    names.parameter("care_\($0)", .yuanPerPersonMonth, 0...1e5, .lever)
  }
  static let partly = names.parameter("share_partly", .share, 0...1, .uncertainty)
  static let fully = names.parameter("share_fully", .share, 0...1, .uncertainty)

  private static let livingOfYear = names.standard(
    zh: "特困人员基本生活标准（全年）", en: "Living standard of the destitute, mean over the year", .meanOverYear(living))

  private static let careOfYear: Formula =
    .rest(partly, fully) * .meanOverYear(care[0])
    + .parameter(partly) * .meanOverYear(care[1])
    + .parameter(fully) * .meanOverYear(care[2])

  static let recipients = names.recipients(
    .perTenThousand(rate, of: Income.registered) * .indicator(Hardship.weight))

  static let rule = BenefitRule(
    names, .socialAssistance, steps: [livingOfYear], recipients: recipients,
    payment: names.payment(.monthly(.indicator(recipients), .indicator(livingOfYear) + careOfYear)))
}
