import Domain
import Formulas
import NumericCore
import Population
import Testing

struct CohortAnchorTests {
  @Test func publishedFiguresAreMetAndTheBooksBalance() throws {
    for seed in 1...20 as ClosedRange<UInt64> {
      var town = CohortCase(seed: seed)
      let before = town.people()
      let total = before.citySum()[0]
      let elderly = before.citySum(ages: 60...100)[0]
      let anchors = CohortAnchors(births: 1300, deaths: 8000, total: total * 0.98, elderly: elderly * 0.96)
      var after = before
      let flows = try after.step(town.rates([town.draw()]), anchors: anchors, year: 2021)
      func city(_ flow: [LaneVector]) -> Double { flow.reduce(0) { $0 + $1[0] } }
      let comment: Comment = "seed \(seed)"
      #expect(near(city(flows.births), 1300), comment)
      #expect(near(city(flows.deaths), 8000), comment)
      #expect(near(after.citySum()[0], total * 0.98), comment)
      #expect(near(after.citySum(ages: 60...100)[0], elderly * 0.96), comment)
      for district in 0..<CohortCase.districts {
        let expected =
          before.sum(district, ages: 0...100)[0] + flows.births[district][0] - flows.deaths[district][0]
          + flows.netMigrants[district][0]
        #expect(near(after.sum(district, ages: 0...100)[0], expected), comment)
      }
    }
  }

  /// Rates under which all leavers are men aged 30 of the second district, and how many of these there are.
  private func emptying(_ town: inout CohortCase, leavers: Double) -> (rates: CohortRates, there: Double) {
    var rates = town.draw()
    var profile = AgeTable()
    profile[Age(30), .male] = 1
    rates.netMigrants = -leavers
    rates.migrantShare = [0, 1]
    let there = town.persons[1][Sex.male.rawValue][29] * rates.sx[1][Sex.male.rawValue][30]
    return (town.rates([rates]).with(profile), there)
  }

  @Test func noMoreLeaveThanAreThere() throws {
    var town = CohortCase(seed: 1)
    let (rates, there) = emptying(&town, leavers: 5000)
    var people = town.people()
    let flows = try people.step(rates, year: 2027)
    #expect(people.persons[people.cell(1, .male, 30)][0] == 0)
    #expect(near(flows.netMigrants[1][0], -there))
    #expect(near(flows.stayed[1][0], 5000 - there) && flows.stayed[0][0] == 0)
  }

  @Test func aKnownTotalHoldsWhereAnAgeIsEmptied() throws {
    var town = CohortCase(seed: 1)
    let (rates, _) = emptying(&town, leavers: 0)
    var people = town.people()
    let known = (0..<2).reduce(0) { $0 + people.sum($1, ages: 0...100)[0] } * 0.7
    let flows = try people.step(rates, anchors: CohortAnchors(total: known), year: 2022)
    #expect(near((0..<2).reduce(0) { $0 + people.sum($1, ages: 0...100)[0] }, known))
    #expect(people.persons.allSatisfy { all($0 .>= 0) } && flows.stayed.allSatisfy { $0[0] == 0 })
  }

  @Test(arguments: [1e6, 0])
  func deathsThatNoScalingGivesAreReported(observed: Double) throws {
    var town = CohortCase(seed: 2)
    let rates = town.rates([town.draw()])
    var people = town.people()
    let error = #expect(throws: AccountingError.self) {
      try people.step(rates, anchors: CohortAnchors(deaths: observed), year: 2023)
    }
    guard case .implausibleDeaths(year: 2023, observed: observed, let ratio)? = error else {
      Issue.record("found \(String(describing: error))")
      return
    }
    #expect(observed == 0 ? ratio == 0 : ratio > 2)
  }

  @Test(arguments: [nil, 300.0])
  func birthsWhereFertilityGivesNoneAreReported(deaths: Double?) throws {
    var town = CohortCase(seed: 2)
    var drawn = town.draw()
    drawn.tfr = 0
    let rates = town.rates([drawn])
    var people = town.people()
    #expect(throws: AccountingError.noBirths(year: 2023, observed: 500)) {
      try people.step(rates, anchors: CohortAnchors(births: 500, deaths: deaths), year: 2023)
    }
  }

  @Test func unlikeSumsAreReported() {
    let ten = LaneVector(repeating: 10)
    var off = ten
    off[3] = 10.1
    #expect(throws: AccountingError.unbalanced(identity: "beds", area: 4, year: 2030, expected: 10, found: 10.1)) {
      try requireBalance("beds", area: 4, year: 2030, expected: ten, found: off)
    }
    off[3] = 10 * (1 + 1e-10)
    #expect(throws: Never.self) { try requireBalance("beds", area: 4, year: 2030, expected: ten, found: off) }
    off[3] = .nan
    #expect(throws: AccountingError.self) {
      try requireBalance("beds", area: 4, year: 2030, expected: ten, found: off)
    }
  }

  private func near(_ a: Double, _ b: Double) -> Bool { abs(a / b - 1) < 1e-12 }
}

extension CohortRates {
  /// The same rates with migrants of other ages.
  fileprivate func with(_ profile: AgeTable) -> CohortRates {
    CohortRates(
      survivorship: survivorship, fertilityPattern: fertilityPattern, tfr: tfr, fertilityFactor: fertilityFactor,
      srb: srb, netMigrants: netMigrants, migrantShare: migrantShare, migrantProfile: profile)
  }
}
