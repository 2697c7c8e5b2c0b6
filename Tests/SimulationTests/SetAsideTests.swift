import Domain
import Formulas
import Simulation
import Testing

/// Worlds in which the engine fails: left out with number and reason, and an error beyond one in a thousand.
struct SetAsideTests {
  /// The invented city with a level of mortality so open that published deaths rule out a few worlds.
  private func plan(deviation: Double, name: String = "open", more: [Override] = []) throws -> Plan {
    let point = Override.Point(
      from: Day(firstOf: 2021), value: 0,
      interval: Interval(probability: 0.6827, low: -deviation, high: deviation))
    let origin = Origin(file: "test", line: 1, column: 1)
    let open = Override(path: "demography.mortality.k", change: .points([point]), origin: origin)
    return try Plan(
      try Cities.tinytown(),
      Scenario(
        name: name, title: nil, horizon: 2020...2022, knownUntil: nil, seed: 7, overrides: [open] + more))
  }

  private let kept = ["population.deaths", "population.aged_60_plus"]
  /// Of the draws below, in which a few worlds in ten thousand cannot be.
  private let deviation = 30.0

  @Test func aWorldThatFailsCountsInNoStatistics() async throws {
    let draws = 4000
    let results = try await plan(deviation: deviation).run(EnsembleOptions(draws: draws, threads: 2, kept: kept))
    let ensemble = try #require(results.ensemble)
    #expect((1...4).contains(ensemble.setAside.count))
    #expect(ensemble.counted == draws - ensemble.setAside.count && ensemble.draws == draws)
    #expect(results.worlds.count == ensemble.counted && results.worlds.last == draws)
    #expect(Set(results.worlds).isDisjoint(with: ensemble.setAside.map(\.world)))
    for world in ensemble.setAside {
      guard case .books(.implausibleDeaths(let year, _, _)) = world.reason else {
        Issue.record("world \(world.world): \(world.reason)")
        continue
      }
      #expect((1...draws).contains(world.world) && (2021...2022).contains(year) && world.scenario == "open")
    }
    let members = try #require(results.members("population.aged_60_plus", area: results.areas.cityIndex, year: 2022))
    #expect(members.count == ensemble.counted && members.allSatisfy(\.isFinite))
    let again = try await plan(deviation: deviation).run(EnsembleOptions(draws: draws, threads: 1, kept: kept))
    #expect(again.ensemble?.setAside == ensemble.setAside)
    #expect(again.statisticsBits == results.statisticsBits && again.memberBits(kept) == results.memberBits(kept))
    #expect(again.meanPopulationBits == results.meanPopulationBits)
  }

  @Test func theOthersAreAsTheyWouldBeWithoutIt() async throws {
    let all = try await plan(deviation: deviation).run(EnsembleOptions(draws: 4000, threads: 2, kept: kept))
    let first = try #require(all.ensemble?.setAside.first)
    // The worlds before the first that fails are the first of both.
    let before = try await plan(deviation: deviation).run(EnsembleOptions(draws: first.world - 1, kept: kept))
    #expect(before.ensemble?.setAside.isEmpty == true)
    #expect(before.memberBits(kept) == all.memberBits(kept, first: first.world - 1))
  }

  @Test func comparedScenariosLeaveOutTheSameWorlds() async throws {
    let certain = try Plan(
      try Cities.tinytown(),
      Scenario(name: "certain", title: nil, horizon: 2020...2022, knownUntil: nil, seed: 7, overrides: []))
    let options = EnsembleOptions(draws: 4000, threads: 2, kept: kept)
    let results = try await Plan.run([certain, try plan(deviation: deviation)], [options, options])
    let aside = try #require(results[1].ensemble?.setAside)
    #expect(!aside.isEmpty && results[0].ensemble?.setAside == aside && aside.allSatisfy { $0.scenario == "open" })
    let alone = try await plan(deviation: deviation).run(options)
    #expect(alone.ensemble?.setAside == aside)
    #expect(alone.memberBits(kept) == results[1].memberBits(kept))
  }

  /// However many fail in one chunk.
  @Test(arguments: [50, 80, 100]) func moreThanOneInAThousandIsAnError(deviation: Double) async throws {
    let error = await #expect(throws: RunError.self) {
      try await plan(deviation: deviation).run(EnsembleOptions(draws: 2000, threads: 2))
    }
    guard case .tooManySetAside(let count, let first)? = error else {
      Issue.record("found \(String(describing: error))")
      return
    }
    #expect(count > 2 && (1...2000).contains(first.world))
  }
}
