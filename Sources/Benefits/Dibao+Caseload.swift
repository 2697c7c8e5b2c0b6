import Domain
import Formulas

/// Who gets 低保 and what is paid: N = p0 P + τ P F(L), pay = L [0.90 p0 P + τ P F(L) g(L)], in town and country.
extension Dibao {
  /// p0: recipients with next to no counted income, of 10 000 registered people.
  static let rateWithoutIncome = names.parameter(
    "without_income", .personsPerTenThousand, 0...10_000, .uncertainty, .district)
  /// What these are paid, over the standard.
  static let topUp = names.parameter("top_up_without_income", .share, 0...1, .uncertainty)
  /// Of those with a counted income below the line, who takes it up; τ is this times a district's factor.
  static let takeUp = Parameter("benefits.takeup", .share, 0...1, .uncertainty)
  static let takeUpFactor = names.parameter("takeup_factor", .ratio, 0...50, .uncertainty, .district)

  private static func tail(_ name: String, _ kind: LogNormalTail, _ mean: Indicator) -> Indicator {
    names.step(name, .share, .uniform, Income.tail(kind, below: .indicator(ofYear), mean: mean))
  }

  private static let belowUrban = tail("below_urban", .share, Income.urbanMean)
  private static let belowRural = tail("below_rural", .share, Income.ruralMean)
  private static let gapUrban = tail("gap_urban", .gap, Income.urbanMean)
  private static let gapRural = tail("gap_rural", .gap, Income.ruralMean)

  /// P F(L): everyone with an income below the line.
  static let below = names.indicator(
    "below_line", .persons, zh: "收入低于低保标准的户籍人口", en: "Registered people with incomes below the line",
    population: .registered,
    formula: Income.registered
      * Income.overPeople(urban: .indicator(belowUrban), rural: .indicator(belowRural)))

  /// P F(L) g(L): how many whole standards they lack.
  private static let lacking = names.indicator(
    "lacking", .persons, zh: "低于标准的差额（折合人数）", en: "Shortfall below the line, in whole standards", observation: .holds,
    isPublished: false,
    formula: Income.registered
      * Income.overPeople(
        urban: .indicator(belowUrban) * .indicator(gapUrban), rural: .indicator(belowRural) * .indicator(gapRural)))

  /// p0 P.
  private static let withoutIncome = names.indicator(
    "without_counted_income", .persons, zh: "几无可计收入的低保对象", en: "Recipients with next to no counted income",
    population: .registered, formula: .perTenThousand(rateWithoutIncome, of: Income.registered))

  /// τ: no more than everyone takes it up.
  private static let tau = Formula.smaller(.parameter(takeUp) * .parameter(takeUpFactor), .one)

  static let recipients = names.recipients(.indicator(withoutIncome) + tau * .indicator(below))

  static let payment = names.payment(
    .yearly(.parameter(topUp) * .indicator(withoutIncome) + tau * .indicator(lacking), .indicator(ofYear)))

  private static let meanTopUp = names.indicator(
    "mean_top_up", .share, zh: "低保人均补差占标准", en: "Mean payment over the standard", .ratio, observation: .holds,
    formula: .indicator(payment) / .yearly(.indicator(recipients), .indicator(ofYear)))

  static let caseload = [belowUrban, belowRural, gapUrban, gapRural, below, lacking, withoutIncome, meanTopUp]
}
