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

    init(_ level: Ability) {
      let path = "care.ability.\(level.name)"
      self.level = level
      intercept = Parameter("\(path).intercept", .ratio, -20...20, .fact, isFixed: true)
      wideIntercept = Parameter("\(path).wide_intercept", .ratio, -20...20, .fact, isFixed: true)
      slope = Parameter("\(path).slope", .ratio, 0...1, .fact, isFixed: true)
      women = Parameter("\(path).women", .ratio, -5...5, .fact, isFixed: true)
    }

    var all: [Parameter] { [intercept, wideIntercept, slope, women] }
  }

  static let levels = Ability.impaired.map(LevelParameters.init)

  /// 1: the national 11.6 % counts mild and worse. 2: moderate and worse, which doubles the need.
  public static let reading = Parameter(
    "care.ability.reading", .ratio, 1...2, .uncertainty, isFixed: true, isWhole: true)
  /// Whether the national figure is read as moderate and worse in a run, by its first member.
  public static func readsWidely(_ parameters: ResolvedTable, city: Int, baseYear: Int) -> Bool {
    parameters.value(reading, in: city, baseYear).first >= 2
  }

  static let referenceAge = Parameter("care.ability.reference_age", .years, 0...120, .fact, isFixed: true)
  static let ageCap = Parameter("care.ability.age_cap", .years, 60...120, .fact, isFixed: true)
  static let abilityShift = Parameter("care.ability.district_shift", .ratio, -5...5, .fact, .district, isFixed: true)

  /// Deaths at a level relative to those of intact people, at the age where fading begins and before.
  static let mortalityRatio = byLevel(
    "care.ability.mortality_ratio", .ratio, 1...20, .uncertainty, Ability.impaired, isFixed: true)
  static let mortalityFadeAge = Parameter("care.ability.mortality_fade_age", .years, 60...99, .fact, isFixed: true)
  /// The power to which the ratios are raised at the open age.
  static let mortalityFaded = Parameter("care.ability.mortality_faded", .ratio, 0...1, .uncertainty, isFixed: true)
  static let mortalityCap = Parameter("care.ability.mortality_cap", .share, 0.5...1, .fact, isFixed: true)
  /// The share who recover to the level before in a year, at the reference age.
  static let recovery = byLevel(
    "care.ability.recovery", .share, 0...0.5, .uncertainty, Ability.impaired, isFixed: true)
  /// How fast recovery falls with age, a year.
  static let recoverySlope = Parameter("care.ability.recovery_slope", .ratio, 0...0.5, .uncertainty, isFixed: true)
  static let recoveryAge = Parameter("care.ability.recovery_age", .years, 60...100, .fact, isFixed: true)
  /// Yearly relative change of every onset.
  public static let onsetTrend = Parameter("care.ability.onset_trend", .share, -0.2...0.2, .uncertainty)
  /// Yearly relative change of every recovery.
  public static let recoveryTrend = Parameter("care.ability.recovery_trend", .share, -0.2...0.2, .uncertainty)
  static let onsetProcess = Process("onset", moves: onsetTrend, at: "care.ability.onset", .level, .deviation)

  static let dementiaScale = Parameter("care.dementia.scale", .ratio, 0...5, .uncertainty, isFixed: true)
  static let dementiaCap = Parameter("care.dementia.cap", .share, 0...1, .uncertainty, isFixed: true)
  static let dementiaLevelCap = Parameter("care.dementia.level_cap", .share, 0...1, .uncertainty, isFixed: true)
  static let dementiaOdds = byLevel(
    "care.dementia.odds", .ratio, 0...100, .uncertainty, Ability.allCases, isFixed: true)

  /// Dementia prevalence by sex and age, before it is scaled.
  public static let dementiaCurve = Schedule("care.dementia.curve", .share, ages: 60...100)
  public static let schedules = [dementiaCurve]

  public static let abilityParameters =
    levels.flatMap(\.all) + [reading, referenceAge, ageCap, abilityShift, dementiaScale, dementiaCap, dementiaLevelCap]
    + Ability.allCases.compactMap { dementiaOdds[$0] } + Ability.impaired.compactMap { mortalityRatio[$0] }
    + [mortalityFadeAge, mortalityFaded, mortalityCap] + Ability.impaired.compactMap { recovery[$0] }
    + [recoverySlope, recoveryAge, onsetTrend, recoveryTrend]

  /// One parameter for each level, its name behind an underscore.
  static func byLevel(
    _ path: String, _ unit: Unit, _ range: ClosedRange<Double>, _ role: Parameter.Role, _ levels: [Ability],
    isFixed: Bool = false
  ) -> [Ability: Parameter] {
    Dictionary(
      uniqueKeysWithValues: levels.map { ($0, Parameter("\(path)_\($0.name)", unit, range, role, isFixed: isFixed)) })
  }
}
