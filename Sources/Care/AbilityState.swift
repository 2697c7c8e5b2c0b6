import Domain
import Formulas
import NumericCore
import Population

/// People aged 60 and over by ability level at year-end, for one block of members.
public struct AbilityState: Equatable, Sendable {
  public let districts: Int
  /// Shape `[sex][age − 60][level][district]`.
  public internal(set) var persons: [LaneVector]
  /// How far onset and recovery have moved from the base year's.
  var onset = LaneVector(repeating: 1)
  var recovery = LaneVector(repeating: 1)

  /// The people of the base year, at the levels of the table.
  init<Number>(opening people: People, _ law: TransitionLaw<Number>) {
    districts = people.districts
    persons = Array(repeating: .zero, count: 2 * Age.elderlyCount * law.levels * people.districts)
    for sex in Sex.allCases {
      for age in AbilityLaw.ages {
        for level in 0..<law.levels {
          for district in 0..<districts {
            persons[cell(sex, age, level) + district] =
              people.persons[people.cell(district, sex, age)] * law.table[law.cell(sex, age, level) + district].lanes
          }
        }
      }
    }
  }

  /// Where a level of an age stands.
  @inline(__always)
  public func cell(_ sex: Sex, _ age: Int, _ level: Int) -> Int {
    ((sex.rawValue * Age.elderlyCount + age - Age.elderly.years) * Ability.allCases.count + level) * districts
  }

  /// Persons of a district at a level, at both sexes and all ages.
  public func sum(_ level: Int, district: Int) -> LaneVector {
    var sum = LaneVector.zero
    for sex in Sex.allCases {
      for age in AbilityLaw.ages { sum += persons[cell(sex, age, level) + district] }
    }
    return sum
  }
}
