import Domain
import Formulas

/// 低保, the minimum-living standard: a share of last year's urban consumption, never cut.
extension BenefitRule {
  static let consumption = Parameter("benefits.urban_consumption", .yuanPerPersonYear, 1000...1e6, .uncertainty)
  static let consumptionGrowth = Parameter("benefits.consumption_growth", .share, -0.5...1, .uncertainty)
  static let dibaoRatio = Parameter("benefits.dibao.ratio", .share, 0...1, .lever)
  static let dibaoPath = Parameter("benefits.dibao.path", .yuanPerPersonYear, 1000...1e6, .lever)
  static let dibaoRounding = Parameter("benefits.dibao.rounding", .yuanPerPersonMonth, 0.01...1000, .lever)

  /// The rule: the share of last year's consumption, by the month and rounded up.
  private static let linked: Formula =
    .roundedUp(
      .parameter(dibaoRatio) * .lastYear(.parameter(consumption)) / .monthsPerYear, to: .parameter(dibaoRounding))
    * .monthsPerYear

  /// The level at year-end: as enacted, else a path, else the rule, and never below last year's.
  public static let dibaoStandard = Indicator(
    "benefits.dibao.standard", .yuanPerPersonYear, zh: "最低生活保障标准", en: "Minimum-living standard", .uniform,
    formula: .present(
      .parameter(dibaoPath), else: .larger(.present(.lastYear(.itself), else: linked), linked)))

  static let consumptionProcess = Process(
    "consumption", moves: consumptionGrowth, at: "benefits.consumption_growth", .level, .deviation, .reversal)

  static let consumptionRatio = Indicator(
    "benefits.dibao.consumption_ratio", .share, zh: "低保标准占上年城镇居民人均消费支出",
    en: "Minimum-living standard over last year's urban consumption", .uniform,
    formula: .indicator(dibaoStandard) / .lastYear(.parameter(consumption)))

  static let dibao = BenefitRule(
    name: "dibao",
    parameters: [consumption, consumptionGrowth, dibaoRatio, dibaoPath, dibaoRounding],
    indicators: [dibaoStandard, consumptionRatio])
}
