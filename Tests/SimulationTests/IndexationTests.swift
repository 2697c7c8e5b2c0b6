import Domain
import Formulas
import Inputs
import Simulation
import Testing

/// A parameter that goes on with an indicator after its last date.
struct IndexationTests {
  /// The invented city with one parameter following an indicator after its last date.
  private func plan(_ path: String, following indicator: String, overrides: [Override] = []) throws -> Plan {
    let loaded = try LoadedScenario(ScenarioRequest("\(Cities.root)/Tests/Fixtures/tinytown.yaml"))
    let city = loaded.dataset.city
    var values = city.values
    values[path]?.beyond = .index(indicator)
    let changed = City(
      name: city.name, baseYear: city.baseYear, areas: city.areas, residents: city.residents,
      registered: city.registered, schedules: city.schedules, observations: city.observations,
      programmes: city.programmes, careOrder: city.careOrder, carePayers: city.carePayers, fundUses: city.fundUses,
      targets: city.targets, values: values, rates: city.rates)
    let scenario = loaded.scenario
    return try Plan(
      changed,
      Scenario(
        name: "indexed", title: nil, horizon: scenario.horizon, knownUntil: scenario.knownUntil, seed: 0,
        overrides: overrides))
  }

  @Test func minimumWageGrowsWithTheStandardItCaps() throws {
    // The line is the smaller of a multiple of the standard and the wage; the wage now moves as the standard does.
    let results = try plan("benefits.minimum_wage", following: "benefits.dibao.standard").run()
    let wage = { year in
      results.city("benefits.low_edge.line", year).flatMap { line in
        results.city("benefits.low_edge.share_of_minimum_wage", year).map { line / $0 }
      }
    }
    let standard = { year in results.city("benefits.dibao.standard", year) }
    // The last date the data give is 2025.
    for year in 2026...results.plan.years.upperBound {
      let before = try #require(wage(year - 1))
      let growth = try #require(standard(year)) / (try #require(standard(year - 1)))
      let now = try #require(wage(year))
      #expect(abs(now / (before * growth) - 1) < 1e-12, "\(year)")
    }
  }

  /// 2025 has the enacted amount by its days; after it the mean of a year grows as the standard of the year does.
  @Test func amountPaidByTheDayFollowsByTheYear() throws {
    let results = try Cities.tinytown().run()
    let amount = { results.city("benefits.destitute.standard", in: $0) }
    let standard = { results.city("benefits.dibao.standard_of_year", in: $0) }
    #expect(near(amount(2025), (22 * 2098 + 343 * 2255) / 365.0, 1e-12))
    for year in 2026...2035 {
      #expect(near(amount(year) / amount(year - 1), standard(year) / standard(year - 1), 1e-12))
    }
  }

  /// A factor acts on the amount as the layer below carries it on, in its years and no others.
  @Test func aFactorActsOnWhatIsCarriedOn() throws {
    let city = try Cities.tinytown()
    let path = "benefits.destitute.living"
    let plain = try city.run()
    func amount(_ results: Results, _ year: Year) -> Double {
      results.city("benefits.destitute.standard", in: year)
    }
    let raised = try city.run([(path, .multiply(by: 1.1, from: 2028, to: 2030))])
    let again = try city.run([
      (path, .multiply(by: 1.1, from: 2028, to: 2030)), (path, .add(100, from: 2029, to: 2029)),
    ])
    for year in 2020...2035 {
      let factor = (2028...2030).contains(year) ? 1.1 : 1
      #expect(near(amount(raised, year), amount(plain, year) * factor, 1e-12), "\(year)")
      let more = year == 2029 ? 100.0 : 0
      #expect(near(amount(again, year), amount(plain, year) * factor + more, 1e-12), "\(year)")
    }
    // Nothing is given from 2031 on, and a new level forgets the factor below it.
    let ended = try city.run([(path, .multiply(by: 0, from: 2031, to: nil))])
    #expect(near(amount(ended, 2030), amount(plain, 2030), 1e-12) && amount(ended, 2033) == 0)
    let level = try city.run([
      (path, .multiply(by: 1.1, from: 2028, to: nil)),
      (path, .points([.init(from: Day(firstOf: 2030), value: 3000)])),
    ])
    let standard = { level.city("benefits.dibao.standard_of_year", in: $0) }
    #expect(near(amount(level, 2029), amount(plain, 2029) * 1.1, 1e-12))
    #expect(near(amount(level, 2030), 3000, 1e-12))
    #expect(near(amount(level, 2032), 3000 * standard(2032) / standard(2030), 1e-12))
    // Before the last date a factor acts as on any other parameter, and does not leak beyond its years.
    let early = try city.run([(path, .multiply(by: 2, from: 2024, to: 2024))])
    for year in 2020...2035 {
      #expect(near(amount(early, year), amount(plain, year) * (year == 2024 ? 2 : 1), 1e-12), "\(year)")
    }
  }

  @Test func indicatorThatWouldFollowItselfIsReported() {
    #expect(throws: ResolutionError.self) {
      try plan("benefits.minimum_wage", following: "benefits.low_edge.line")
    }
  }

  @Test func parameterOfTheCohortStepCannotFollowAnIndicator() {
    let error = ResolutionError.indexOutsideFormulas(path: "demography.fertility.tfr", index: "population.total")
    #expect(throws: error) { try plan("demography.fertility.tfr", following: "population.total") }
  }
}
