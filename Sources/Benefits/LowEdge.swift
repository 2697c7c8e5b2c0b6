import Domain
import Formulas

/// 低边, the low-income edge: a multiple of the minimum-living standard, at most the minimum wage.
///
/// Its people follow those between the two lines with an elasticity below one: a wider line does not fill by itself.
extension BenefitRule {
  static let lowEdgeMultiple = Parameter("benefits.low_edge.multiple", .ratio, 1...5, .lever)
  static let minimumWage = Parameter("benefits.minimum_wage", .yuanPerPersonMonth, 100...1e5, .lever)
  /// People at the edge for each 低保 recipient in the base year.
  static let lowEdgeOpening = Parameter(
    "benefits.low_edge.opening_ratio", .ratio, 0...10, .uncertainty, isFixed: true)
  static let lowEdgeElasticity = Parameter("benefits.low_edge.elasticity", .ratio, 0...3, .uncertainty)
  /// The living subsidy over the 低保 standard.
  static let lowEdgeSubsidy = Parameter("benefits.low_edge.subsidy_ratio", .share, 0...1, .lever)

  private static let label = Label(zh: "低保边缘家庭生活补贴", en: "Living subsidy at the low-income edge")

  public static let lowEdgeLine = Indicator(
    "benefits.low_edge.line", .yuanPerPersonMonth, zh: "低保边缘认定标准", en: "Low-income edge line", .uniform,
    formula: .smaller(
      .parameter(lowEdgeMultiple) * .indicator(dibaoStandard) / .monthsPerYear, .parameter(minimumWage)))

  static let lowEdgeOfDibao = Indicator(
    "benefits.low_edge.multiple_of_dibao", .ratio, zh: "低边标准为低保的倍数", en: "Edge line over minimum-living standard",
    .uniform, formula: .indicator(lowEdgeLine) * .monthsPerYear / .indicator(dibaoStandard))

  static let lowEdgeOfWage = Indicator(
    "benefits.low_edge.share_of_minimum_wage", .ratio, zh: "低边标准与最低工资之比", en: "Edge line over minimum wage",
    .uniform, formula: .indicator(lowEdgeLine) / .parameter(minimumWage))

  private static func below(_ mean: Indicator) -> Formula {
    Income.tail(.share, below: .indicator(lowEdgeLine) * .monthsPerYear, mean: mean)
  }

  private static let betweenLines = Indicator(
    "benefits.low_edge.between_lines", .persons, zh: "收入介于低保与低边标准之间的户籍人口",
    en: "Registered people with incomes between the two lines", population: .registered, observation: .compares,
    formula: .larger(
      Income.registered * Income.overPeople(urban: below(Income.urbanMean), rural: below(Income.ruralMean))
        - .indicator(dibaoBelow), .zero(.persons)))

  /// A quantity per registered person, as it was in the base year.
  private static func opening(_ name: String, _ quantity: Formula) -> Indicator {
    Indicator(
      "benefits.low_edge.\(name)", .ratio, zh: name, en: name, .ratio, isPublished: false,
      formula: .opening(.share(quantity, of: Income.registered), then: .lastYear(.itself)))
  }

  private static let openingBetween = opening("opening_between", .indicator(betweenLines))
  private static let openingRate = opening(
    "opening_rate", .parameter(lowEdgeOpening) * .indicator(dibaoRecipients))

  private static let change = Formula.share(
    .share(.indicator(betweenLines), of: Income.registered), of: .indicator(openingBetween))

  static let lowEdgeRecipients = recipients(
    "low_edge", label,
    Income.registered * .indicator(openingRate) * .power(change, .parameter(lowEdgeElasticity)))

  static let lowEdge = BenefitRule(
    "low_edge", label, fundRole: .socialAssistance,
    parameters: [lowEdgeMultiple, minimumWage, lowEdgeOpening, lowEdgeElasticity, lowEdgeSubsidy],
    steps: [lowEdgeLine, lowEdgeOfDibao, lowEdgeOfWage, betweenLines, openingBetween, openingRate],
    recipients: lowEdgeRecipients,
    payment: payment(
      "low_edge", label,
      .yearly(.indicator(lowEdgeRecipients), .parameter(lowEdgeSubsidy) * .indicator(dibaoOfYear))))
}
