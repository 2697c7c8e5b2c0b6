import Domain
import Formulas

/// The inputs and results of the care part.
public enum Care {
  /// The law of prevalence for "this level or worse": a logit line in age.
  public struct LevelParameters: Sendable {
    let level: Ability
    let intercept: Parameter
    /// The intercept when the national share of disabled people means moderate and worse.
    let wideIntercept: Parameter
    /// Per year of age.
    let slope: Parameter
    /// Added for women.
    let women: Parameter
    /// Yearly relative change of the odds.
    let oddsTrend: Parameter

    init(_ level: Ability) {
      let path = "care.ability.\(level.name)"
      self.level = level
      intercept = Parameter("\(path).intercept", .ratio, -20...20, .fact, isFixed: true)
      wideIntercept = Parameter("\(path).wide_intercept", .ratio, -20...20, .fact, isFixed: true)
      slope = Parameter("\(path).slope", .ratio, 0...1, .fact, isFixed: true)
      women = Parameter("\(path).women", .ratio, -5...5, .fact, isFixed: true)
      oddsTrend = Parameter("\(path).odds_trend", .share, -0.2...0.2, .uncertainty)
    }

    var all: [Parameter] { [intercept, wideIntercept, slope, women, oddsTrend] }
  }

  static let levels = Ability.impaired.map(LevelParameters.init)

  /// 1: the national 11.6 % counts mild and worse. 2: moderate and worse, which doubles the need.
  public static let reading = Parameter(
    "care.ability.reading", .ratio, 1...2, .uncertainty, isFixed: true, isWhole: true)
  /// Whether the national figure is read as moderate and worse in a run.
  public static func readsWidely(_ parameters: ResolvedTable, city: Int, baseYear: Int) -> Bool {
    parameters.value(reading, in: city, baseYear).first >= 2
  }

  static let referenceAge = Parameter("care.ability.reference_age", .years, 0...120, .fact, isFixed: true)
  static let ageCap = Parameter("care.ability.age_cap", .years, 60...120, .fact, isFixed: true)
  static let abilityShift = Parameter("care.ability.district_shift", .ratio, -5...5, .fact, .district, isFixed: true)

  static let dementiaScale = Parameter("care.dementia.scale", .ratio, 0...5, .uncertainty, isFixed: true)
  static let dementiaCap = Parameter("care.dementia.cap", .share, 0...1, .uncertainty, isFixed: true)
  static let dementiaLevelCap = Parameter("care.dementia.level_cap", .share, 0...1, .uncertainty, isFixed: true)
  static let dementiaOdds = byLevel(
    "care.dementia.odds", .ratio, 0...100, .uncertainty, Ability.allCases, isFixed: true)

  /// Dementia prevalence by sex and age, before it is scaled.
  public static let dementiaCurve = Schedule("care.dementia.curve", .share, ages: 60...100)
  public static let schedules = [dementiaCurve]

  static let abilityParameters =
    levels.flatMap(\.all) + [reading, referenceAge, ageCap, abilityShift, dementiaScale, dementiaCap, dementiaLevelCap]
    + Ability.allCases.compactMap { dementiaOdds[$0] }

  /// One parameter for each level, its name behind an underscore.
  static func byLevel(
    _ path: String, _ unit: Unit, _ range: ClosedRange<Double>, _ role: Parameter.Role, _ levels: [Ability],
    isFixed: Bool = false
  ) -> [Ability: Parameter] {
    Dictionary(
      uniqueKeysWithValues: levels.map { ($0, Parameter("\(path)_\($0.name)", unit, range, role, isFixed: isFixed)) })
  }
}
