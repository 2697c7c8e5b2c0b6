import Domain
import Formulas
import Population

/// People aged 60 and over by ability.
extension Care {
  public static let people: [Ability: Indicator] = Dictionary(
    uniqueKeysWithValues: Ability.allCases.map { level in
      let measure = AbilityModel.measure(level)
      return (
        level,
        Indicator(
          "care.people.\(level.name)", .persons, zh: measure.label.zh, en: measure.label.en,
          population: .resident, formula: .measure(measure))
      )
    })

  public static func persons(_ level: Ability) -> Formula { .measure(AbilityModel.measure(level)) }

  public static let disabled = Indicator(
    "care.people.disabled", .persons, zh: "失能老年人（中度及以上）", en: "Disabled older people (moderate and worse)",
    population: .resident, formula: .total(Ability.disabled.map(persons)))

  public static let disabledOtherReading = Indicator(
    "care.people.disabled_other_reading", .persons, zh: "失能老年人（另一口径）",
    en: "Disabled older people, other reading", population: .resident,
    formula: .measure(AbilityModel.disabledOtherReading))

  public static let dementia = Indicator(
    "care.people.dementia", .persons, zh: "认知症老年人", en: "Older people with dementia",
    population: .resident, formula: .measure(AbilityModel.dementiaMeasure))

  static let disabledPerWorkingAge = Indicator(
    "care.people.disabled_per_working_age", .ratio, zh: "每名 15–59 岁居民对应的失能老年人",
    en: "Disabled older people per person aged 15–59", .ratio, population: .resident,
    formula: .indicator(disabled) / .measure(Demography.aged15To59Measure))

  static let peopleIndicators =
    Ability.allCases.compactMap { people[$0] } + [disabled, disabledOtherReading, dementia, disabledPerWorkingAge]
}
