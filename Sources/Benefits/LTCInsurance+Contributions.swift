import Domain
import Formulas
import Population

/// Who pays into the long-term-care insurance; contributions are income of the scheme, not a benefit.
extension LTCInsurance {
  /// Residents who are insured; none before the scheme.
  private static let insured = names.parameter("insured_share", .share, 0...1, .uncertainty)
  private static let employees = names.parameter("employee_share", .share, 0...1, .uncertainty)
  private static let residentGovernment = names.parameter(
    "resident_government", .yuanPerPersonYear, 0...1e5, .lever)
  private static let residentOwn = names.parameter("resident_own", .yuanPerPersonYear, 0...1e5, .lever)
  private static let employeePool = names.parameter("employee_pool", .yuanPerPersonYear, 0...1e5, .lever)
  private static let employeeOwn = names.parameter("employee_own", .yuanPerPersonYear, 0...1e5, .lever)

  private static let everyone = Formula.indicator(Demography.populationTotal) * .parameter(insured)
  private static let inEmployeeScheme = everyone * .parameter(employees)
  private static let inResidentScheme = everyone * .rest(employees)

  private static func contribution(_ side: String, zh: String, en: String, _ formula: Formula) -> Indicator {
    names.indicator(
      "contributions\(side)", .yuan, zh: "长期护理保险缴费：\(zh)", en: "Long-term-care insurance, contributions: \(en)",
      formula: formula)
  }

  public static let government = contribution(
    "_government", zh: "财政", en: "government", .yearly(inResidentScheme, .parameter(residentGovernment)))
  private static let household = contribution(
    "_household", zh: "个人", en: "insured people",
    .yearly(inResidentScheme, .parameter(residentOwn)) + .yearly(inEmployeeScheme, .parameter(employeeOwn)))
  private static let pool = contribution(
    "_insurance", zh: "职工医保统筹基金", en: "pooled fund of the employees' medical insurance",
    .yearly(inEmployeeScheme, .parameter(employeePool)))

  private static let allContributions = contribution(
    "", zh: "合计", en: "all", .total([government, household, pool].map(Formula.indicator)))

  static let contributions = [government, household, pool, allContributions]

  /// The account of the scheme: who pays in, what it pays for, what is left.
  public static let account = [government, household, pool, claims, balance]

  /// What the scheme takes in beyond what it pays in a year.
  static let balance = names.indicator(
    "balance", .yuan, zh: "长期护理保险：当年结余", en: "Long-term-care insurance: balance of the year",
    formula: .indicator(allContributions) - .indicator(claims))
}
