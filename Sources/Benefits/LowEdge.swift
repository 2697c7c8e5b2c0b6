import Domain
import Formulas

/// 低边, the low-income edge: a multiple of the minimum-living standard, at most the minimum wage.
///
/// Its people follow those between the two lines with an elasticity below one: a wider line does not fill by itself.
public enum LowEdge {
  private static let names = RuleNames("low_edge", zh: "低保边缘家庭生活补贴", en: "Living subsidy at the low-income edge")

  static let multiple = names.parameter("multiple", .ratio, 1...5, .lever)
  static let minimumWage = Parameter("benefits.minimum_wage", .yuanPerPersonMonth, 100...1e5, .lever)
  /// People at the edge for each 低保 recipient in the base year.
  static let openingRatio = names.parameter("opening_ratio", .ratio, 0...10, .uncertainty, .district, isFixed: true)
  static let elasticity = names.parameter("elasticity", .ratio, 0...3, .uncertainty)
  /// The living subsidy over the 低保 standard.
  static let subsidyRatio = names.parameter("subsidy_ratio", .share, 0...1, .lever)

  public static let line = names.indicator(
    "line", .yuanPerPersonMonth, zh: "低保边缘认定标准", en: "Low-income edge line", .uniform, observation: .holds,
    formula: .smaller(
      .parameter(multiple) * .indicator(Dibao.standard) / .monthsPerYear, .parameter(minimumWage)))

  private static let ofDibao = names.indicator(
    "multiple_of_dibao", .ratio, zh: "低边标准为低保的倍数", en: "Edge line over minimum-living standard", .uniform,
    observation: .holds, formula: .indicator(line) * .monthsPerYear / .indicator(Dibao.standard))

  private static let ofWage = names.indicator(
    "share_of_minimum_wage", .ratio, zh: "低边标准与最低工资之比", en: "Edge line over minimum wage", .uniform,
    observation: .holds, formula: .indicator(line) / .parameter(minimumWage))

  private static func below(_ mean: Indicator) -> Formula {
    Income.tail(.share, below: .indicator(line) * .monthsPerYear, mean: mean)
  }

  private static let betweenLines = names.indicator(
    "between_lines", .persons, zh: "收入介于低保与低边标准之间的户籍人口", en: "Registered people with incomes between the two lines",
    population: .registered,
    formula: .larger(
      Income.registered * Income.overPeople(urban: below(Income.urbanMean), rural: below(Income.ruralMean))
        - .indicator(Dibao.below), .zero(.persons)))

  /// A quantity per registered person, as it was in the base year.
  private static func opening(_ name: String, _ quantity: Formula) -> Indicator {
    names.step(
      name, .ratio, .ratio, .opening(.share(quantity, of: Income.registered), then: .lastYear(.itself)))
  }

  private static let openingBetween = opening("opening_between", .indicator(betweenLines))
  private static let openingRate = opening(
    "opening_rate", .parameter(openingRatio) * .indicator(Dibao.recipients))

  private static let change = Formula.share(
    .share(.indicator(betweenLines), of: Income.registered), of: .indicator(openingBetween))

  /// Never more than have such incomes, also where next to nobody had them in the base year.
  static let recipients = names.recipients(
    .smaller(
      Income.registered * .indicator(openingRate) * .power(change, .parameter(elasticity)),
      .indicator(betweenLines)))

  static let rule = BenefitRule(
    names, .socialAssistance, shared: [minimumWage],
    steps: [line, ofDibao, ofWage, betweenLines, openingBetween, openingRate], recipients: recipients,
    payment: names.payment(
      .yearly(.indicator(recipients), .parameter(subsidyRatio) * .indicator(Dibao.ofYear))))
}
