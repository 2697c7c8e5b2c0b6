import Domain
import Formulas

/// What the cohort step hands to the formulas.
extension Demography {
  /// A measure that counts people of a population in a band of ages at year-end.
  public struct Band: Sendable {
    public let measure: Measure
    public let kind: PopulationKind
    public let ages: ClosedRange<Int>
  }

  private static func band(
    _ name: String, _ kind: PopulationKind, _ ages: ClosedRange<Int>, zh: String, en: String
  ) -> Band {
    Band(measure: Measure("\(kind.rawValue).\(name)", .persons, zh: zh, en: en), kind: kind, ages: ages)
  }

  static let all = band("total", .resident, 0...100, zh: "常住人口", en: "Residents")
  static let aged0To14 = band("aged_0_14", .resident, 0...14, zh: "0–14 岁", en: "Aged 0–14")
  static let aged15To59 = band("aged_15_59", .resident, 15...59, zh: "15–59 岁", en: "Aged 15–59")
  static let aged15To64 = band("aged_15_64", .resident, 15...64, zh: "15–64 岁", en: "Aged 15–64")
  static let aged60Plus = band("aged_60_plus", .resident, 60...100, zh: "60 岁及以上", en: "Aged 60 and over")
  static let aged65Plus = band("aged_65_plus", .resident, 65...100, zh: "65 岁及以上", en: "Aged 65 and over")
  static let aged80Plus = band("aged_80_plus", .resident, 80...100, zh: "80 岁及以上", en: "Aged 80 and over")
  static let registered = band("total", .registered, 0...100, zh: "户籍人口", en: "Registered population")
  static let registered60Plus = band(
    "aged_60_plus", .registered, 60...100, zh: "户籍 60 岁及以上", en: "Registered, aged 60 and over")
  static let registered0To17 = band(
    "aged_0_17", .registered, 0...17, zh: "户籍 0–17 岁", en: "Registered, aged 0–17")
  static let registered80To89 = band(
    "aged_80_89", .registered, 80...89, zh: "户籍 80–89 岁", en: "Registered, aged 80–89")
  static let registered90To99 = band(
    "aged_90_99", .registered, 90...99, zh: "户籍 90–99 岁", en: "Registered, aged 90–99")
  static let registered100Plus = band(
    "aged_100_plus", .registered, 100...100, zh: "户籍 100 岁及以上", en: "Registered, aged 100 and over")

  public static let bands = [
    all, aged0To14, aged15To59, aged15To64, aged60Plus, aged65Plus, aged80Plus, registered, registered60Plus,
    registered0To17, registered80To89, registered90To99, registered100Plus,
  ]

  /// Registered people by the ages that benefits ask for.
  public static let registeredMeasure = registered.measure
  public static let registered60PlusMeasure = registered60Plus.measure
  public static let registeredChildren = registered0To17.measure
  public static let registered80To89Measure = registered80To89.measure
  public static let registered90To99Measure = registered90To99.measure
  public static let registered100PlusMeasure = registered100Plus.measure

  public static let residents = all.measure
  /// People aged 60 and over, whom the ability levels divide.
  public static let aged60PlusMeasure = aged60Plus.measure
  /// People of the ages that work and care for others.
  public static let aged15To59Measure = aged15To59.measure

  public static let births = Measure("resident.births", .persons, zh: "出生人数", en: "Births")
  public static let deaths = Measure("resident.deaths", .persons, zh: "死亡人数", en: "Deaths")
  public static let registeredDeaths = Measure(
    "registered.deaths", .persons, zh: "户籍死亡人数", en: "Deaths of registered people")
  public static let netMigrants = Measure("resident.net_migrants", .persons, zh: "净迁入", en: "Net migrants")
  /// Net migrants who were to leave a district and were not there.
  public static let stayed = Measure(
    "resident.stayed", .persons, zh: "应净迁出而无人可迁", en: "Wanted as leavers and not there")
  /// The share of people on a closed roll who live through the year, by the registered people of their ages.
  public static let rollSurvival = Measure(
    "registered.roll_survival", .share, zh: "封闭名册存活比例", en: "Survival of people on a closed roll")
  public static let lifeExpectancyFemale = Measure(
    "resident.life_expectancy_female", .years, zh: "女性预期寿命", en: "Life expectancy at birth, women")
  public static let lifeExpectancyMale = Measure(
    "resident.life_expectancy_male", .years, zh: "男性预期寿命", en: "Life expectancy at birth, men")

  public static let measures =
    bands.map(\.measure) + [
      births, deaths, netMigrants, lifeExpectancyFemale, lifeExpectancyMale, registeredDeaths, stayed,
      rollSurvival,
    ]
}

/// The published figures of the population part.
extension Demography {
  private static func published(
    _ name: String, _ measure: Measure, _ aggregation: Indicator.Aggregation = .sum,
    _ population: PopulationKind = .resident
  ) -> Indicator {
    Indicator(
      "population.\(name)", measure.unit, zh: measure.label.zh, en: measure.label.en, aggregation,
      population: population, observation: .compares, formula: .measure(measure))
  }

  public static let populationTotal = published("total", all.measure)
  public static let populationAged0To14 = published("aged_0_14", aged0To14.measure)
  public static let populationAged15To59 = published("aged_15_59", aged15To59.measure)
  public static let populationAged60Plus = published("aged_60_plus", aged60Plus.measure)
  public static let populationAged65Plus = published("aged_65_plus", aged65Plus.measure)
  public static let populationAged80Plus = published("aged_80_plus", aged80Plus.measure)
  public static let populationAged60PlusShare = Indicator(
    "population.aged_60_plus_share", .share, zh: "60 岁及以上占比", en: "Share aged 60 and over", .ratio,
    population: .resident, observation: .compares, formula: .measure(aged60Plus.measure) / .measure(all.measure))
  public static let populationAged80PlusShare = Indicator(
    "population.aged_80_plus_share", .share, zh: "老年人中 80 岁及以上占比", en: "Share of older people aged 80 and over",
    .ratio, population: .resident, observation: .compares,
    formula: .measure(aged80Plus.measure) / .measure(aged60Plus.measure))
  public static let populationRegistered = published("registered", registered.measure, .sum, .registered)
  public static let populationRegistered60Plus = published(
    "registered_60_plus", registered60Plus.measure, .sum, .registered)
  public static let populationBirths = published("births", births)
  public static let populationDeaths = published("deaths", deaths)
  public static let populationNetMigrants = published("net_migrants", netMigrants)
  public static let populationStayed = published("stayed", stayed)
  public static let populationLifeExpectancyFemale = published(
    "life_expectancy_female", lifeExpectancyFemale, .ratio)
  public static let populationLifeExpectancyMale = published("life_expectancy_male", lifeExpectancyMale, .ratio)

  public static let indicators: [Indicator] = [
    populationTotal,
    populationAged0To14,
    populationAged15To59,
    populationAged60Plus,
    populationAged65Plus,
    populationAged80Plus,
    populationAged60PlusShare,
    populationAged80PlusShare,
    populationRegistered,
    populationRegistered60Plus,
    Indicator(
      "population.old_age_dependency", .ratio, zh: "老年抚养比（65+ / 15–64）",
      en: "Old-age dependency (65+ per person aged 15–64)", .ratio, population: .resident, observation: .compares,
      formula: .measure(aged65Plus.measure) / .measure(aged15To64.measure)),
    populationBirths,
    populationDeaths,
    populationNetMigrants,
    populationStayed,
    populationLifeExpectancyFemale,
    populationLifeExpectancyMale,
  ]
}
