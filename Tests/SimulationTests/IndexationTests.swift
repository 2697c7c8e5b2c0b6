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
      programmes: city.programmes, fundUses: city.fundUses, targets: city.targets, values: values, rates: city.rates)
    let scenario = loaded.plan.scenario
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
