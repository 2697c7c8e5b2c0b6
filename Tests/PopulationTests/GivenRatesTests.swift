import Domain
import Formulas
import NumericCore
import Population
import Testing

/// Rates and migrants a dataset gives outright, beside the models.
struct GivenRatesTests {
  @Test func givenFertilityWinsWhereItIsGiven() throws {
    var town = CohortCase(seed: 21)
    let rates = town.draw()
    let asfr = town.pattern.map { $0 * 2.5 }
    var block = town.rates([rates])
    block.givenFertility = [asfr, nil]
    let before = town.people()
    var after = before
    let flows = try after.step(block, year: 2021)
    // Births = Σ rate × mean of the women on 1 January and of the survivors on 31 December.
    func births(_ district: Int, _ rate: [Double]) -> Double {
      let women = before.table(district, lane: 0)
      return (1..<Age.open.years).reduce(0) { sum, age in
        let survivors = women[Age(age - 1), .female] * rates.sx[district][Sex.female.rawValue][age]
        return sum + rate[age] * (women[Age(age), .female] + survivors) / 2
      }
    }
    #expect(near(flows.births[0][0], births(0, asfr)))
    // The only district left to the model has the city's rate, whatever its factor.
    #expect(near(flows.births[1][0], rates.tfr * births(1, town.pattern)))
  }

  @Test func givenMigrantsWinAndTheBooksBalance() throws {
    var town = CohortCase(seed: 22)
    let rates = town.draw()
    var migrants = AgeTable()
    migrants[Age(20), .female] = 70
    migrants[Age(65), .male] = -15
    var block = town.rates([rates])
    block.givenMigrants = [nil, migrants]
    var after = town.people()
    let flows = try after.step(block, year: 2021)
    block.givenMigrants = [AgeTable(), AgeTable()]
    var closed = town.people()
    _ = try closed.step(block, year: 2021)
    #expect(flows.netMigrants.map { $0[0] } == [0, 55])
    #expect(after.table(0, lane: 0) == closed.table(0, lane: 0))
    for cell in migrants.values.indices {
      let expected = closed.table(1, lane: 0).values[cell] + migrants.values[cell]
      #expect(near(after.table(1, lane: 0).values[cell], expected))
    }
  }

  @Test func publishedFiguresBindGivenRatesToo() throws {
    var town = CohortCase(seed: 23)
    var block = town.rates([town.draw()])
    block.givenFertility = [town.pattern, town.pattern]
    block.givenMigrants = [AgeTable(repeating: 1), AgeTable(repeating: 2)]
    var people = town.people()
    let total = people.citySum()[0]
    let anchors = CohortAnchors(births: 2000, deaths: 9500, total: total)
    let flows = try people.step(block, anchors: anchors, year: 2021)
    func city(_ flow: [LaneVector]) -> Double { flow.reduce(0) { $0 + $1[0] } }
    #expect(near(city(flows.births), 2000))
    #expect(near(city(flows.deaths), 9500))
    #expect(near(people.citySum()[0], total))
  }

  private func near(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-12 * max(abs(a), abs(b), 1) }
}
