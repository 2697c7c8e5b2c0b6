import Domain
import Formulas
import Simulation
import Testing

struct LimitedTests {
  /// Values by lot, some of indicators that read the fund, some that read no people.
  private func outcomes(_ results: Results, _ count: Int, seed: UInt64) -> [Outcome] {
    var state = seed
    func pick(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let years = Array(results.years)
    return (0..<count).map { _ in
      Outcome(
        results.indicators[pick(results.indicators.count)].name, area: pick(results.areas.count),
        year: years[pick(years.count)])
    }
  }

  @Test(arguments: Cities.names)
  func aRunForSomeValuesGivesThemToTheBit(name: String) throws {
    let plan = try Cities.city(named: name).plan(to: 2032)
    let whole = try plan.run()
    for seed in 1...12 as ClosedRange<UInt64> {
      let outcomes = outcomes(whole, 1 + Int(seed) % 4, seed: seed)
      let limited = try plan.limited(to: outcomes).run()
      for outcome in outcomes {
        let (found, expected) = (
          limited.value(outcome.indicator, area: outcome.area, year: outcome.year),
          whole.value(outcome.indicator, area: outcome.area, year: outcome.year)
        )
        #expect(found?.bitPattern == expected?.bitPattern, "\(outcome)")
      }
    }
  }

  @Test func eachIndicatorAloneIsWhatItIsAmongAll() throws {
    let plan = try Cities.tinytown().plan(to: 2027)
    let whole = try plan.run()
    for indicator in whole.indicators {
      let outcomes = whole.areas.all.indices.map { Outcome(indicator.name, area: $0, year: 2027) }
      let limited = try plan.limited(to: outcomes).run()
      for outcome in outcomes {
        let same = limited.value(indicator.name, area: outcome.area, year: 2027)?.bitPattern
        #expect(same == whole.value(indicator.name, area: outcome.area, year: 2027)?.bitPattern, "\(indicator.name)")
      }
    }
  }

  @Test func worldsAreTheSameToo() async throws {
    let plan = try UncertainTown.city().plan()
    let options = EnsembleOptions(draws: 100)
    let whole = try await plan.run(options)
    for name in [
      "benefits.dibao.recipients", "care.workers.shortage", "fiscal.public_cost", "population.total",
      "fiscal.price_index",
    ] {
      let outcome = Outcome(name, area: whole.areas.cityIndex, year: 2026)
      let limited = try await plan.limited(to: [outcome]).run(options)
      let (found, expected) = (
        limited.statistics(name, area: outcome.area, year: 2026), whole.statistics(name, area: outcome.area, year: 2026)
      )
      #expect(found?.mean == expected?.mean && found?.quantiles == expected?.quantiles, "\(name)")
      #expect(expected != nil)
    }
  }
}
