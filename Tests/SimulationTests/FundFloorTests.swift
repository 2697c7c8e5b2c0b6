import Domain
import Fiscal
import Formulas
import Simulation
import Testing

/// The floor of eldercare where money or needs are not those of the decision.
struct FundFloorTests {
  @Test func everyWorldKeepsTheFloorAndFormulasSayWhatTheNumbersSay() async throws {
    let names = [Fund.Sum.spent, .eldercareShare].map(\.name)
    let city = try Cities.hangzhou()
    let plan = try city.plan()
    let fund = try #require(plan.model.budget?.fund)
    // Needs go their own ways, so that in some districts the shares decided would break the floor.
    let results = try await plan.run(
      EnsembleOptions(draws: 40, threads: 2, kept: names + Results.fundNames(fund)))
    var mended = 0
    for year in results.years.dropFirst() {
      let decision = try #require(try results.fundDecision(year, .central))
      #expect(decision.worlds.count == 40)
      for area in results.areas.districts.indices {
        let spent = try #require(results.members(names[0], area: area, year: year))
        let shares = try #require(results.members(names[1], area: area, year: year))
        for (world, start) in decision.worlds.enumerated() {
          #expect(shares[world] >= 0.55 - 1e-9, "area \(area), \(year), world \(world + 1)")
          let plain = decision.spent(in: start)[area].reduce(0, +)
          #expect(near(plain, spent[world], 1e-9), "area \(area), \(year), world \(world + 1)")
          let planned = decision.planned(in: start)[area]
          let eldercare = zip(planned, fund.fundable).reduce(0) { $0 + ($1.1.isEldercare ? $1.0 : 0) }
          if eldercare < 0.55 * planned.reduce(0, +) - 1 { mended += 1 }
        }
      }
    }
    #expect(mended > 100)
  }
}
