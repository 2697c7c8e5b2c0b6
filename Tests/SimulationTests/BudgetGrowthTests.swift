import Domain
import Fiscal
import Formulas
import Simulation
import Testing

/// The four parts of a cost's growth.
struct BudgetGrowthTests {
  private let results: Results

  init() throws { results = try Cities.tinytown().run() }

  private func growth(_ name: String, in results: Results? = nil, to end: Year = 2030) throws -> BudgetGrowth {
    let results = results ?? self.results
    let line = try #require(results.plan.model.budget?.lines.first { $0.name == name })
    return try #require(results.growth(of: line, area: results.areas.cityIndex, from: 2023, to: end))
  }

  @Test func thePartsAddUpForEveryLineAndTheTotal() throws {
    let lines = try #require(results.plan.model.budget?.lines)
    let all = try lines.map {
      try #require(results.growth(of: $0, area: results.areas.cityIndex, from: 2023, to: 2030))
    }
    let total = try #require(results.budgetGrowth(area: results.areas.cityIndex, from: 2023, to: 2030))
    for growth in all + [total] {
      let parts = growth.volume + growth.mix + growth.price + growth.policy
      #expect(abs(parts - (growth.last - growth.first)) <= 1e-9 * max(growth.last, growth.first, 1))
    }
    #expect(near(total.last, results.city("fiscal.cost", 2030), 1e-12))
  }

  @Test func bedsBuiltAtTheSamePaceGrowByPricesAlone() throws {
    let growth = try growth("bed_construction")
    #expect(near(growth.price, growth.last - growth.first, 1e-9))
    #expect(abs(growth.volume) + abs(growth.mix) + abs(growth.policy) < 1e-6)
  }

  @Test func moreBedsAreVolume() throws {
    let more = try Cities.tinytown().run([
      ("care.beds.public_build", .points([Override.Point(from: Day(firstOf: 2026), value: 60)]))
    ])
    let growth = try growth("bed_construction", in: more)
    #expect(near(growth.volume, growth.first, 1e-9))
  }

  @Test func aHigherSubsidyIsPolicy() throws {
    let more = try Cities.tinytown().run([
      ("fiscal.bed_subsidy.unit_cost", .points([Override.Point(from: Day(firstOf: 2026), value: 8000)]))
    ])
    let growth = try growth("bed_subsidy", in: more)
    #expect(near(growth.policy, 70 * 3000, 1e-9))
    #expect(growth.price == 0)
  }

  @Test func olderResidentsAreMixAndVolume() throws {
    let growth = try growth("institution_running")
    #expect(growth.volume > 0 && growth.price > 0)
    #expect(abs(growth.mix) > 0)
  }

  /// A standard that follows no index is not cut by prices that rise.
  @Test func aStandardThatStaysIsNoPolicy() throws {
    let growth = try growth("disability_care")
    #expect(abs(growth.policy) + growth.price < 1e-6 * growth.first)
    let prices =
      try #require(results.city("fiscal.price_index", 2030)) / #require(results.city("fiscal.price_index", 2023))
    #expect(near(growth.lag, growth.last * (prices - 1), 1e-9))
  }

  @Test func districtsGrowByThemselves() throws {
    for area in results.areas.districts.indices {
      let total = try #require(results.budgetGrowth(area: area, from: 2023, to: 2030))
      #expect(
        abs(total.volume + total.mix + total.price + total.policy - (total.last - total.first)) <= 1e-9 * total.last)
      #expect(near(total.last, results.value("fiscal.cost", area: area, year: 2030), 1e-12))
    }
  }
}
