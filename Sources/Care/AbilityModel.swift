import Domain
import Formulas
import NumericCore
import Population

/// Carries people aged 60 and over through the ability levels and counts them.
///
/// It is the same for all members of a run, or has a law for each of a block; what differs besides stands in
/// ``AbilityState``.
public struct AbilityModel: Sendable {
  private enum Law: Sendable {
    case uniform(TransitionLaw<Double>, LaneWeights<Double>)
    case byLane(TransitionLaw<LaneVector>, LaneWeights<LaneVector>)
  }

  private let law: Law
  private let areas: Areas

  /// - Parameters:
  ///   - people: the residents at the end of the base year.
  ///   - survivorship: of the base year.
  ///   - isUniform: whether the first member's law is that of all.
  ///   - yielding: whether recovery gives way where it and the prevalence cannot both hold, as in worlds that draw
  ///     both.
  ///   - refusing: hears in which member no transitions meet the prevalence, if that is why it throws.
  /// - Throws: ``AbilityError`` where no transitions meet the prevalence.
  public init(
    _ people: People, survivorship: Survivorship, parameters: ResolvedTable, schedules: ScheduleTable, areas: Areas,
    baseYear: Year, isUniform: Bool = true, yielding: Bool = false, refusing: (_ lane: Int) -> Void = { _ in }
  ) throws(AbilityError) {
    let isWide = parameters.value(Care.reading, in: areas.cityIndex, baseYear).vector .>= 2
    let odds = AbilityOdds(wide: isWide, parameters, areas, baseYear: baseYear)
    let prevalence = AbilityLaw(odds, people: people, parameters: parameters, areas: areas, baseYear: baseYear)
    let transitions = try TransitionLaw(
      prevalence, survivorship: survivorship, parameters: parameters, areas: areas, baseYear: baseYear,
      yielding: yielding, refusing: refusing)
    let dementia = DementiaLaw(odds, parameters: parameters, schedules: schedules, areas: areas, baseYear: baseYear)
    let weights = AbilityWeights(
      dementia, odds, otherReading: AbilityOdds(wide: .!isWide, parameters, areas, baseYear: baseYear))
    law =
      isUniform
      ? .uniform(TransitionLaw(transitions, lane: 0), LaneWeights(weights.lane(0)))
      : .byLane(transitions, LaneWeights(weights.rows))
    self.areas = areas
  }

  public static let measures =
    Ability.allCases.map(measure) + [dementiaMeasure, dementiaDisabled, disabledOtherReading, disabled80Plus]

  static func measure(_ level: Ability) -> Measure {
    Measure(
      "ability.\(level.name)", .persons, zh: "60 岁及以上，\(level.label.zh)", en: "Aged 60 and over, \(level.label.en)")
  }
  static let dementiaMeasure = Measure("ability.dementia", .persons, zh: "认知症", en: "People with dementia")
  static let dementiaDisabled = Measure(
    "ability.dementia_disabled", .persons, zh: "中度及以上失能且认知症", en: "Moderate and worse, with dementia")
  static let disabledOtherReading = Measure(
    "ability.disabled_other_reading", .persons, zh: "中度及以上（另一口径）", en: "Moderate and worse, other reading")

  public static let disabled80Plus = Measure(
    "ability.disabled_80_plus", .persons, zh: "80 岁及以上，中度及以上失能", en: "Aged 80 and over, moderate and worse")

  /// The measures of every district, shape `[measure][district]`, in the order of ``measures``.
  public func count(_ state: AbilityState) -> [LaneVector] {
    let districts = state.districts
    var sums = Array(repeating: LaneVector.zero, count: AbilityModel.measures.count * districts)
    for level in Ability.allCases.indices {
      for district in 0..<districts { sums[level * districts + district] = state.sum(level, district: district) }
    }
    let first = Ability.allCases.count * districts
    sums.withUnsafeMutableBufferPointer { sums in
      state.persons.withUnsafeBufferPointer { persons in
        let (from, to) = (persons.baseAddress.unsafelyUnwrapped, sums.baseAddress.unsafelyUnwrapped + first)
        switch law {
        case .uniform(_, let weights): weights.apply(to: from, columns: districts, into: to)
        case .byLane(_, let weights): weights.apply(to: from, columns: districts, into: to)
        }
      }
    }
    return sums
  }

  /// The levels of the base year.
  public func opening(_ people: People) -> AbilityState {
    switch law {
    case .uniform(let law, _): AbilityState(opening: people, law)
    case .byLane(let law, _): AbilityState(opening: people, law)
    }
  }

  /// Carries the levels to the end of a year.
  ///
  /// - Parameters:
  ///   - people: those there at the end of the year, of whom the levels become the parts.
  ///   - trends: yearly relative changes of onset and recovery.
  /// - Throws: ``AccountingError/unbalanced(identity:area:year:expected:found:)`` when the deaths by level are not the
  ///   life table's.
  public func advance(
    _ state: inout AbilityState, to people: People, survivorship: Survivorship, mortalityScale: LaneVector,
    trends: (onset: LaneVector, recovery: LaneVector), year: Year
  ) throws(AccountingError) {
    state.onset *= 1 + trends.onset
    state.recovery *= 1 + trends.recovery
    let books =
      switch law {
      case .uniform(let law, _): law.advance(&state, to: people, survivorship, mortalityScale)
      case .byLane(let law, _): law.advance(&state, to: people, survivorship, mortalityScale)
      }
    for district in 0..<state.districts {
      try requireBalance(
        "deaths by ability level", area: district, year: year, expected: books.expected[district],
        found: books.found[district])
    }
  }

  /// The city's years lived from age 60 by level, under a year's mortality and transitions.
  public func expectancies(_ state: AbilityState, _ survivorship: Survivorship) -> HealthExpectancies {
    switch law {
    case .uniform(let law, _): HealthExpectancies(law, state, survivorship)
    case .byLane(let law, _): HealthExpectancies(law, state, survivorship)
    }
  }
}
