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
    for level in Care.levels {
      for sex in Sex.allCases {
        for age in ages {
          let line =
            value(wide ? level.wideIntercept : level.intercept)
            + value(level.slope) * (min(Double(age), value(Care.ageCap)) - value(Care.referenceAge))
          result.append(exponential(sex == .female ? line + value(level.women) : line))
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
    let wanted = count(level, people, lane) { _ in 1 }
    for _ in 0..<centringSteps {
      let found = count(level, people, lane) { factors[$0] }
      // Where nobody is of that age there is nothing to centre.
      let ratio = found == 0 ? 1 : wanted / found
      for district in factors.indices { factors[district] *= ratio }
    }
    return factors
  }

  /// People of the city at a level or worse in the base year, under factors by district.
  private func count(_ level: Int, _ people: People, _ lane: Int, _ factor: (Int) -> Double) -> Double {
    var sum = 0.0
    for district in 0..<people.districts {
      let factor = factor(district)
      for sex in Sex.allCases {
        for age in AbilityLaw.ages {
          let odds = odds(level, sex, age) * factor
          sum += people.persons[people.cell(district, sex, age)][lane] * odds / (1 + odds)
        }
      }
    }
    return sum
  }
}

/// Numbers follow odds closely where few are at a level, so each step removes most of the error.
private let centringSteps = 30

/// e to the power of a number, as in the lanes.
private func exponential(_ x: Double) -> Double { NumericCore.exponential(LaneVector(repeating: x))[0] }
