import Allocation
import Domain
import Fiscal
import Formulas
import Simulation
import Testing

/// A year's programme, worked by hand and turned about.
struct FundProblemTests {
  private let results: Results
  private let fund: Fund

  init() throws {
    results = try Cities.tinytown().run(to: 2024)
    fund = try #require(results.plan.allocation?.fund)
  }

  /// Uses: facilities, services, children, social work, charity. East, west, the city's own.
  private func year(
    _ money: [Double], _ needs: [[Double]], before: FundYear.Before? = nil, year: Year = 2023
  ) -> FundYear {
    FundYear(year: year, opening: [0, 0, 0], income: money, needs: needs, before: before)
  }

  private func best(_ start: FundYear) throws -> FundAllocation.Outcome {
    try fund.best(start, results.plan.parameters, areas: results.areas)
  }

  @Test func oneDistrictByHand() throws {
    #expect(fund.fundable.map(\.name).prefix(2) == ["eldercare_facilities", "eldercare_services"])
    let nothing = [0.0, 0, 0, 0, 0]
    // 100 000 yuan, of which 4 % stays: 96 000. Weights 1, 1, 1, .7, .6; quarters are worth 1, .75, .5, .3 of them.
    // Services need 40 000 and social work 200 000. First quarters: services 10 000 at 1, then at .75; social work
    // 50 000 at .7, at .525 the next. By value alone: services 20 000, social work 50 000, then social work at .525
    // before services at .5. But 55 % must be eldercare, and services need 40 000 in all: so at most
    // 40 000 / .55 = 72 727.27 is spent, 32 727.27 of it on social work.
    let outcome = try best(
      year([100_000, 0, 0], [[0, 40_000, 0, 200_000, 0], nothing, nothing]))
    #expect(outcome.fen(0, use: 1) == 4_000_000)
    #expect(outcome.fen(0, use: 3) == 3_272_727)
    #expect([0, 2, 4].allSatisfy { outcome.fen(0, use: $0) == 0 })
    // 10 000 × (1 + .75 + .5 + .3) + 32 727.27 × .7.
    #expect(near(outcome.solution.value, 25_500 + 40_000 / 0.55 * 0.45 * 0.7, 1e-7))
    #expect(near(outcome.kept(0), 100_000 - 72_727.27, 1e-9))
  }

  @Test func thePoorDistrictsMoneyCountsMore() throws {
    // The city may hand each district a tenth of its income; both need as much, the west counts 1.2 times.
    let needs = [100_000.0, 0, 0, 0, 0]
    let outcome = try best(year([50_000, 50_000, 40_000], [needs, needs, [1_000, 0, 0, 0, 0]]))
    #expect(outcome.received(1) == 500_000)
    #expect(outcome.received(0) == 500_000)
    let scarce = try best(year([50_000, 50_000, 6_000], [needs, needs, [1_000, 0, 0, 0, 0]]))
    // 5 760 yuan less the thousand the city needs. Each district has 48 000 and a quarter of its need is 25 000. The
    // west's second quarter is worth .9, so it gets 2 000 to fill it; the east's .75, 2 000; then the west's third is
    // worth .6 and the east's .5, so that the last 760 go west.
    #expect(scarce.received(1) == 276_000 && scarce.received(0) == 200_000)
  }

  @Test func aUseRisesAndFallsByAQuarterAtMost() throws {
    let needs = [60_000.0, 60_000, 60_000, 60_000, 60_000]
    let nothing = [0.0, 0, 0, 0, 0]
    let before = FundYear.Before(
      spent: [[40_000, 20_000, 10_000, 20_000, 6_000], nothing, nothing], needs: [needs, nothing, nothing],
      money: [100_000, 0, 0])
    let outcome = try best(year([100_000, 0, 0], [needs, nothing, nothing], before: before))
    for (use, was) in before.spent[0].enumerated() {
      let now = Double(outcome.fen(0, use: use)) / 100
      #expect(now >= was * 0.75 - 1 && now <= was * 1.25 + 1, "use \(use)")
    }
    // A need that ends takes its use along, and nothing clashes.
    let ended = try best(
      year([100_000, 0, 0], [[0, 60_000, 60_000, 60_000, 60_000], nothing, nothing], before: before))
    #expect(ended.fen(0, use: 0) == 0)
    // Half the money is shared out without a clash.
    let poor = try best(year([50_000, 0, 0], [needs, nothing, nothing], before: before))
    #expect(poor.spent(0) > 4_000_000)
  }

  private struct Draws: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  private func drawn(_ seed: UInt64) -> FundYear {
    var draws = Draws(state: seed)
    return year(
      (0..<3).map { _ in Double.random(in: 10_000...2_000_000, using: &draws) },
      (0..<3).map { _ in (0..<5).map { _ in Double.random(in: 0...800_000, using: &draws).rounded() } })
  }

  @Test func valueNeverRisesWithTheFloorAndNeverFallsWithMoney() throws {
    for seed in 1...25 as ClosedRange<UInt64> {
      let start = drawn(seed)
      var last = Double.infinity
      for floor in stride(from: 0.0, through: 0.9, by: 0.15) {
        let change = Override.Change.points([Override.Point(from: Day(firstOf: 2021), value: floor)])
        let plan = try Cities.tinytown().run(
          [("fund.eldercare_floor", change), ("fund.carry_over_limit", .standing(1))], to: 2023
        ).plan
        let best = try fund.best(start, plan.parameters, areas: plan.city.areas)
        guard best.gaveWay.isEmpty else {
          last = 0
          continue
        }
        let value = best.solution.value
        #expect(value <= last * (1 + 1e-9), "seed \(seed), floor \(floor)")
        last = value
      }
    }
  }

  @Test func moreMoneyNeverLowersTheValue() throws {
    for seed in 1...100 as ClosedRange<UInt64> {
      let start = drawn(seed)
      let value = try best(start).solution.value
      for account in 0..<3 {
        var more = start.income
        more[account] *= 1.1
        let richer = try best(
          FundYear(year: 2023, opening: start.opening, income: more, needs: start.needs, before: nil))
        #expect(richer.solution.value >= value * (1 - 1e-9), "seed \(seed), account \(account)")
      }
    }
  }
}
