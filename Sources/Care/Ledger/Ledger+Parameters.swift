import Domain
import Formulas

/// The ledger of care: by district and year, how many people of each level seek and get care in each setting, in
/// persons and in working hours.
///
/// One pass, no iteration: beds first, who is turned away falls back on home help, then hours by rank.
public enum Ledger {
  // MARK: - How policies move what people seek

  /// Of those newly admitted by the insurance, the share who seek help they would not have sought.
  static let insuredResponse = response("insurance_home_help", .share, 0...1)
  /// The same of poor families who have the service subsidy.
  static let poorResponse = response("subsidy_home_help", .share, 0...1)
  /// How places in institutions go with what a resident pays.
  static let priceResponse = response("price_places", .ratio, -2...0)
  /// What charges are, over the running cost of a place.
  public static let fee = Parameter("care.institution.fee", .ratio, 0.1...10, .lever)
  /// What a resident pays at least, as a share of the charge, for how demand goes with the price.
  static let leastOwnShare = Parameter("care.institution.least_own_share", .share, 0.01...1, .uncertainty)

  // MARK: - What care takes of workers

  /// Workers for one at a resident's side: nights, leave, travel.
  static let cover = Parameter("care.staffing.cover", .ratio, 1...3, .uncertainty)
  /// Work hours for an hour at the client's: ways, leave.
  static let workPerContactHour = Parameter("care.staffing.work_per_contact_hour", .ratio, 1...3, .uncertainty)
  /// The share of the staff they should have below which homes take no resident.
  static let leastDensity = Parameter("care.staffing.least_density", .share, 0.01...1, .uncertainty)
  static let familyBedsInUse = Parameter("care.family_beds.in_use", .share, 0...1, .uncertainty)
  static let familyBedHours = Care.byLevel(
    "care.family_beds.hours", .hoursPerPersonMonth, 0...744, .lever, Ability.disabled)
  /// The part of the age track's money that pays for hours, the rest being calls and goods.
  static let lightHoursPart = Parameter("care.light.hours_part", .share, 0...1, .uncertainty)
  static let lightPrice = Parameter("fiscal.light.unit_cost", .yuanPerHour, 1...1e4, .uncertainty)

  static let parameters =
    [
      insuredResponse, poorResponse, priceResponse, fee, leastOwnShare, cover, workPerContactHour, leastDensity,
      familyBedsInUse, lightHoursPart, lightPrice,
    ] + Ability.disabled.compactMap { familyBedHours[$0] }

  private static func response(_ name: String, _ unit: Unit, _ range: ClosedRange<Double>) -> Parameter {
    Parameter("care.response.\(name)", unit, range, .uncertainty)
  }

  // MARK: - What the benefit rules know

  /// The share of disabled older people whose family is poor and registered here.
  static let poorShare = Formula.indicator(name: "benefits.poor_share", unit: .ratio)
  /// People who have light service, and what is paid for it in a year.
  static let lightUsers = Formula.indicator(name: "benefits.service_subsidy.by_age", unit: .persons)
  static let lightMoney = Formula.indicator(name: "benefits.service_subsidy.light_money", unit: .yuan)
}
