import Domain
import Formulas
import NumericCore
import Population

/// Years of life from age 60 in the city, by sex: all of them, and those at the better levels.
///
/// Sullivan: the year's prevalence over the life table's person-years. Multistate:
/// a stationary population under the year's deaths and transitions, which says what
/// the rates of the year lead to and not what the past has left.
///
/// Sources: Sullivan (1971), "A single index of mortality and morbidity", *HSMHA Health
/// Reports* 86; Rogers, Rogers and Belanger (1990), "Longer life but worse health?",
/// *The Gerontologist* 30.
public struct HealthExpectancies: Sendable {
  /// Years by level, shape `[sex][level]`.
  public private(set) var sullivan: [[LaneVector]] = []
  public private(set) var multistate: [[LaneVector]] = []

  init<Number>(_ law: TransitionLaw<Number>, _ state: AbilityState, _ survivorship: Survivorship) {
    for sex in Sex.allCases {
      let years = AbilityLaw.ages.map {
        survivorship.cityYearsAbove60[sex.rawValue * Age.elderlyCount + $0 - Age.elderly.years]
      }
      sullivan.append(HealthExpectancies.byPrevalence(state, sex, years))
      multistate.append(HealthExpectancies.byTransitions(law, state, sex, years))
    }
  }

  private static func byPrevalence(_ state: AbilityState, _ sex: Sex, _ years: [LaneVector]) -> [LaneVector] {
    var result = Array(repeating: LaneVector.zero, count: Ability.allCases.count)
    for (index, years) in years.enumerated() {
      let people = (0..<Ability.allCases.count).map { level in
        let cell = state.cell(sex, Age.elderly.years + index, level)
        return (0..<state.districts).reduce(LaneVector.zero) { $0 + state.persons[cell + $1] }
      }
      let all = people.reduce(.zero, +)
      for level in result.indices {
        result[level] += (years * people[level] / all).replacing(with: 0, where: all .<= 0)
      }
    }
    return result
  }

  private static func byTransitions<Number>(
    _ law: TransitionLaw<Number>, _ state: AbilityState, _ sex: Sex, _ years: [LaneVector]
  ) -> [LaneVector] {
    let levels = law.levels
    let city = law.areas - 1
    var alive = (0..<levels).map { years[0] * law.table[law.cell(sex, Age.elderly.years, $0) + city].lanes }
    var result = alive
    for (index, all) in years.enumerated().dropFirst() {
      let first = law.cell(sex, Age.elderly.years + index, 0) + city
      alive = alive.withUnsafeMutableBufferPointer { place in
        var counts = LevelCounts(place.baseAddress.unsafelyUnwrapped, stride: 1)
        law.excess.withUnsafeBufferPointer { excess in
          // At the open age the person-years pile up; its levels are those of the people who reach it.
          let dying = index + 1 < years.count ? 1 - all / counts.sum : .zero
          counts.die(dying, excess: excess.baseAddress.unsafelyUnwrapped + (index - 1) * levels, cap: law.cap)
        }
        law.onset.withUnsafeBufferPointer { onset in
          law.recovery.withUnsafeBufferPointer { recovery in
            counts.move(
              down: onset.baseAddress.unsafelyUnwrapped + first, up: recovery.baseAddress.unsafelyUnwrapped + first,
              stride: law.areas, onset: state.onset, recovery: state.recovery)
          }
        }
        counts *= all / counts.sum
        return [counts.intact, counts.mild, counts.moderate, counts.severe, counts.complete]
      }
      for level in 0..<levels { result[level] += alive[level] }
    }
    return result
  }
}
