import Domain
import Formulas
import NumericCore
import Population

/// Yearly transitions between adjacent ability levels, by sex and age: die, then move.
///
/// Deaths: a level's probability of dying is q h^w / Σ π h^w, so that they add up to the
/// life table's; the excess h fades with age by w. Recovery is given. Onset is what
/// keeps the prevalence of the base year as it is under the base year's life table.
struct TransitionLaw<Number: LawNumber>: Sendable {
  let levels = Ability.allCases.count

  /// The excess mortality of a level, h^w, shape `[age − 60][level]`.
  private(set) var excess: [Number] = []
  /// No level's probability of dying passes it.
  let cap: Number
  /// The share moving one level up in a year, by the age reached, shape `[sex][age − 60][level][area]`; none leave
  /// the lowest level.
  private(set) var recovery: [Number] = []
  /// The share moving one level down, likewise.
  private(set) var onset: [Number] = []
  /// Shares of the levels among those who arrive, shape `[sex][age − 60][level][area]`.
  private(set) var table: [Number] = []
  let areas: Int

  /// Where a level of an age stands.
  @inline(__always)
  func cell(_ sex: Sex, _ age: Int, _ level: Int) -> Int {
    ((sex.rawValue * Age.elderlyCount + age - Age.elderly.years) * levels + level) * areas
  }
}

extension TransitionLaw<Double> {
  /// The law of one member, for all.
  init(_ law: TransitionLaw<LaneVector>, lane: Int) {
    areas = law.areas
    cap = law.cap[lane]
    (excess, recovery) = (law.excess.map { $0[lane] }, law.recovery.map { $0[lane] })
    (onset, table) = (law.onset.map { $0[lane] }, law.table.map { $0[lane] })
  }
}

extension TransitionLaw<LaneVector> {
  /// - Parameters:
  ///   - survivorship: of the base year.
  ///   - yielding: whether recovery gives way where it and the prevalence cannot both hold.
  ///   - refusing: hears the first lane in which no onset meets the prevalence, if there is one.
  /// - Throws: ``AbilityError`` where no onset between nought and one meets the prevalence.
  init(
    _ law: AbilityLaw, survivorship: Survivorship, parameters: ResolvedTable, areas: Areas, baseYear: Year,
    yielding: Bool, refusing: (_ lane: Int) -> Void
  ) throws(AbilityError) {
    self.areas = areas.count
    func value(_ parameter: Parameter) -> LaneVector {
      parameters.value(parameter, in: areas.cityIndex, baseYear).vector
    }
    cap = value(Care.mortalityCap)
    let rates = TransitionRates(value)
    for age in AbilityLaw.ages { excess += Ability.allCases.map { rates.excess($0, age) } }
    table = Array(repeating: .zero, count: 2 * Age.elderlyCount * levels * areas.count)
    (onset, recovery) = (table, table)
    for sex in Sex.allCases {
      for age in AbilityLaw.ages {
        let recovering = Ability.allCases.map { rates.recovery($0, age) }
        for area in 0..<areas.count {
          let (shares, first) = (law.shares(sex, age, area: area), cell(sex, age, 0) + area)
          for level in 0..<levels {
            table[first + level * areas.count] = shares[level]
            recovery[first + level * areas.count] = recovering[level]
          }
        }
      }
    }
    var refused = Refused()
    for sex in Sex.allCases {
      for age in AbilityLaw.ages.dropFirst().dropLast() {
        for area in 0..<areas.count {
          let dying = 1 - survivorship.sx[survivorship.cell(area, sex, age)]
          invert(sex, age, area, dying: dying, yielding: yielding, refusing: &refused)
        }
      }
      // The open age mixes people of all ages above 99: it has the onset of the age before.
      let (last, before) = (cell(sex, Age.open.years, 0), cell(sex, Age.open.years - 1, 0))
      for place in 0..<levels * areas.count { onset[last + place] = onset[before + place] }
    }
    if let (lane, error) = refused.first {
      refusing(lane)
      throw error
    }
  }

  /// Finds the onset that takes the shares at the age before to those of an age.
  ///
  /// Of those at a level or worse, C, there are at the next age the survivors at it or
  /// worse, less those who recover from it, plus those who reach it from the level before.
  ///
  /// From the worst level up, as what a level's recovery gives way is less to reach it by. Recovery gives way where
  /// more people would have to worsen than are there, or would leave a level in both directions.
  private mutating func invert(
    _ sex: Sex, _ age: Int, _ area: Int, dying: LaneVector, yielding: Bool, refusing: inout Refused
  ) {
    let wanted = shares(sex, age, area)
    let survivors = survivors(shares(sex, age - 1, area), age: age - 1, dying: dying)
    for level in (1..<levels).reversed() {
      let (back, own) = (cell(sex, age, level) + area, cell(sex, age, level - 1) + area)
      let (source, there) = (survivors[level - 1], survivors[level])
      var needed = worse(level, wanted) - worse(level, survivors) + there * recovery[back]
      if yielding {
        let lacks = (needed .> source) .& (there .> 0)
        let given = ((needed - source) / there).capped(at: recovery[back]).replacing(with: 0, where: .!lacks)
        recovery[back] -= given
        needed -= given * there
      }
      let isNothing = .!((needed .> negligible) .| (needed .< -negligible)) .| .!(source .> 0)
      let rate = (needed / source).replacing(with: 0, where: isNothing)
      if yielding { recovery[own] = recovery[own].capped(at: (1 - rate).atLeast(0)) }
      let leaving = rate + recovery[own]
      let isNegative = .!(rate .>= 0)
      let isTooMuch = .!(leaving .<= 1 + negligible)
      if any(isNegative .| isTooMuch) {
        refusing.note(isNegative) {
          .negativeOnset(level: Ability.allCases[level - 1], sex: sex, age: age, area: area, rate: rate[$0])
        }
        if age <= oldest {
          refusing.note(isTooMuch) {
            .tooManyLeave(level: Ability.allCases[level - 1], sex: sex, age: age, area: area, rate: leaving[$0])
          }
        }
      }
      onset[own] = rate.capped(at: (1 - recovery[own]).atLeast(0))
    }
  }

  /// The levels' shares among the survivors of a year.
  private func survivors(_ shares: ByLevel, age: Int, dying: LaneVector) -> ByLevel {
    let first = (age - Age.elderly.years) * levels
    var weighted = LaneVector.zero
    for level in 0..<levels { weighted += shares[level] * excess[first + level] }
    var left = ByLevel(repeating: .zero)
    var all = LaneVector.zero
    for level in 0..<levels {
      left[level] = shares[level] * (1 - (dying * excess[first + level] / weighted).capped(at: cap))
      all += left[level]
    }
    for level in 0..<levels { left[level] /= all }
    return left
  }

  /// The table's shares at an age in an area.
  private func shares(_ sex: Sex, _ age: Int, _ area: Int) -> ByLevel {
    var shares = ByLevel(repeating: .zero)
    for level in 0..<levels { shares[level] = table[cell(sex, age, level) + area] }
    return shares
  }

  /// Those at a level or worse.
  private func worse(_ level: Int, _ shares: ByLevel) -> LaneVector {
    var sum = LaneVector.zero
    for level in level..<levels { sum += shares[level] }
    return sum
  }
}

/// Beyond it, where few live and most who are disabled die within the year, everyone may have to worsen and still not
/// meet a steep law; prevalence then falls short.
private let oldest = 90

/// A share of people that is nothing but rounding error of the sums it comes from.
private let negligible = 1e-14
