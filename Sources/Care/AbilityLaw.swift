import Domain
import Formulas
import NumericCore
import Population
import RealModule

/// Prevalence of ability levels by sex and age, for one reading of the national figure.
///
/// The odds of being at a level or worse are e^(c + B (x − 75) + G [women]), times
/// a district's factor, times a trend. The districts' factors leave the city's
/// number of people at each level in the base year as it was.
struct AbilityLaw: Sendable {
  static let ages = Age.elderly.years...Age.open.years

  let layout: LaneLayout
  /// Odds in the base year, shape `[level][sex][age − 60][vector]`.
  private let odds: [LaneVector]
  /// Factor on the odds, shape `[level][district][vector]`.
  private var districtFactor: [LaneVector] = []
  private let districts: Int

  init(wide: Bool, people: People, parameters: ResolvedTable, areas: Areas, baseYear: Year) {
    layout = people.layout
    districts = people.districts
    odds = AbilityLaw.odds(wide: wide, parameters, areas, baseYear, people.layout)
    for level in Ability.impaired.indices {
      districtFactor += centredFactors(level, people, parameters, baseYear)
    }
  }

  /// Where the odds of a cell begin.
  private func cell(_ level: Int, _ sex: Sex, _ age: Int) -> Int {
    ((level * 2 + sex.rawValue) * AbilityLaw.ages.count + age - AbilityLaw.ages.lowerBound) * layout.vectors
  }

  /// The share at a level or worse, in a district and under a trend of the odds.
  @inline(__always)
  func share(_ level: Int, _ sex: Sex, _ age: Int, district: Int, trend: LaneVector, vector: Int) -> LaneVector {
    let factor = districtFactor[(level * districts + district) * layout.vectors + vector]
    let odds = odds[cell(level, sex, age) + vector] * factor * trend
    return odds / (1 + odds)
  }

  /// The shares of the five levels in the city's base year, without district factors.
  func cityShares(_ sex: Sex, _ age: Int, vector: Int) -> [LaneVector] {
    var worse = [LaneVector(repeating: 1)]
    for level in Ability.impaired.indices {
      let odds = odds[cell(level, sex, age) + vector]
      worse.append((odds / (1 + odds)).capped(at: worse[level]))
    }
    return Ability.allCases.indices.map { $0 + 1 < worse.count ? worse[$0] - worse[$0 + 1] : worse[$0] }
  }

  private static func odds(
    wide: Bool, _ parameters: ResolvedTable, _ areas: Areas, _ year: Year, _ layout: LaneLayout
  ) -> [LaneVector] {
    func value(_ parameter: Parameter, _ vector: Int) -> LaneVector {
      parameters.value(parameter, in: areas.cityIndex, year).vector(vector)
    }
    var result: [LaneVector] = []
    for level in Care.levels {
      for sex in Sex.allCases {
        for age in ages {
          for vector in 0..<layout.vectors {
            let x = LaneVector(repeating: Double(age))
            let capped = x.replacing(with: value(Care.ageCap, vector), where: x .> value(Care.ageCap, vector))
            let line =
              value(wide ? level.wideIntercept : level.intercept, vector)
              + value(level.slope, vector) * (capped - value(Care.referenceAge, vector))
            result.append(exponential(sex == .female ? line + value(level.women, vector) : line))
          }
        }
      }
    }
    return result
  }

  /// A district's factors e^h, moved together so that the city keeps its number at the level.
  private func centredFactors(
    _ level: Int, _ people: People, _ parameters: ResolvedTable, _ year: Year
  ) -> [LaneVector] {
    var factors = (0..<districts).flatMap { district in
      (0..<layout.vectors).map { exponential(parameters.value(Care.abilityShift, in: district, year).vector($0)) }
    }
    for vector in 0..<layout.vectors {
      let wanted = count(level, people, vector) { _ in LaneVector(repeating: 1) }
      for _ in 0..<centringSteps {
        let found = count(level, people, vector) { factors[$0 * layout.vectors + vector] }
        // Where nobody is of that age there is nothing to centre.
        let ratio = (wanted / found).replacing(with: 1, where: found .== 0)
        for district in 0..<districts { factors[district * layout.vectors + vector] *= ratio }
      }
    }
    return factors
  }

  /// People of the city at a level or worse in the base year, under factors by district.
  private func count(_ level: Int, _ people: People, _ vector: Int, _ factor: (Int) -> LaneVector) -> LaneVector {
    var sum = LaneVector.zero
    for district in 0..<districts {
      let factor = factor(district)
      for sex in Sex.allCases {
        for age in AbilityLaw.ages {
          let odds = odds[cell(level, sex, age) + vector] * factor
          sum += people.persons[people.cell(district, sex, age) + vector] * odds / (1 + odds)
        }
      }
    }
    return sum
  }
}

/// Numbers follow odds closely where few are at a level, so each step removes most of the error.
private let centringSteps = 30
