import Domain
import Formulas
import NumericCore
import Population
import Testing

/// Moves between districts, worked by hand on people who do not age away.
struct DistrictMovesTests {
  /// Two districts with the same number at every age, everyone surviving.
  private func people(_ first: Double, _ second: Double) -> People {
    People(.resident, districts: [AgeTable(repeating: first), AgeTable(repeating: second)])
  }

  private func rates(_ moves: [DistrictMove]) -> CohortRates {
    var survivorship = Survivorship(areas: 3)
    for index in survivorship.sx.indices { survivorship.sx[index] = LaneVector(repeating: 1) }
    var rates = CohortRates(
      survivorship: survivorship, fertilityPattern: Array(repeating: 0, count: Age.count), tfr: .uniform(0),
      fertilityFactor: [.uniform(1), .uniform(1)], srb: .uniform(1), netMigrants: .uniform(0),
      migrantShare: [.uniform(0.5), .uniform(0.5)], migrantProfile: AgeTable(repeating: 1.0 / 202))
    rates.moves = moves
    return rates
  }

  @Test func moversLeaveOneDistrictForTheOther() throws {
    var people = people(100, 40)
    let moves = [
      DistrictMove(origin: 0, destination: 1, rate: AgeTable(repeating: 0.1)),
      DistrictMove(origin: 1, destination: 0, rate: AgeTable(repeating: 0.25)),
    ]
    let flows = try people.step(rates(moves), year: 2021)
    // At age 5 there were 100 and 40: 10 go, 10 come; nobody is aged 0, twice as many are aged 100 and over.
    #expect(people.persons[people.cell(0, .female, 5)][0] == 100)
    #expect(people.persons[people.cell(1, .male, 5)][0] == 40)
    #expect(people.persons[people.cell(0, .female, 100)][0] == 200 - 20 + 20)
    #expect(flows.netMigrants[0][0] == -flows.netMigrants[1][0])
  }

  @Test func theCityKeepsItsNumberAtEveryAge() throws {
    for seed in 1...20 {
      var people = people(Double(seed) * 10, 70)
      var still = people
      var rate = AgeTable()
      for index in rate.values.indices { rate.values[index] = Double((index * seed) % 50) / 100 }
      let moves = [DistrictMove(origin: 0, destination: 1, rate: rate)]
      _ = try people.step(rates(moves), year: 2021)
      _ = try still.step(rates([]), year: 2021)
      for age in 0...100 {
        let moved = people.citySum(ages: age...age)[0]
        let unmoved = still.citySum(ages: age...age)[0]
        #expect(abs(moved - unmoved) <= 1e-9 * max(unmoved, 1), "seed \(seed), age \(age)")
      }
    }
  }
}
