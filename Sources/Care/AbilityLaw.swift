import Domain
import Formulas
import NumericCore
import Population

/// Prevalence of ability levels by sex and age in the base year, for one reading of the national figure.
///
/// The odds of being at a level or worse are e^(c + B (x − 75) + G [women]), times
/// a district's factor. The districts' factors leave the city's number of people
/// at each level as it was.
struct AbilityLaw: Sendable {
  static let ages = Age.elderly.years...Age.open.years

  /// Odds without district factors, shape `[level][sex][age − 60]`.
  private let odds: [Double]
  /// Factor on the odds, shape `[level][area]`; one for the city.
  private var factors: [Double] = []
  private let areas: Int

  /// - Parameter lane: the member whose law it is.
  init(wide: Bool, people: People, parameters: ResolvedTable, areas: Areas, baseYear: Year, lane: Int) {
    self.areas = areas.count
    odds = AbilityLaw.odds(wide: wide, parameters, areas, baseYear, lane)
    for level in Ability.impaired.indices { factors += centredFactors(level, people, parameters, baseYear, lane) + [1] }
  }

  private func odds(_ level: Int, _ sex: Sex, _ age: Int) -> Double {
    odds[(level * 2 + sex.rawValue) * AbilityLaw.ages.count + age - AbilityLaw.ages.lowerBound]
  }

  /// The shares of the five levels in an area, the city last.
  ///
  /// Laws with other slopes may cross; nobody is at a level without being at the one before.
  func shares(_ sex: Sex, _ age: Int, area: Int) -> [Double] {
    var worse = [1.0]
    for level in Ability.impaired.indices {
      let odds = odds(level, sex, age) * factors[level * areas + area]
      worse.append(min(odds / (1 + odds), worse[level]))
    }
    return Ability.allCases.indices.map { $0 + 1 < worse.count ? worse[$0] - worse[$0 + 1] : worse[$0] }
  }

  private static func odds(wide: Bool, _ parameters: ResolvedTable, _ areas: Areas, _ year: Year, _ lane: Int)
    -> [Double]
  {
    func value(_ parameter: Parameter) -> Double { parameters.value(parameter, in: areas.cityIndex, year).vector[lane] }
    var result: [Double] = []
    result.reserveCapacity(Care.levels.count * 2 * ages.count)
    let (cap, reference) = (value(Care.ageCap), value(Care.referenceAge))
    for level in Care.levels {
      let (intercept, slope) = (value(wide ? level.wideIntercept : level.intercept), value(level.slope))
      let women = value(level.women)
      for sex in Sex.allCases {
        for age in ages {
          let line = intercept + slope * (min(Double(age), cap) - reference)
          result.append(exponential(sex == .female ? line + women : line))
        }
      }
    }
    return result
  }

  /// The districts' factors e^h, moved together so that the city keeps its number at the level.
  private func centredFactors(
    _ level: Int, _ people: People, _ parameters: ResolvedTable, _ year: Year, _ lane: Int
  ) -> [Double] {
    var factors = (0..<people.districts).map {
      exponential(parameters.value(Care.abilityShift, in: $0, year).vector[lane])
    }
    let persons = (0..<people.districts).map { self.persons(people, $0, lane) }
    let ones = Array(repeating: 1.0, count: factors.count)
    let wanted = count(level, persons, ones)
    for _ in 0..<centringSteps {
      let found = count(level, persons, factors)
      // Where nobody is of that age there is nothing to centre.
      let ratio = found == 0 ? 1 : wanted / found
      if ratio == 1 { break }
      for district in factors.indices { factors[district] *= ratio }
    }
    return factors
  }

  /// A district's people in the order of the odds of a level.
  private func persons(_ people: People, _ district: Int, _ lane: Int) -> [Double] {
    Sex.allCases.flatMap { sex in
      AbilityLaw.ages.map { people.persons[people.cell(district, sex, $0)][lane] }
    }
  }

  /// People of the city at a level or worse in the base year, under factors by district.
  private func count(_ level: Int, _ persons: [[Double]], _ factors: [Double]) -> Double {
    let cells = 2 * AbilityLaw.ages.count
    var sum = 0.0
    for (persons, factor) in zip(persons, factors) {
      for cell in 0..<cells {
        let odds = odds[level * cells + cell] * factor
        sum += persons[cell] * odds / (1 + odds)
      }
    }
    return sum
  }
}

/// Numbers follow odds closely where few are at a level, so each step removes most of the error.
private let centringSteps = 30

/// e to the power of a number, as in the lanes.
private func exponential(_ x: Double) -> Double { NumericCore.exponential(LaneVector(repeating: x))[0] }
