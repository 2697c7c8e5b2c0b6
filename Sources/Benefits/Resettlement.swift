import Domain
import Formulas
import Population

/// 水库移民后期扶持直接补助: a yearly amount to people who gave way to a reservoir, for a term of years.
///
/// The roll is closed: nobody joins it. Those on it age, and die as registered people of their ages do; some are struck
/// off for other reasons.
public enum Resettlement {
  private static let names = RuleNames(
    "resettlement", zh: "水库移民后期扶持直接补助", en: "Direct support of people resettled for reservoirs")

  static let opening = names.parameter("opening", .persons, 0...1e7, .fact, isFixed: true)
  static let districtShare = names.parameter("district_share", .share, 0...1, .fact, .district)
  /// The age of the youngest on it in the base year.
  public static let youngest = names.parameter("youngest", .years, 0...100, .fact, isFixed: true)
  /// In a year, for other reasons than death.
  static let struckOff = names.parameter("struck_off", .share, 0...1, .uncertainty)
  static let amount = names.parameter("amount", .yuanPerPersonYear, 0...1e5, .lever)

  /// A district's part of the roll; parts count in proportion to their sum.
  private static let part = Formula.parameter(districtShare) / .overDistricts(.parameter(districtShare))

  private static let resettled = names.recipients(
    .whereGiven(
      .opening(
        .parameter(opening) * part,
        then: .lastYear(.itself) * .measure(Demography.rollSurvival) * .rest(struckOff)),
      .persons))

  static let rule = BenefitRule(
    names, shared: [youngest], recipients: resettled,
    payment: names.payment(.whereGiven(.yearly(.indicator(resettled), .meanOverYear(amount)), .yuan)),
    isLocal: true)
}
