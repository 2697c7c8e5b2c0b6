import Care
import Domain
import Formulas
import Population

/// How hardship lies over the districts, which rules share that have no counts by district of their own.
enum Hardship {
  /// The share of poor families among disabled older people over that among all registered people.
  static let elderFactor = Parameter("benefits.poor_elder_factor", .ratio, 0...50, .uncertainty)
  static let parameters = [elderFactor]

  /// 低保 recipients per person in a district over the city's, in the base year.
  static let weight = Indicator(
    "benefits.hardship", .ratio, zh: "区县困难程度系数", en: "District's hardship, city = 1", .ratio, isPublished: false,
    formula: .opening(
      .share(
        .share(.indicator(Dibao.recipients), of: Income.registered),
        of: .overDistricts(.indicator(Dibao.recipients)) / .overDistricts(Income.registered)),
      then: .lastYear(.itself)))

  /// The part of disabled older people whose family has 低保 or stands at its edge.
  static let poorElders = Indicator(
    "benefits.poor_elder_share", .share, zh: "失能老年人中低保低边家庭占比",
    en: "Share of disabled older people in families on the allowance or at its edge", .ratio, isPublished: false,
    formula: .smaller(
      .parameter(elderFactor)
        * .share(
          .indicator(Dibao.recipients) + .indicator(LowEdge.recipients), of: Income.registered),
      .one))

  /// Registered people aged 60 and over for each resident of that age: their abilities are those of the residents.
  static let registeredPart = Indicator(
    "benefits.registered_part", .ratio, zh: "户籍与常住老年人之比", en: "Registered per resident older person", .ratio,
    isPublished: false,
    formula: .share(
      .measure(Demography.registered60PlusMeasure), of: .measure(Demography.aged60PlusMeasure)))

  /// Registered people of poor families among disabled residents.
  private static let poorResidents = Indicator(
    "benefits.poor_share", .ratio, zh: "失能常住老年人中户籍困难家庭占比",
    en: "Share of disabled residents who are registered and of poor families", .ratio, isPublished: false,
    formula: .smaller(.indicator(registeredPart) * .indicator(poorElders), .one))

  static let poorShare = Formula.indicator(poorResidents)

  static let indicators = [weight, poorElders, registeredPart, poorResidents]

  /// Registered older people of poor families among residents of some kind.
  static func poor(among residents: Formula) -> Formula {
    residents * .indicator(registeredPart) * .indicator(poorElders)
  }
}
