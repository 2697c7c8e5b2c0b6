import Domain
import Formulas

/// 低保家庭老年人基本生活补助: a share of the 低保 standard, by the month, to people aged 60 and over in families on 低保.
enum DibaoElders {
  private static let names = RuleNames(
    "dibao_elder_supplement", zh: "低保家庭老年人基本生活补助", en: "Living supplement for older people in families on the allowance"
  )

  /// The part of 低保 recipients who have it.
  static let share = names.parameter("share", .share, 0...1, .uncertainty)
  /// The supplement over the standard.
  static let ratio = names.parameter("ratio", .share, 0...1, .lever)

  private static let elders = names.recipients(
    .whereGiven(.parameter(share) * .indicator(Dibao.recipients), .persons))

  static let rule = BenefitRule(
    names, .socialAssistance, recipients: elders,
    payment: names.payment(
      .whereGiven(.yearly(.indicator(elders), .parameter(ratio) * .indicator(Dibao.ofYear)), .yuan)),
    isLocal: true)
}
