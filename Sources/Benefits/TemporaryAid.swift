import Domain
import Formulas

/// 临时救助: sudden hardship, in proportion to what 低保 pays.
enum TemporaryAid {
  private static let names = RuleNames("temporary_aid", zh: "临时救助", en: "Temporary aid")

  static let share = names.parameter("share", .share, 0...1, .uncertainty, .district)
  static let mean = names.parameter("mean", .yuanPerPerson, 1...1e6, .uncertainty)

  private static let paid = names.payment(.parameter(share) * .indicator(Dibao.payment))

  static let rule = BenefitRule(
    names, .socialAssistance, recipients: names.recipients(.indicator(paid) / .parameter(mean)), payment: paid)
}
