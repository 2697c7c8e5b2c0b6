import Domain
import Formulas
import Population

/// 重度残疾人护理补贴: three amounts by how far someone depends on care, whatever the income.
extension BenefitRule {
  static let disabilityCareYounger = Parameter(
    "benefits.disability_care.rate_below_60", .personsPerTenThousand, 0...10_000, .uncertainty, .district)
  static let disabilityCareOlder = Parameter(
    "benefits.disability_care.rate_60_plus", .personsPerTenThousand, 0...10_000, .uncertainty, .district)
  static let disabilityCareAmounts = ["partly", "mostly", "fully"].map {
    Parameter("benefits.disability_care.amount_\($0)", .yuanPerPersonMonth, 0...1e5, .lever)
  }
  static let disabilityCareMostly = Parameter("benefits.disability_care.share_mostly", .share, 0...1, .uncertainty)
  static let disabilityCareFully = Parameter("benefits.disability_care.share_fully", .share, 0...1, .uncertainty)

  private static let label = Label(zh: "重度残疾人护理补贴", en: "Care subsidy for severely disabled people")

  private static let amount = standard(
    "disability_care", zh: "重度残疾人护理补贴标准（全年平均）", en: "Care subsidy of a severely disabled person, mean over the year",
    .rest(disabilityCareMostly, disabilityCareFully) * .meanOverYear(disabilityCareAmounts[0])
      + .parameter(disabilityCareMostly) * .meanOverYear(disabilityCareAmounts[1])
      + .parameter(disabilityCareFully) * .meanOverYear(disabilityCareAmounts[2]))

  private static let older = Formula.measure(Demography.registered60PlusMeasure)
  private static let persons = recipients(
    "disability_care", label,
    .perTenThousand(disabilityCareYounger, of: Income.registered - older)
      + .perTenThousand(disabilityCareOlder, of: older))

  static let disabilityCare = BenefitRule(
    "disability_care", label, fundUse: "disability",
    parameters: [disabilityCareYounger, disabilityCareOlder] + disabilityCareAmounts
      + [disabilityCareMostly, disabilityCareFully],
    steps: [amount], recipients: persons,
    payment: payment("disability_care", label, .monthly(.indicator(persons), .indicator(amount))))
}
