import Domain
import Formulas
import NumericCore
import Population

/// Splits people aged 60 and over by ability and counts those with dementia.
public struct AbilityModel: Sendable {
  private let law: AbilityLaw
  /// The law under the reading not chosen, for the range the report shows.
  private let otherLaw: AbilityLaw
  private let dementia: DementiaLaw
  private let parameters: ResolvedTable
  private let areas: Areas
  private let baseYear: Year

  public static let measures =
    Ability.allCases.map(measure) + [dementiaMeasure, dementiaDisabled, disabledOtherReading]

  static func measure(_ level: Ability) -> Measure {
    Measure(
      "ability.\(level.name)", .persons, zh: "60 岁及以上，\(level.label.zh)", en: "Aged 60 and over, \(level.label.en)")
  }
  static let dementiaMeasure = Measure("ability.dementia", .persons, zh: "认知症", en: "People with dementia")
  static let dementiaDisabled = Measure(
    "ability.dementia_disabled", .persons, zh: "中度及以上失能且认知症", en: "Moderate and worse, with dementia")
  static let disabledOtherReading = Measure(
    "ability.disabled_other_reading", .persons, zh: "中度及以上（另一口径）", en: "Moderate and worse, other reading")

  /// - Parameter people: the residents at the end of the base year.
  public init(_ people: People, parameters: ResolvedTable, schedules: ScheduleTable, areas: Areas, baseYear: Year) {
    let isWide = Care.readsWidely(parameters, city: areas.cityIndex, baseYear: baseYear)
    law = AbilityLaw(wide: isWide, people: people, parameters: parameters, areas: areas, baseYear: baseYear)
    otherLaw = AbilityLaw(wide: !isWide, people: people, parameters: parameters, areas: areas, baseYear: baseYear)
    dementia = DementiaLaw(law, parameters: parameters, schedules: schedules, areas: areas, baseYear: baseYear)
    self.parameters = parameters
    self.areas = areas
    self.baseYear = baseYear
  }

  /// The measures of a district at the end of a year, in the order of ``measures``.
  public func count(_ people: People, district: Int, year: Year, vector: Int) -> [LaneVector] {
    let trend = Care.levels.map { self.trend($0, year, vector) }
    var sums = Array(repeating: LaneVector.zero, count: AbilityModel.measures.count)
    let impaired = Ability.impaired.count
    for sex in Sex.allCases {
      for age in AbilityLaw.ages {
        let persons = people.persons[people.cell(district, sex, age) + vector]
        var atLeast = persons
        for level in 0...impaired {
          var worse = LaneVector.zero
          if level < impaired {
            // Laws with other slopes or trends may cross; nobody is at a level without being at the one before.
            worse = (persons * law.share(level, sex, age, district: district, trend: trend[level], vector: vector))
              .capped(at: atLeast)
          }
          let here = atLeast - worse
          let withDementia = here * dementia.share(level, sex, age, vector: vector)
          sums[level] += here
          sums[impaired + 1] += withDementia
          if level >= Ability.moderate.rawValue { sums[impaired + 2] += withDementia }
          atLeast = worse
        }
        let moderate = Ability.moderate.rawValue - 1
        sums[impaired + 3] +=
          persons * otherLaw.share(moderate, sex, age, district: district, trend: trend[moderate], vector: vector)
      }
    }
    return sums
  }

  /// The product of the yearly factors on the odds since the base year.
  private func trend(_ level: Care.LevelParameters, _ year: Year, _ vector: Int) -> LaneVector {
    var factor = LaneVector(repeating: 1)
    guard year > baseYear else { return factor }
    for y in baseYear + 1...year {
      factor *= 1 + parameters.value(level.oddsTrend, in: areas.cityIndex, y).vector(vector)
    }
    return factor
  }
}
