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
    case uniform(TransitionLaw<Double>)
    case byLane(TransitionLaw<LaneVector>)
  }

  private let law: Law
  /// One for all members, or one for each.
  private let weights: [WeightedSums]
  private let areas: Areas

  /// The law of one member, for all.
  ///
  /// - Parameters:
  ///   - people: the residents at the end of the base year.
  ///   - survivorship: of the base year.
  ///   - lane: the member whose law it is.
  ///   - yielding: whether recovery gives way where it and the prevalence cannot both hold, as in worlds that draw
  ///     both.
  /// - Throws: ``AbilityError`` where no transitions meet the prevalence.
  public init(
    _ people: People, survivorship: Survivorship, parameters: ResolvedTable, schedules: ScheduleTable, areas: Areas,
    baseYear: Year, lane: Int = 0, yielding: Bool = false
  ) throws(AbilityError) {
    let isWide = Care.readsWidely(parameters, city: areas.cityIndex, baseYear: baseYear, lane: lane)
    func law(_ isWide: Bool) -> AbilityLaw {
      AbilityLaw(wide: isWide, people: people, parameters: parameters, areas: areas, baseYear: baseYear, lane: lane)
    }
    let prevalence = law(isWide)
    self.law = .uniform(
      try TransitionLaw(
        prevalence, survivorship: survivorship, parameters: parameters, areas: areas, baseYear: baseYear, lane: lane,
        yielding: yielding))
    let dementia = DementiaLaw(
      prevalence, parameters: parameters, schedules: schedules, areas: areas, baseYear: baseYear, lane: lane)
    weights = [AbilityWeights.sums(dementia, prevalence, otherReading: law(!isWide), city: areas.cityIndex)]
    self.areas = areas
  }

  /// The laws of a block's members side by side, each made for one member.
  public init(byLane models: [AbilityModel]) {
    law = .byLane(
      TransitionLaw(
        byLane: models.map { model in
          guard case .uniform(let law) = model.law else { preconditionFailure("each is the law of one member") }
          return law
        }))
    weights = models.flatMap(\.weights)
    areas = models[0].areas
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
    guard weights.count > 1 else {
      apply(weights[0], state, to: &sums, from: first)
      return sums
    }
    // Members with weights of their own: each takes its lane of what its weights make of the whole block.
    for (lane, own) in weights.enumerated() {
      var all = sums
      apply(own, state, to: &all, from: first)
      for place in first..<sums.count { sums[place][lane] = all[place][lane] }
    }
    return sums
  }

  private func apply(_ weights: WeightedSums, _ state: AbilityState, to sums: inout [LaneVector], from first: Int) {
    sums.withUnsafeMutableBufferPointer { sums in
      state.persons.withUnsafeBufferPointer { persons in
        weights.apply(
          to: persons.baseAddress.unsafelyUnwrapped, columns: state.districts,
          into: sums.baseAddress.unsafelyUnwrapped + first)
      }
    }
  }

  /// The levels of the base year.
  public func opening(_ people: People) -> AbilityState {
    switch law {
    case .uniform(let law): AbilityState(opening: people, law)
    case .byLane(let law): AbilityState(opening: people, law)
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
      case .uniform(let law): law.advance(&state, to: people, survivorship, mortalityScale)
      case .byLane(let law): law.advance(&state, to: people, survivorship, mortalityScale)
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
    case .uniform(let law): HealthExpectancies(law, state, survivorship)
    case .byLane(let law): HealthExpectancies(law, state, survivorship)
    }
  }
}
