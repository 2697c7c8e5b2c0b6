import Domain
import Formulas

/// 低保, the minimum-living standard: a share of last year's urban consumption, never cut.
///
/// Its caseload has two parts: people with next to no counted income, and those of the log-normal tail below the
/// line who take it up.
public enum Dibao {
  static let names = RuleNames("dibao", zh: "最低生活保障", en: "Minimum-living allowance")

  static let consumption = Parameter("benefits.urban_consumption", .yuanPerPersonYear, 1000...1e6, .uncertainty)
  static let consumptionGrowth = Parameter("benefits.consumption_growth", .share, -0.5...1, .uncertainty)
  static let ratio = names.parameter("ratio", .share, 0...1, .lever)
  static let path = names.parameter("path", .yuanPerPersonYear, 1000...1e6, .lever)
  static let rounding = names.parameter("rounding", .yuanPerPersonMonth, 0.01...1000, .lever)
  /// The level before the base year.
  static let before = names.parameter("standard_before", .yuanPerPersonYear, 100...1e6, .fact, isFixed: true)
  /// For how much of a year its new level is in force.
  static let inForce = names.parameter("share_of_year", .share, 0...1, .lever)

  /// The rule: the share of last year's consumption, by the month and rounded up.
  private static let linked: Formula =
    .roundedUp(.parameter(ratio) * .lastYear(.parameter(consumption)) / .monthsPerYear, to: .parameter(rounding))
    * .monthsPerYear

  /// The level at year-end: as enacted, else a path, else the rule, and never below last year's.
  public static let standard = names.indicator(
    "standard", .yuanPerPersonYear, zh: "最低生活保障标准", en: "Minimum-living standard", .uniform, observation: .holds,
    formula: .present(.parameter(path), else: .larger(.present(.lastYear(.itself), else: linked), linked)))

  private static let levelBefore = Formula.present(.lastYear(.indicator(standard)), else: .parameter(before))

  /// The standard weighted by the days it was in force, by which payments go.
  static let ofYear = names.indicator(
    "standard_of_year", .yuanPerPersonYear, zh: "最低生活保障标准（全年加权）", en: "Minimum-living standard, mean over the year",
    .uniform, observation: .holds,
    formula: levelBefore + (.indicator(standard) - levelBefore) * .parameter(inForce))

  public static let overConsumption = names.indicator(
    "consumption_ratio", .share, zh: "低保标准占上年城镇居民人均消费支出",
    en: "Minimum-living standard over last year's urban consumption", .uniform, observation: .holds,
    formula: .indicator(standard) / .lastYear(.parameter(consumption)))

  static let consumptionProcess = Process(
    "consumption", moves: consumptionGrowth, at: "benefits.consumption_growth", .level, growthOf: consumption,
    .deviation,
    .reversal)
  static let takeUpProcess = Process(
    "takeup", moves: takeUp, at: "benefits.takeup", .logit, heldBy: recipients, .persistence, .deviation)

  static let rule = BenefitRule(
    names, .socialAssistance, shared: [consumption, consumptionGrowth, takeUp],
    steps: [standard, ofYear, overConsumption] + caseload, recipients: recipients, payment: payment)
}
