import Domain
import Formulas

/// 水库移民后期扶持直接补助: a yearly amount to people who gave way to a reservoir, for a term of years.
///
/// The roll is closed: nobody joins it, and those who die or leave it are struck off.
extension BenefitRule {
  static let resettledOpening = Parameter("benefits.resettlement.opening", .persons, 0...1e7, .fact, isFixed: true)
  static let resettledShare = Parameter("benefits.resettlement.district_share", .share, 0...1, .fact, .district)
  static let resettledStruckOff = Parameter("benefits.resettlement.struck_off", .share, 0...1, .uncertainty)
  static let resettledAmount = Parameter("benefits.resettlement.amount", .yuanPerPersonYear, 0...1e5, .lever)

  private static let label = Label(zh: "水库移民后期扶持直接补助", en: "Direct support of people resettled for reservoirs")

  /// A district's part of the roll; parts count in proportion to their sum.
  private static let part = Formula.parameter(resettledShare) / .overDistricts(.parameter(resettledShare))

  private static let resettled = recipients(
    "resettlement", label,
    .whereGiven(
      .opening(
        .parameter(resettledOpening) * part,
        then: .lastYear(.itself) - .lastYear(.itself) * .parameter(resettledStruckOff)),
      .persons))

  static let resettlement = BenefitRule(
    "resettlement", label, parameters: [resettledOpening, resettledShare, resettledStruckOff, resettledAmount],
    recipients: resettled,
    payment: payment(
      "resettlement", label,
      .whereGiven(.yearly(.indicator(resettled), .meanOverYear(resettledAmount)), .yuan)),
    isLocal: true)
}
