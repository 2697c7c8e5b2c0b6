import Domain
import Formulas
import Population
import Testing

struct CohortStepTests {
  /// Both sides round each of some two hundred terms once, and a decade adds up.
  private let tolerance = 1e-12

  @Test func stepsOfADecadeEqualPlainLoops() throws {
    for seed in 1...10 as ClosedRange<UInt64> {
      var town = CohortCase(seed: seed)
      var people = town.people()
      var plain = PlainCohort(town)
      for year in 2021...2030 {
        let rates = town.draw()
        let flows = try people.step(town.rates([rates]), year: year)
        plain.step(rates)
        expectEqual(people, flows, plain, "seed \(seed), \(year)")
      }
    }
  }

  @Test func stepsThatMeetPublishedFiguresEqualPlainLoops() throws {
    for seed in 1...10 as ClosedRange<UInt64> {
      var town = CohortCase(seed: seed)
      var people = town.people()
      var plain = PlainCohort(town)
      for year in 2021...2032 {
        let anchors = anchors(plain, year)
        let rates = town.draw()
        let flows = try people.step(town.rates([rates]), anchors: anchors, year: year)
        plain.step(rates, anchors)
        expectEqual(people, flows, plain, "seed \(seed), \(year)")
      }
    }
  }

  /// One kind of anchor alone, then several together, each near what would come about without.
  private func anchors(_ town: PlainCohort, _ year: Year) -> CohortAnchors {
    let total = town.sum(0, 0...100) + town.sum(1, 0...100)
    let elderly = town.sum(0, 60...100) + town.sum(1, 60...100)
    switch year % 6 {
    case 0: return CohortAnchors(births: total * 0.01)
    case 1: return CohortAnchors(deaths: total * 0.045)
    case 2: return CohortAnchors(total: total * 0.99)
    case 3: return CohortAnchors(elderly: elderly * 0.96)
    case 4: return CohortAnchors(births: total * 0.011, deaths: total * 0.04, total: total * 0.98)
    default:
      return CohortAnchors(births: total * 0.009, deaths: total * 0.05, total: total * 0.97, elderly: elderly * 0.95)
    }
  }

  @Test func fertilityFactorsShiftBirthsAndKeepTheCitysRate() throws {
    var town = CohortCase(seed: 3)
    var rates = town.draw()
    rates.fertilityFactor = [1, 1]
    var level = town.people()
    let births = try level.step(town.rates([rates]), year: 2021).births.map { $0[0] }
    rates.fertilityFactor = [1, 3]
    var shifted = town.people()
    let moved = try shifted.step(town.rates([rates]), year: 2021).births.map { $0[0] }
    #expect(abs((moved[0] + moved[1]) / (births[0] + births[1]) - 1) < tolerance)
    #expect(abs(moved[1] / moved[0] / (births[1] / births[0]) - 3) < tolerance * 3)
  }

  @Test func nobodyIsCreatedWithoutBirthsAndMigrants() throws {
    for seed in 1...20 as ClosedRange<UInt64> {
      var town = CohortCase(seed: seed)
      var people = town.people()
      for year in 2021...2030 {
        var rates = town.draw()
        rates.tfr = 0
        rates.netMigrants = 0
        let before = people
        let flows = try people.step(town.rates([rates]), year: year)
        #expect(flows.births.allSatisfy { $0 == .zero } && flows.netMigrants.allSatisfy { $0 == .zero })
        for district in 0..<CohortCase.districts {
          for sex in Sex.allCases {
            #expect(people.persons[people.cell(district, sex, 0)][0] == 0, "seed \(seed), \(year)")
            for age in 1..<Age.open.years {
              let younger = before.persons[before.cell(district, sex, age - 1)][0]
              #expect(people.persons[people.cell(district, sex, age)][0] <= younger, "seed \(seed), \(year), \(age)")
            }
          }
        }
      }
    }
  }

  @Test func townWithoutWomenOfChildbearingAgeHasNoBirths() throws {
    var town = CohortCase(seed: 4)
    for district in 0..<CohortCase.districts {
      for age in 0...55 { town.persons[district][Sex.female.rawValue][age] = 0 }
    }
    var people = town.people()
    var rates = town.draw()
    rates.netMigrants = 0
    let flows = try people.step(town.rates([rates]), year: 2021)
    #expect(flows.births.allSatisfy { $0 == .zero })
  }

  /// People in proportion to person-years lived, and as many births as the table's radix.
  @Test func stationaryPopulationStays() throws {
    var town = CohortCase(seed: 5)
    var rates = town.draw()
    rates.netMigrants = 0
    rates.srb = 1.05
    let births = 10_000.0
    for sex in Sex.allCases {
      let table = try LifeTable(mx: gompertzRates(openAge: 100, level: sex == .male ? 1.3 : 1), sex: sex)
      let born = sex == .male ? births * 1.05 / 2.05 : births / 2.05
      for district in 0..<CohortCase.districts {
        rates.sx[district][sex.rawValue] = table.sx
        town.persons[district][sex.rawValue] = table.personYears.map { $0 * born }
      }
    }
    rates.fertilityFactor = [1, 1]
    let start = town.people()
    var people = start
    for year in 2021...2060 {
      _ = try people.step(town.rates([rates]), anchors: CohortAnchors(births: 2 * births), year: year)
    }
    #expect(largestRelativeDifference(people.persons.map { $0[0] }, start.persons.map { $0[0] }) < 1e-11)
  }

  private func expectEqual(_ people: People, _ flows: CohortFlows, _ plain: PlainCohort, _ comment: Comment) {
    for district in 0..<CohortCase.districts {
      let cells = people.table(district, lane: 0).values
      #expect(largestRelativeDifference(cells, plain.persons[district].flatMap { $0 }) < tolerance, comment)
    }
    #expect(largestRelativeDifference(flows.births.map { $0[0] }, plain.births) < tolerance, comment)
    #expect(largestRelativeDifference(flows.deaths.map { $0[0] }, plain.deaths) < tolerance, comment)
    // The plain loops find migrants as a difference of populations a hundred times as large.
    let migrants = largestRelativeDifference(flows.netMigrants.map { $0[0] }, plain.netMigrants)
    #expect(migrants < tolerance * 1000, comment)
  }
}
