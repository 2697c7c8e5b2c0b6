import Domain
import Formulas
import Population

/// 高龄津贴: by the month to every registered person aged 80 and over, more with age.
enum OldAgeAllowance {
  private static let names = RuleNames("old_age_allowance", zh: "高龄津贴", en: "Old-age allowance")

  private static func amount(_ ages: String) -> Parameter {
    names.parameter("aged_\(ages)", .yuanPerPersonMonth, 0...1e5, .lever)
  }

  static let bands = [
    (Demography.registered80To89Measure, amount("80_89")), (Demography.registered90To99Measure, amount("90_99")),
    (Demography.registered100PlusMeasure, amount("100_plus")),
  ]

  static let rule = BenefitRule(
    names, .eldercareServices, recipients: names.recipients(.total(bands.map { .measure($0.0) })),
    payment: names.payment(.total(bands.map { .monthly(.measure($0.0), .meanOverYear($0.1)) })))
}
