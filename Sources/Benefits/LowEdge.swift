import Domain
import Formulas

/// 低边, the low-income edge: a multiple of the minimum-living standard, at most the minimum wage.
extension BenefitRule {
  static let lowEdgeMultiple = Parameter("benefits.low_edge.multiple", .ratio, 1...5, .lever)
  static let minimumWage = Parameter("benefits.minimum_wage", .yuanPerPersonMonth, 100...1e5, .lever)

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

  static let lowEdge = BenefitRule(
    name: "low_edge", parameters: [lowEdgeMultiple, minimumWage],
    indicators: [lowEdgeLine, lowEdgeOfDibao, lowEdgeOfWage])
}
