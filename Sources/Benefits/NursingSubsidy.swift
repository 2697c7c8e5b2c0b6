import Care
import Domain
import Formulas

/// 失能老年人入住养老机构护理补贴: by level, for poor families.
enum NursingSubsidy {
  private static let names = RuleNames("nursing_subsidy", zh: "入住机构护理补贴", en: "Nursing subsidy in institutions")

  static let amounts = Ability.disabled.map { level in
    (level: level, amount: names.parameter(level.name, .yuanPerPersonMonth, 0...1e5, .lever))
  }

  private static func persons(_ level: Ability) -> Formula { Hardship.poor(among: Care.institutional(level)) }

  static let rule = BenefitRule(
    names, .eldercareServices, recipients: names.recipients(.total(amounts.map { persons($0.level) })),
    payment: names.payment(.total(amounts.map { .monthly(persons($0.level), .meanOverYear($0.amount)) })))
}
