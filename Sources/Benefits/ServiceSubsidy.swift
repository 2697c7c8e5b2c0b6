import Care
import Domain
import Formulas
import Population

/// 养老服务补贴: the higher of an amount by age, which buys light service, and one by disability, which pays for the home
/// help that people of poor families have.
enum ServiceSubsidy {
  private static let names = RuleNames("service_subsidy", zh: "养老服务补贴", en: "Eldercare service subsidy")

  private static func amount(_ name: String) -> Parameter {
    names.parameter(name, .yuanPerPersonMonth, 0...1e5, .lever, .district)
  }

  static let takeUp = names.parameter("takeup", .share, 0...1, .uncertainty, .district)
  static let amountAged80 = amount("aged_80_89")
  static let amountAged90 = amount("aged_90_plus")
  static let byLevel = Ability.disabled.map { (level: $0, amount: amount($0.name)) }

  private static let aged80 = Formula.measure(Demography.registered80To89Measure)
  private static let aged90 =
    Formula.measure(Demography.registered90To99Measure) + .measure(Demography.registered100PlusMeasure)

  private static let byDisability = names.indicator(
    "by_disability", .persons, zh: "养老服务补贴：失能类人数", en: "Service subsidy by disability", population: .registered,
    formula: .total(byLevel.map { Ledger.poorHelped($0.level) }))

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

  /// People on the age track, and the money for them.
  private static let onAgeTrack = names.indicator(
    "by_age", .persons, zh: "养老服务补贴：高龄类人数", en: "Service subsidy by age", population: .registered,
    formula: byAge(aged80) + byAge(aged90))
  private static let lightMoney = names.indicator(
    "light_money", .yuan, zh: "养老服务补贴：高龄类金额", en: "Service subsidy by age: money", isPublished: false,
    formula: .monthly(byAge(aged80), .meanOverYear(amountAged80))
      + .monthly(byAge(aged90), .meanOverYear(amountAged90)))

  static let recipients = names.recipients(
    .indicator(byDisability) + .indicator(Ledger.personsGot(.light)))

  static let rule = BenefitRule(
    names, .eldercareServices, shared: byLevel.map(\.amount),
    steps: [byDisability, onBoth, onAgeTrack, lightMoney], recipients: recipients,
    payment: names.payment(CareBills.paid(.serviceSubsidy, .home) + Ledger.lightSpent))
}
