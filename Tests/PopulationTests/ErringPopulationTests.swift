import Domain
import NumericCore
import Population
import TestSupport
import Testing

/// People whose ages and districts are off, by numbers given by hand.
struct ErringPopulationTests {
  /// Three districts with people of all ages, fewer the older.
  private static let stated: People = {
    let tables = (0..<3).map { district in
      var table = AgeTable()
      for sex in Sex.allCases {
        for age in 0..<Age.count {
          table[Age(age), sex] = Double((101 - age) * (district + 1) * (sex == .male ? 9 : 10))
        }
      }
      return table
    }
    return People(.registered, districts: tables)
  }()
  private static let city = 3

  private static func lanes(_ number: Double) -> LaneVector {
    LaneVector((0..<LaneVector.scalarCount).map { number * (Double($0) - 3) / 2 })
  }

  private static func error(_ area: Int, _ age: Int?, _ deviation: Double) -> PopulationError {
    PopulationError(.registered, area: area, age: age, deviation: deviation)
  }

  private func isNear(_ one: LaneVector, _ other: LaneVector) -> Bool {
    (0..<LaneVector.scalarCount).allSatisfy { abs(one[$0] / other[$0] - 1) < 1e-12 }
  }

  @Test func withoutErrorsPeopleStay() {
    let none = ErringPopulation(ErringPopulationTests.stated, [], elderly: nil)
    #expect(none.people(ages: [], sizes: [.zero, .zero, .zero]) == ErringPopulationTests.stated)
  }

  @Test func whatIsKnownStays() {
    let stated = ErringPopulationTests.stated
    let (error, lanes) = (ErringPopulationTests.error, ErringPopulationTests.lanes)
    let errors = [error(3, 0, 0.02), error(3, 80, 0.1), error(0, 30, 0.05), error(2, nil, 0.04)]
    let elderly = stated.citySum(ages: 60...100)[0] * 1.01
    let drawn = ErringPopulation(stated, errors, elderly: elderly)
      .people(ages: [lanes(1), lanes(-2), lanes(0.5)], sizes: [.zero, .zero, lanes(1)])
    #expect(isNear(drawn.citySum(), stated.citySum()))
    #expect(isNear(drawn.citySum(ages: 60...100), LaneVector(repeating: elderly)))
    // Districts without errors of their own keep their parts of the others' sum.
    #expect(isNear(drawn.sum(0, ages: 0...100) * 2, drawn.sum(1, ages: 0...100)))
    // What is drawn of one is as large beside the others as it says.
    #expect(isNear(drawn.sum(2, ages: 0...100), drawn.sum(0, ages: 0...100) * 3 * exponential(0.04 * lanes(1))))
    #expect(drawn.persons.allSatisfy { people in (0..<LaneVector.scalarCount).allSatisfy { people[$0] > 0 } })
  }

  @Test func agesBetweenKnotsGoInStraightLines() {
    let stated = ErringPopulationTests.stated
    let (error, lanes) = (ErringPopulationTests.error, ErringPopulationTests.lanes)
    let errors = [error(3, 20, 0.1), error(3, 40, 0.2), error(1, 40, 0.05)]
    let drawn = ErringPopulation(stated, errors, elderly: nil)
      .people(ages: [lanes(1), lanes(-1), lanes(2)], sizes: [.zero, .zero, .zero])
    /// By how much an age has grown beside age 20 of the same district.
    func growth(_ district: Int, _ age: Int) -> LaneVector {
      func factor(_ age: Int) -> LaneVector {
        drawn.sum(district, ages: age...age) / stated.sum(district, ages: age...age)
      }
      return factor(age) / factor(20)
    }
    let (low, high) = (0.1 * lanes(1), 0.2 * lanes(-1))
    #expect(isNear(growth(0, 25), exponential(0.25 * (high - low))))
    #expect(isNear(growth(0, 5), LaneVector(repeating: 1)))
    #expect(isNear(growth(0, 90), exponential(high - low)))
    // A single knot of a district moves all its ages alike, which its total takes back.
    #expect(isNear(growth(1, 25), growth(0, 25)))
    for district in 0..<3 { #expect(isNear(drawn.sum(district, ages: 0...100), stated.sum(district, ages: 0...100))) }
  }
}
