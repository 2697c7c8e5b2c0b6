import Domain
import Formulas
import NumericCore
import Population

/// A number for each ability level, the mildest first.
typealias ByLevel = InlineArray<5, LaneVector>

/// Prevalence of ability levels by sex and age in the city in the base year, for one reading of the national figure.
///
/// The odds of being at a level or worse are e^(c + B (x − 75) + G [women]).
struct AbilityOdds: Sendable {
  /// Shape `[level][sex][age − 60]`.
  fileprivate let all: [LaneVector]

  /// - Parameter isWide: the members who read the figure as moderate and worse.
  init(wide isWide: SIMDMask<SIMD8<Int64>>, _ parameters: ResolvedTable, _ areas: Areas, baseYear year: Year) {
    func value(_ parameter: Parameter) -> LaneVector { parameters.value(parameter, in: areas.cityIndex, year).vector }
    var all: [LaneVector] = []
    all.reserveCapacity(Care.levels.count * 2 * Age.elderlyCount)
    let (cap, reference) = (value(Care.ageCap), value(Care.referenceAge))
    for level in Care.levels {
      let intercept = value(level.intercept).replacing(with: value(level.wideIntercept), where: isWide)
      let (slope, women) = (value(level.slope), value(level.women))
      for sex in Sex.allCases {
        for age in AbilityLaw.ages {
          let line = intercept + slope * (LaneVector(repeating: Double(age)).capped(at: cap) - reference)
          all.append(exponential(sex == .female ? line + women : line))
        }
      }
    }
    self.all = all
  }

  fileprivate func cell(_ level: Int, _ sex: Sex, _ age: Int) -> Int {
    (level * 2 + sex.rawValue) * Age.elderlyCount + age - AbilityLaw.ages.lowerBound
  }

  /// The shares of the five levels in the city.
  func shares(_ sex: Sex, _ age: Int) -> ByLevel { shares(sex, age) { _ in .one } }

  /// The shares of the five levels where odds are multiplied by a factor, level by level.
  ///
  /// Laws with other slopes may cross; nobody is at a level without being at the one before.
  fileprivate func shares(_ sex: Sex, _ age: Int, _ factor: (_ level: Int) -> LaneVector) -> ByLevel {
    var worse = ByLevel(repeating: .one)
    for level in Ability.impaired.indices {
      let odds = all[cell(level, sex, age)] * factor(level)
      worse[level + 1] = (odds / (1 + odds)).capped(at: worse[level])
    }
    for level in Ability.impaired.indices { worse[level] -= worse[level + 1] }
    return worse
  }
}

/// The same by district, whose odds are multiplied by a factor.
///
/// The districts' factors leave the city's number of people at each level as it was.
struct AbilityLaw: Sendable {
  static let ages = Age.elderly.years...Age.open.years

  let odds: AbilityOdds
  /// Factor on the odds, shape `[level][area]`; one for the city.
  private var factors: [LaneVector] = []
  private let areas: Int

  init(_ odds: AbilityOdds, people: People, parameters: ResolvedTable, areas: Areas, baseYear: Year) {
    self.odds = odds
    self.areas = areas.count
    let districts = 0..<people.districts
    let shift = districts.map { exponential(parameters.value(Care.abilityShift, in: $0, baseYear).vector) }
    let persons = districts.map { district in
      Sex.allCases.flatMap { sex in AbilityLaw.ages.map { people.persons[people.cell(district, sex, $0)] } }
    }
    for level in Ability.impaired.indices { factors += centred(shift, level, persons) + [.one] }
  }

  /// The shares of the five levels in an area, the city last.
  func shares(_ sex: Sex, _ age: Int, area: Int) -> ByLevel {
    odds.shares(sex, age) { factors[$0 * areas + area] }
  }

  /// The districts' factors, moved together so that the city keeps its number at the level.
  ///
  /// Every lane goes its own way by Newton's steps and stops for itself, whatever stands beside it.
  ///
  /// - Parameter persons: shape `[district][sex and age]`, in the order of the odds.
  private func centred(_ factors: [LaneVector], _ level: Int, _ persons: [[LaneVector]]) -> [LaneVector] {
    var factors = factors
    let wanted = count(level, persons, Array(repeating: .one, count: factors.count)).number
    var isOpen = LaneVector.one .== 1
    for _ in 0..<mostCentringSteps {
      let (found, growth) = count(level, persons, factors)
      // Where nobody is of that age there is nothing to centre.
      let step = ((wanted - found) / growth).replacing(with: 0, where: (growth .<= 0) .| .!isOpen)
      let ratio = (1 + step).replacing(with: leastRatio, where: step .< leastRatio - 1)
      for district in factors.indices { factors[district] *= ratio }
      isOpen .&= (step .> lastStep) .| (step .< -lastStep)
      if !any(isOpen) { break }
    }
    return factors
  }

  /// People of the city at a level or worse in the base year under factors by district, and how many more there are
  /// for a relative change of all factors.
  private func count(
    _ level: Int, _ persons: [[LaneVector]], _ factors: [LaneVector]
  ) -> (number: LaneVector, growth: LaneVector) {
    let cells = 2 * Age.elderlyCount
    var (number, growth) = (LaneVector.zero, LaneVector.zero)
    odds.all.withUnsafeBufferPointer { odds in
      for (persons, factor) in zip(persons, factors) {
        for cell in 0..<cells {
          let odds = odds[level * cells + cell] * factor
          let share = odds / (1 + odds)
          let there = persons[cell] * share
          number += there
          growth += there * (1 - share)
        }
      }
    }
    return (number, growth)
  }
}

/// Three or four are enough; more only where hardly anybody is at a level.
private let mostCentringSteps = 30
/// The error after a step is about the square of the step.
private let lastStep = 1e-8
/// How far factors may fall at once.
private let leastRatio = 0.1
