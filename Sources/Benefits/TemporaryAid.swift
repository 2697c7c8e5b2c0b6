import Domain
import Formulas

/// 临时救助: sudden hardship, in proportion to what 低保 pays.
extension BenefitRule {
  static let temporaryAidShare = Parameter("benefits.temporary_aid.share", .share, 0...1, .uncertainty)
  static let temporaryAidMean = Parameter("benefits.temporary_aid.mean", .yuanPerPerson, 1...1e6, .uncertainty)

  private static let label = Label(zh: "临时救助", en: "Temporary aid")
  private static let paid = payment(
    "temporary_aid", label, .parameter(temporaryAidShare) * .indicator(dibaoPayment))

  static let temporaryAid = BenefitRule(
    "temporary_aid", label, fundRole: .socialAssistance, parameters: [temporaryAidShare, temporaryAidMean],
    recipients: recipients("temporary_aid", label, .indicator(paid) / .parameter(temporaryAidMean)), payment: paid)
}
