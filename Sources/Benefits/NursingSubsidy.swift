import Care
import Domain
import Formulas

/// 失能老年人入住养老机构护理补贴: by level, for poor families, towards what is left of the bill.
enum NursingSubsidy {
  private static let names = RuleNames("nursing_subsidy", zh: "入住机构护理补贴", en: "Nursing subsidy in institutions")

  static let amounts = Ability.disabled.map { level in
    (level: level, amount: names.parameter(level.name, .yuanPerPersonMonth, 0...1e5, .lever))
  }

  static let rule = BenefitRule(
    names, .eldercareServices, shared: amounts.map(\.amount),
    recipients: names.recipients(.total(amounts.map { CareBills.poorResidents($0.level) })),
    payment: names.payment(CareBills.paid(.nursingSubsidy, .institution)))
}
