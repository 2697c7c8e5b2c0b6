import Care
import Domain
import Formulas
import Population

/// 养老服务补贴: the higher of an amount by age and one by disability for poor families, outside institutions.
enum ServiceSubsidy {
  private static let names = RuleNames("service_subsidy", zh: "养老服务补贴", en: "Eldercare service subsidy")

  private static func amount(_ name: String) -> Parameter {
    names.parameter(name, .yuanPerPersonMonth, 0...1e5, .lever, .district)
  }

  static let takeUp = names.parameter("takeup", .share, 0...1, .uncertainty)
  static let amountAged80 = amount("aged_80_89")
  static let amountAged90 = amount("aged_90_plus")
  static let byLevel = Ability.disabled.map { (level: $0, amount: amount($0.name)) }

  private static let aged80 = Formula.measure(Demography.registered80To89Measure)
  private static let aged90 =
    Formula.measure(Demography.registered90To99Measure) + .measure(Demography.registered100PlusMeasure)

  private static func poorOutside(_ level: Ability) -> Formula {
    Hardship.poor(among: Care.persons(level) - Care.institutional(level))
  }

  private static let byDisability = names.indicator(
    "by_disability", .persons, zh: "养老服务补贴：失能类人数", en: "Service subsidy by disability", population: .registered,
    formula: .total(byLevel.map { poorOutside($0.level) }))

  /// The part of people aged 80 and over who are on the disability track, which pays more.
  private static let onBoth = names.indicator(
    "on_both", .share, zh: "同时符合两类的高龄老年人占比",
    en: "Share of people aged 80 and over who are on the disability track", .ratio, observation: .holds,
    isPublished: false,
    formula: .smaller(
      .share(Hardship.poor(among: .measure(AbilityModel.disabled80Plus)), of: aged80 + aged90), .one))

  private static func byAge(_ people: Formula) -> Formula {
    people * .parameter(takeUp) * (.one - .indicator(onBoth))
  }

  static let recipients = names.recipients(.indicator(byDisability) + byAge(aged80) + byAge(aged90))

  static let rule = BenefitRule(
    names, .eldercareServices, steps: [byDisability, onBoth], recipients: recipients,
    payment: names.payment(
      .total(
        byLevel.map { .monthly(poorOutside($0.level), .meanOverYear($0.amount)) }
          + [
            .monthly(byAge(aged80), .meanOverYear(amountAged80)),
            .monthly(byAge(aged90), .meanOverYear(amountAged90)),
          ])))
}
