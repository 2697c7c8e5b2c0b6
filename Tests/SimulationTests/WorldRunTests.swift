import Domain
import Formulas
import Simulation
import Testing

struct WorldRunTests {
  /// World i alone has the bits of member i, in a block and at its end, of what chance moves and of what it does not.
  @Test func aWorldAloneIsTheMemberOfItsNumber() async throws {
    let plan = try UncertainTown.city().plan(to: 2026)
    let names = [
      "population.total", "benefits.dibao.recipients", "care.workers.shortage", "fiscal.public_cost",
      "fiscal.price_index",
      "care.beds.demand",
    ]
    let outcomes = names.flatMap { name in
      [0, plan.city.areas.cityIndex].map { Outcome(name, area: $0, year: $0 == 0 ? 2024 : 2026) }
    }
    let members = try await plan.run(EnsembleOptions(draws: 20, kept: names))
    let run = try WorldRun(plan, outcomes)
    for world in [1, 2, 8, 9, 16, 20] {
      let found = try run.values(inWorld: world)
      for (value, outcome) in zip(found, outcomes) {
        let all = members.members(outcome.indicator, area: outcome.area, year: outcome.year)
        let expected =
          all?[world - 1] ?? members.value(outcome.indicator, area: outcome.area, year: outcome.year)
        #expect(value.bitPattern == expected?.bitPattern, "\(world) \(outcome)")
      }
    }
    #expect(try run.values(inWorld: 1) != run.values(inWorld: 2))
  }

  @Test func aWorldOfTheRealCityKeepsWhatWasPublished() async throws {
    let plan = try Cities.hangzhou().plan(to: 2027)
    let outcome = Outcome("fiscal.public_cost", area: plan.city.areas.cityIndex, year: 2027)
    let members = try await plan.run(EnsembleOptions(draws: 12, kept: [outcome.indicator]))
    let all = try #require(members.members(outcome.indicator, area: outcome.area, year: outcome.year))
    let run = try WorldRun(plan, [outcome])
    for world in [3, 11] { #expect(try run.values(inWorld: world)[0].bitPattern == all[world - 1].bitPattern) }
    // How another scenario on the same data solves changes no bit.
    let change = ("care.beds.build", Override.Change.points([Override.Point(from: Day(firstOf: 2026), value: 500)]))
    let other = try Cities.hangzhou().plan([change], to: 2027)
    let (alone, beside) = (try WorldRun(other, [outcome]), try WorldRun(other, [outcome], beside: run))
    #expect(try alone.values(inWorld: 5).map(\.bitPattern) == beside.values(inWorld: 5).map(\.bitPattern))
  }
}
