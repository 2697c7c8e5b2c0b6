import Care
import Domain
import Formulas
import NumericCore
import Population

/// A town nobody enters or leaves but by birthdays and deaths.
extension CareCase {
  /// People a year on under the base year's life table, with as many at 60 as before.
  func aged(_ people: People) -> People {
    let survivorship = survivorship
    var next = people
    for district in 0..<people.districts {
      for sex in Sex.allCases {
        for age in 61...Age.open.years {
          var from = people.persons[people.cell(district, sex, age - 1)]
          if age == Age.open.years { from += people.persons[people.cell(district, sex, age)] }
          next.persons[next.cell(district, sex, age)] = from * survivorship.sx[survivorship.cell(district, sex, age)]
        }
      }
    }
    return next
  }

  /// The levels of a closed population year by year, the base year first.
  func closed(
    _ people: People, years: Int, onset: Double = 0, recovery: Double = 0
  ) throws -> [(people: People, state: AbilityState)] {
    let model = try model(people)
    var result = [(people: people, state: model.opening(people))]
    for year in 1...years {
      var (people, state) = result[year - 1]
      people = aged(people)
      try advance(model, &state, to: people, onset: onset, recovery: recovery, year: CareCase.baseYear + year)
      result.append((people, state))
    }
    return result
  }
}

extension AbilityState {
  /// The share of the people of a district, sex and age at a level, in the first lane.
  func share(_ level: Ability, _ sex: Sex, _ age: Int, district: Int, of people: People) -> Double {
    persons[cell(sex, age, level.rawValue) + district][0] / people.persons[people.cell(district, sex, age)][0]
  }
}
