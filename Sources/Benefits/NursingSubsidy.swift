import Care
import Domain
import Formulas

/// 失能老年人入住养老机构护理补贴: by level, for poor families.
extension BenefitRule {
  static let nursingAmounts = Ability.disabled.map { level in
    (
      level: level,
      amount: Parameter("benefits.nursing_subsidy.\(level.name)", .yuanPerPersonMonth, 0...1e5, .lever)
    )
  }

  private static let label = Label(zh: "入住机构护理补贴", en: "Nursing subsidy in institutions")

  private static func persons(_ level: Ability) -> Formula { Hardship.poor(among: Care.institutional(level)) }

  static let nursingSubsidy = BenefitRule(
    "nursing_subsidy", label, fundRole: .eldercareServices, parameters: nursingAmounts.map(\.amount),
    recipients: recipients("nursing_subsidy", label, .total(nursingAmounts.map { persons($0.level) })),
    payment: payment(
      "nursing_subsidy", label,
      .total(nursingAmounts.map { .monthly(persons($0.level), .meanOverYear($0.amount)) })))
}
