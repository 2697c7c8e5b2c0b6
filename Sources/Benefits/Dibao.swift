import Domain
import Formulas

/// 低保, the minimum-living standard: a share of last year's urban consumption, never cut.
///
/// Its caseload has two parts: people with next to no counted income, and those of the log-normal tail below the
/// line who take it up.
extension BenefitRule {
  static let consumption = Parameter("benefits.urban_consumption", .yuanPerPersonYear, 1000...1e6, .uncertainty)
  static let consumptionGrowth = Parameter("benefits.consumption_growth", .share, -0.5...1, .uncertainty)
  static let dibaoRatio = Parameter("benefits.dibao.ratio", .share, 0...1, .lever)
  static let dibaoPath = Parameter("benefits.dibao.path", .yuanPerPersonYear, 1000...1e6, .lever)
  static let dibaoRounding = Parameter("benefits.dibao.rounding", .yuanPerPersonMonth, 0.01...1000, .lever)
  /// The level before the base year.
  static let dibaoBefore = Parameter(
    "benefits.dibao.standard_before", .yuanPerPersonYear, 100...1e6, .fact, isFixed: true)
  /// For how much of a year its new level is in force.
  static let dibaoInForce = Parameter("benefits.dibao.share_of_year", .share, 0...1, .lever)
  /// p0: recipients with next to no counted income, of 10 000 registered people.
  static let dibaoWithoutIncome = Parameter(
    "benefits.dibao.without_income", .personsPerTenThousand, 0...10_000, .uncertainty, .district)
  /// What these are paid, over the standard.
  static let dibaoTopUp = Parameter("benefits.dibao.top_up_without_income", .share, 0...1, .uncertainty)
  /// Of those with a counted income below the line, who takes it up; τ is this times a district's factor.
  static let takeUp = Parameter("benefits.takeup", .share, 0...1, .uncertainty)
  static let takeUpFactor = Parameter("benefits.dibao.takeup_factor", .ratio, 0...50, .uncertainty, .district)

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

  private static let levelBefore = Formula.present(.lastYear(.indicator(dibaoStandard)), else: .parameter(dibaoBefore))

  /// The standard weighted by the days it was in force, by which payments go.
  static let dibaoOfYear = Indicator(
    "benefits.dibao.standard_of_year", .yuanPerPersonYear, zh: "最低生活保障标准（全年加权）",
    en: "Minimum-living standard, mean over the year", .uniform,
    formula: levelBefore + (.indicator(dibaoStandard) - levelBefore) * .parameter(dibaoInForce))

  static let consumptionProcess = Process(
    "consumption", moves: consumptionGrowth, at: "benefits.consumption_growth", .level, .deviation, .reversal)
  static let takeUpProcess = Process(
    "takeup", moves: takeUp, at: "benefits.takeup", .logit, .persistence, .deviation)

  public static let consumptionRatio = Indicator(
    "benefits.dibao.consumption_ratio", .share, zh: "低保标准占上年城镇居民人均消费支出",
    en: "Minimum-living standard over last year's urban consumption", .uniform,
    formula: .indicator(dibaoStandard) / .lastYear(.parameter(consumption)))

  static let dibao = BenefitRule(
    "dibao", dibaoLabel, fundRole: .socialAssistance,
    parameters: [
      consumption, consumptionGrowth, dibaoRatio, dibaoPath, dibaoRounding, dibaoBefore, dibaoInForce,
      dibaoWithoutIncome, dibaoTopUp, takeUp, takeUpFactor,
    ],
    steps: [dibaoStandard, dibaoOfYear, consumptionRatio] + dibaoSteps,
    recipients: dibaoRecipients, payment: dibaoPayment)
}
