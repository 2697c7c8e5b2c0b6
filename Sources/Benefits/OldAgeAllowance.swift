import Domain
import Formulas
import Population

/// 高龄津贴: by the month to every registered person aged 80 and over, more with age.
extension BenefitRule {
  private static func amount(_ ages: String) -> Parameter {
    Parameter("benefits.old_age_allowance.aged_\(ages)", .yuanPerPersonMonth, 0...1e5, .lever)
  }
  static let oldAgeBands = [
    (Demography.registered80To89Measure, amount("80_89")), (Demography.registered90To99Measure, amount("90_99")),
    (Demography.registered100PlusMeasure, amount("100_plus")),
  ]

  private static let label = Label(zh: "高龄津贴", en: "Old-age allowance")

  static let oldAgeAllowance = BenefitRule(
    "old_age_allowance", label, fundRole: .eldercareServices, parameters: oldAgeBands.map(\.1),
    recipients: recipients("old_age_allowance", label, .total(oldAgeBands.map { .measure($0.0) })),
    payment: payment(
      "old_age_allowance", label, .total(oldAgeBands.map { .monthly(.measure($0.0), .meanOverYear($0.1)) })))
}
