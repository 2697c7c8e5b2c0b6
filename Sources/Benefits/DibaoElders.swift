import Domain
import Formulas

/// 低保家庭老年人基本生活补助: a share of the 低保 standard, by the month, to people aged 60 and over in families on 低保.
extension BenefitRule {
  /// The part of 低保 recipients who have it.
  static let dibaoElderShare = Parameter("benefits.dibao_elder_supplement.share", .share, 0...1, .uncertainty)
  /// The supplement over the standard.
  static let dibaoElderRatio = Parameter("benefits.dibao_elder_supplement.ratio", .share, 0...1, .lever)

  private static let label = Label(
    zh: "低保家庭老年人基本生活补助", en: "Living supplement for older people in families on the allowance")

  private static let elders = recipients(
    "dibao_elder_supplement", label,
    .whereGiven(.parameter(dibaoElderShare) * .indicator(dibaoRecipients), .persons))

  static let dibaoElders = BenefitRule(
    "dibao_elder_supplement", label, fundUse: "social_assistance", parameters: [dibaoElderShare, dibaoElderRatio],
    recipients: elders,
    payment: payment(
      "dibao_elder_supplement", label,
      .whereGiven(
        .yearly(.indicator(elders), .parameter(dibaoElderRatio) * .indicator(dibaoOfYear)), .yuan)),
    isLocal: true)
}
