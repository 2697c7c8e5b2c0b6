import Care
import Domain
import Formulas
import Population

/// 养老服务补贴: the higher of an amount by age and one by disability for poor families, outside institutions.
extension BenefitRule {
  static let serviceTakeUp = Parameter("benefits.service_subsidy.takeup", .share, 0...1, .uncertainty)
  private static func amount(_ name: String) -> Parameter {
    Parameter("benefits.service_subsidy.\(name)", .yuanPerPersonMonth, 0...1e5, .lever, .district)
  }
  static let serviceAged80 = amount("aged_80_89")
  static let serviceAged90 = amount("aged_90_plus")
  static let serviceByLevel = Ability.disabled.map { (level: $0, amount: amount($0.name)) }

  private static let label = Label(zh: "养老服务补贴", en: "Eldercare service subsidy")
  private static let aged80 = Formula.measure(Demography.registered80To89Measure)
  private static let aged90 =
    Formula.measure(Demography.registered90To99Measure) + .measure(Demography.registered100PlusMeasure)

  private static func poorOutside(_ level: Ability) -> Formula {
    Hardship.poor(among: Care.persons(level) - Care.institutional(level))
  }

  private static let byDisability = Indicator(
    "benefits.service_subsidy.by_disability", .persons, zh: "养老服务补贴：失能类人数", en: "Service subsidy by disability",
    population: .registered, observation: .compares,
    formula: .total(serviceByLevel.map { poorOutside($0.level) }))

  /// The part of people aged 80 and over who are on the disability track, which pays more.
  private static let onBoth = Indicator(
    "benefits.service_subsidy.on_both", .share, zh: "同时符合两类的高龄老年人占比",
    en: "Share of people aged 80 and over who are on the disability track", .ratio, isPublished: false,
    formula: .smaller(
      .share(Hardship.poor(among: .measure(AbilityModel.disabled80Plus)), of: aged80 + aged90), .one))

  private static func byAge(_ people: Formula) -> Formula {
    people * .parameter(serviceTakeUp) * (.one - .indicator(onBoth))
  }

  static let serviceRecipients = recipients(
    "service_subsidy", label, .indicator(byDisability) + byAge(aged80) + byAge(aged90))

  static let serviceSubsidy = BenefitRule(
    "service_subsidy", label, fundRole: .eldercareServices,
    parameters: [serviceTakeUp, serviceAged80, serviceAged90] + serviceByLevel.map(\.amount),
    steps: [byDisability, onBoth],
    recipients: serviceRecipients,
    payment: payment(
      "service_subsidy", label,
      .total(
        serviceByLevel.map { .monthly(poorOutside($0.level), .meanOverYear($0.amount)) }
          + [
            .monthly(byAge(aged80), .meanOverYear(serviceAged80)),
            .monthly(byAge(aged90), .meanOverYear(serviceAged90)),
          ])))
}
