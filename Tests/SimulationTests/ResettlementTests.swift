import Domain
import Formulas
import Population
import Simulation
import Testing

/// The support of resettled people, worked out by hand, and its absence from a city that leaves it out.
struct ResettlementTests {
  private static func values(_ points: [(Day, Double)]) -> ParameterValues {
    ParameterValues(
      label: Label(zh: "", en: ""),
      city: points.map {
        DatedValue(from: $0.0, value: $0.1, evidence: .assumed, source: "invented", known: 2020)
      }, before: .hold)
  }

  /// 1000 people, three quarters of them in the west; a tenth is struck off a year; 600 yuan, from July 2022 on 800.
  ///
  /// Registered people die at one rate at all ages, so that (1 − m/2) ÷ (1 + m/2) of any of them live through a year.
  private static func town() throws -> City {
    let town = try Cities.tinytown()
    var rates = RateTables()
    var mx = AgeTable()
    for sex in Sex.allCases { for age in 0...100 { mx[Age(age), sex] = deathRate } }
    for year in 2020...2023 {
      for area in town.areas.districts.indices { try rates.set(mx: mx, of: .registered, in: area, year) }
    }
    let start = Day(firstOf: 2020)
    let july = try #require(Day(year: 2022, month: 7, day: 1))
    var share = values([])
    for (district, part) in zip(town.areas.districts, [0.25, 0.75]) {
      share.districts[district.code] = values([(start, part)]).city
    }
    let own = [
      "opening": values([(start, 1000)]), "district_share": share, "struck_off": values([(start, 0.1)]),
      "youngest": values([(start, 14)]),
      "amount": values([(start, 600), (july, 800)]),
    ]
    return town.with(
      values: own.reduce(into: town.values) { $0["benefits.resettlement.\($1.key)"] = $1.value }, rates: rates)
  }

  private static let deathRate = 0.02
  /// What is left of the roll after a year.
  private static let left = 0.9 * (1 - deathRate / 2) / (1 + deathRate / 2)

  @Test func theRollShrinksAndTheAmountCountsByItsDays() throws {
    let results = try Self.town().run(to: 2023)
    for (area, opening) in [250.0, 750, 1000].enumerated() {
      let left = [1, Self.left, Self.left * Self.left, Self.left * Self.left * Self.left]
      for (year, left) in zip(2020...2023, left) {
        let found = results.value("benefits.resettlement.recipients", area: area, year: year)
        #expect(near(found, opening * left, 1e-12), "area \(area), \(year)")
      }
      let paid = (2020...2023).map { results.value("benefits.resettlement.payment", area: area, year: $0) }
      // 181 days at 600 and 184 at 800 in 2022.
      let mean = (181.0 * 600 + 184 * 800) / 365
      for (found, expected) in zip(paid, zip([600, 600, mean, 800], left).map { $0 * $1 * opening }) {
        #expect(near(found, expected, 1e-9), "area \(area)")
      }
    }
    #expect(near(results.city("fiscal.line.resettlement", 2021), 600_000 * Self.left, 1e-9))
  }

  @Test func aCityThatLeavesItOutPaysNothing() throws {
    let city = try Cities.tinytown()
    #expect(!city.benefits.contains { $0.name == "resettlement" })
    #expect(try Self.town().benefits.contains { $0.name == "resettlement" })
    let results = try city.run(to: 2023)
    for year in results.years {
      #expect(results.city("benefits.resettlement.recipients", year) == 0)
      #expect(results.city("benefits.resettlement.payment", year) == 0)
    }
  }

  /// All on the roll grow older together, so that ever more of a hundred die in a year.
  @Test func theRollDiesOutFasterYearByYear() throws {
    let results = try Cities.hangzhou().run(to: 2060)
    let roll = (2020...2060).map { results.city("benefits.resettlement.recipients", in: $0) }
    let lost = zip(roll, roll.dropFirst()).map { 1 - $1 / $0 }
    #expect(lost.allSatisfy { (0.005...0.12).contains($0) })
    #expect(zip(lost.dropFirst(5), lost.dropFirst(15)).allSatisfy { $0 < $1 })
    // The youngest are 54 in 2060; a roll that lost one in a hundred for ever would hold two thirds then.
    #expect((0.2...0.5).contains(roll[40] / roll[0]))
  }

  /// Hangzhou paid 0.78 billion yuan in the five years to 2020, all of it from the national fund.
  @Test func hangzhou() throws {
    let results = try Cities.hangzhou().run(to: 2027)
    #expect(near(results.city("benefits.resettlement.payment", 2020), 780e6 / 5, 1e-9))
    let line = try #require(results.plan.model.budget?.lines.first { $0.name == "resettlement" })
    let amounts = results.amounts(of: line, area: results.areas.cityIndex, year: 2025)
    #expect(amounts.map(\.payer) == [.centre])
    let before = results.city("benefits.resettlement.payment", in: 2026)
    #expect(results.city("benefits.resettlement.payment", in: 2027) < before)
  }
}
