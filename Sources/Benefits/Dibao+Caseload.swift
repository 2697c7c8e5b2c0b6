import Domain
import Formulas

/// Who gets 低保 and what is paid: N = p0 P + τ P F(L), pay = L [0.90 p0 P + τ P F(L) g(L)], in town and country.
extension BenefitRule {
  static let dibaoLabel = Label(zh: "最低生活保障", en: "Minimum-living allowance")

  private static func tail(_ name: String, _ kind: LogNormalTail, _ mean: Indicator) -> Indicator {
    Indicator(
      "benefits.dibao.\(name)", .share, zh: name, en: name, .uniform, isPublished: false,
      formula: Income.tail(kind, below: .indicator(dibaoOfYear), mean: mean))
  }

  static let dibaoBelowUrban = tail("below_urban", .share, Income.urbanMean)
  static let dibaoBelowRural = tail("below_rural", .share, Income.ruralMean)
  private static let gapUrban = tail("gap_urban", .gap, Income.urbanMean)
  private static let gapRural = tail("gap_rural", .gap, Income.ruralMean)

  /// P F(L): everyone with an income below the line.
  static let dibaoBelow = Indicator(
    "benefits.dibao.below_line", .persons, zh: "收入低于低保标准的户籍人口", en: "Registered people with incomes below the line",
    population: .registered, observation: .compares,
    formula: Income.registered
      * Income.overPeople(urban: .indicator(dibaoBelowUrban), rural: .indicator(dibaoBelowRural)))

  /// P F(L) g(L): how many whole standards they lack.
  private static let lacking = Indicator(
    "benefits.dibao.lacking", .persons, zh: "低于标准的差额（折合人数）", en: "Shortfall below the line, in whole standards",
    isPublished: false,
    formula: Income.registered
      * Income.overPeople(
        urban: .indicator(dibaoBelowUrban) * .indicator(gapUrban),
        rural: .indicator(dibaoBelowRural) * .indicator(gapRural)))

  /// p0 P.
  private static let withoutIncome = Indicator(
    "benefits.dibao.without_counted_income", .persons, zh: "几无可计收入的低保对象",
    en: "Recipients with next to no counted income",
    population: .registered, observation: .compares, formula: .perTenThousand(dibaoWithoutIncome, of: Income.registered)
  )

  /// τ: no more than everyone takes it up.
  private static let tau = Formula.smaller(.parameter(takeUp) * .parameter(takeUpFactor), .one)

  static let dibaoRecipients = recipients(
    "dibao", dibaoLabel, .indicator(withoutIncome) + tau * .indicator(dibaoBelow))

  static let dibaoPayment = payment(
    "dibao", dibaoLabel,
    .yearly(.parameter(dibaoTopUp) * .indicator(withoutIncome) + tau * .indicator(lacking), .indicator(dibaoOfYear)))

  private static let meanTopUp = Indicator(
    "benefits.dibao.mean_top_up", .share, zh: "低保人均补差占标准", en: "Mean payment over the standard", .ratio,
    formula: .indicator(dibaoPayment) / .yearly(.indicator(dibaoRecipients), .indicator(dibaoOfYear)))

  static let dibaoSteps = [
    dibaoBelowUrban, dibaoBelowRural, gapUrban, gapRural, dibaoBelow, lacking, withoutIncome, meanTopUp,
  ]
}
