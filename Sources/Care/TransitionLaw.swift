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

extension TransitionLaw<LaneVector> {
  /// The laws of a block's members side by side.
  init(byLane laws: [TransitionLaw<Double>]) {
    precondition(laws.count == LaneVector.scalarCount, "a law for every lane")
    func lanes(_ numbers: (TransitionLaw<Double>) -> [Double]) -> [LaneVector] {
      let all = laws.map(numbers)
      return all[0].indices.map { place in LaneVector(all.map { $0[place] }) }
    }
    areas = laws[0].areas
    cap = LaneVector(laws.map(\.cap))
    excess = lanes(\.excess)
    recovery = lanes(\.recovery)
    onset = lanes(\.onset)
    table = lanes(\.table)
  }
}

extension TransitionLaw<Double> {
  /// - Parameters:
  ///   - survivorship: of the base year.
  ///   - lane: the member whose law it is.
  ///   - yielding: whether recovery gives way where it and the prevalence cannot both hold.
  /// - Throws: ``AbilityError`` where no onset between nought and one meets the prevalence.
  init(
    _ law: AbilityLaw, survivorship: Survivorship, parameters: ResolvedTable, areas: Areas, baseYear: Year, lane: Int,
    yielding: Bool
  ) throws(AbilityError) {
    self.areas = areas.count
    func value(_ parameter: Parameter) -> Double {
      parameters.value(parameter, in: areas.cityIndex, baseYear).vector[lane]
    }
    cap = value(Care.mortalityCap)
    let rates = TransitionRates(value)
    for age in AbilityLaw.ages { excess += Ability.allCases.map { rates.excess($0, age) } }
    for sex in Sex.allCases {
      for age in AbilityLaw.ages {
        let shares = (0..<areas.count).map { law.shares(sex, age, area: $0) }
        for level in Ability.allCases {
          table += shares.map { $0[level.rawValue] }
          recovery += Array(repeating: rates.recovery(level, age), count: areas.count)
        }
      }
    }
    onset = Array(repeating: 0, count: table.count)
    for sex in Sex.allCases {
      for age in AbilityLaw.ages.dropFirst().dropLast() {
        for area in 0..<areas.count {
          let dying = 1 - survivorship.sx[survivorship.cell(area, sex, age)][lane]
          try invert(sex, age, area, dying: dying, yielding: yielding)
        }
      }
      // The open age mixes people of all ages above 99: it has the onset of the age before.
      let (last, before) = (cell(sex, Age.open.years, 0), cell(sex, Age.open.years - 1, 0))
      for place in 0..<levels * areas.count { onset[last + place] = onset[before + place] }
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
    _ sex: Sex, _ age: Int, _ area: Int, dying: Double, yielding: Bool
  ) throws(AbilityError) {
    let wanted = shares(sex, age, area)
    let survivors = survivors(shares(sex, age - 1, area), age: age - 1, dying: dying)
    for level in (1..<levels).reversed() {
      let (back, own) = (cell(sex, age, level) + area, cell(sex, age, level - 1) + area)
      let source = Ability.allCases[level - 1]
      var needed = worse(level, wanted) - worse(level, survivors) + survivors[level] * recovery[back]
      if yielding, needed > survivors[level - 1], survivors[level] > 0 {
        let given = min((needed - survivors[level - 1]) / survivors[level], recovery[back])
        recovery[back] -= given
        needed -= given * survivors[level]
      }
      let rate = abs(needed) > negligible && survivors[level - 1] > 0 ? needed / survivors[level - 1] : 0
      guard rate >= 0 else { throw .negativeOnset(level: source, sex: sex, age: age, area: area, rate: rate) }
      if yielding { recovery[own] = min(recovery[own], max(1 - rate, 0)) }
      guard rate + recovery[own] <= 1 + negligible || age > oldest else {
        throw .tooManyLeave(level: source, sex: sex, age: age, area: area, rate: rate + recovery[own])
      }
      onset[own] = min(rate, max(1 - recovery[own], 0))
    }
  }

  /// The levels' shares among the survivors of a year.
  private func survivors(_ shares: Levels, age: Int, dying: Double) -> Levels {
    let first = (age - Age.elderly.years) * levels
    var weighted = 0.0
    for level in 0..<levels { weighted += shares[level] * excess[first + level] }
    var left = Levels.zero
    var all = 0.0
    for level in 0..<levels {
      left[level] = shares[level] * (1 - min(dying * excess[first + level] / weighted, cap))
      all += left[level]
    }
    for level in 0..<levels { left[level] /= all }
    return left
  }

  /// The table's shares at an age in an area.
  private func shares(_ sex: Sex, _ age: Int, _ area: Int) -> Levels {
    var shares = Levels.zero
    for level in 0..<levels { shares[level] = table[cell(sex, age, level) + area] }
    return shares
  }

  /// Those at a level or worse.
  private func worse(_ level: Int, _ shares: Levels) -> Double {
    var sum = 0.0
    for level in level..<levels { sum += shares[level] }
    return sum
  }
}

/// A number for each level.
private typealias Levels = SIMD8<Double>

/// Beyond it, where few live and most who are disabled die within the year, everyone may have to worsen and still not
/// meet a steep law; prevalence then falls short.
private let oldest = 90

/// A share of people that is nothing but rounding error of the sums it comes from.
private let negligible = 1e-14

/// Mortality by level and recovery as functions of age.
private struct TransitionRates {
  /// Of a level to those who are able, no smaller than that of the level before: drawn each from its own range, they
  /// may cross.
  private let ratios: [Double]
  private let recoveries: [Ability: Double]
  private let fadeFrom: Double
  private let faded: Double
  private let slope: Double
  private let reference: Double

  init(_ value: (Parameter) -> Double) {
    var ratios: [Double] = []
    for level in Ability.allCases { ratios.append(max(Care.mortalityRatio[level].map(value) ?? 1, ratios.last ?? 0)) }
    self.ratios = ratios
    recoveries = Care.recovery.mapValues(value)
    fadeFrom = value(Care.mortalityFadeAge)
    faded = value(Care.mortalityFaded)
    slope = value(Care.recoverySlope)
    reference = value(Care.recoveryAge)
  }

  /// h^w with w from one at the age where fading begins, linearly, to its last value at the open age.
  func excess(_ level: Ability, _ age: Int) -> Double {
    let way = max(Double(age) - fadeFrom, 0) / (Double(Age.open.years) - fadeFrom)
    return exponentialOf((1 + way * (faded - 1)) * naturalLogarithm(ratios[level.rawValue]))
  }

  func recovery(_ level: Ability, _ age: Int) -> Double {
    (recoveries[level] ?? 0) * exponentialOf(-slope * (Double(age) - reference))
  }

  private func exponentialOf(_ x: Double) -> Double { exponential(LaneVector(repeating: x))[0] }
}
