import Domain
import Formulas
import Simulation
import Testing

/// Results of an ensemble depend on the question alone: not on threads, on memory, or on how many are asked.
struct EnsembleTests {
  private static let kept = [
    "population.total", "population.aged_60_plus", "population.registered_60_plus", "care.people.disabled",
    "care.beds.shortage", "care.workers.certified", "benefits.dibao.standard", "fiscal.wage_index", "fund.sales",
  ]

  private func run(
    _ draws: Int, threads: Int = 1, sink: (any MemberSink)? = nil, memory: Int? = nil, to: Year = 2026,
    kept: [String] = EnsembleTests.kept
  ) async throws -> Results {
    var options = EnsembleOptions(draws: draws, threads: threads, sink: sink, kept: kept)
    if let memory { options.memory = memory }
    return try await UncertainTown.city().plan(to: to).run(options)
  }

  private func expectSame(_ a: Results, _ b: Results, _ comment: Comment) {
    #expect(a.statisticsBits == b.statisticsBits, comment)
    #expect(a.meanPopulationBits == b.meanPopulationBits, comment)
    #expect(a.memberBits(EnsembleTests.kept) == b.memberBits(EnsembleTests.kept), comment)
    #expect(a.centralBits == b.centralBits, comment)
  }

  @Test func threadsChangeNoBit() async throws {
    let one = try await run(200)
    #expect(one.statisticsBits.contains { $0 != nil })
    for threads in [2, 3, 8] { expectSame(try await run(200, threads: threads), one, "\(threads) threads") }
  }

  @Test func aMemberIsTheSameInEveryEnsemble() async throws {
    let large = try await run(130, threads: 2)
    for draws in [3, 8, 9, 64, 65] {
      let small = try await run(draws)
      let found = small.memberBits(EnsembleTests.kept)
      #expect(found == large.memberBits(EnsembleTests.kept, first: draws), "\(draws) draws")
      #expect(small.members("care.people.disabled", area: 0, year: 2026)?.count == draws)
    }
    let members = try #require(large.members("care.people.disabled", area: large.areas.cityIndex, year: 2026))
    #expect(Set(members).count == 130)
  }

  /// Few members are kept as they come, many without what the first worlds show to be constant or the same.
  @Test func whatIsKeptOnceIsWholeInEveryMember() async throws {
    let names = try UncertainTown.city().plan(to: 2026).model.indicators.filter(\.isPublished).map(\.name)
    let asTheyCome = try await run(64, kept: names)
    let once = try await run(200, kept: names)
    let spilled = try await run(200, sink: MemorySink(), memory: 0, kept: names)
    #expect(once.memberBits(names, first: 64) == asTheyCome.memberBits(names))
    #expect(spilled.memberBits(names) == once.memberBits(names))
    #expect(spilled.statisticsBits == once.statisticsBits)
  }

  @Test func membersOutOfMemoryAreTheSame() async throws {
    let inside = try await run(150)
    for threads in [1, 3] {
      let sink = MemorySink()
      expectSame(try await run(150, threads: threads, sink: sink, memory: 0), inside, "\(threads) threads")
      #expect(sink.written > 150 * 100 && sink.readings > 0)
    }
    let unused = MemorySink()
    expectSame(try await run(150, sink: unused), inside, "a sink that is not needed")
    #expect(unused.written == 0)
  }

  /// More than fit into memory are counted into sketches: quantiles lie within the rank error that the results state,
  /// and what is kept of every member is exact.
  @Test func membersBeyondMemoryAreCounted() async throws {
    // More than the first part of a sketch, which is as large as memory allows, 16,384 at most.
    let draws = 18_000
    let exact = try await run(draws, threads: 2, to: 2022)
    var options = EnsembleOptions(draws: draws, threads: 1, kept: ["population.total"])
    (options.exactUpTo, options.memory) = (1000, 0)
    let plan = try UncertainTown.city().plan(to: 2022)
    let counted = try await plan.run(options)
    options.threads = 3
    #expect(try await plan.run(options).statisticsBits == counted.statisticsBits)
    let error = try #require(counted.ensemble?.rankError)
    #expect(exact.ensemble?.rankError == nil && error > 0 && error < 0.01, "\(error)")
    let city = exact.areas.cityIndex
    for name in EnsembleTests.kept {
      for year in 2021...2022 {
        guard let all = exact.members(name, area: city, year: year)?.sorted(),
          let found = counted.statistics(
            name, area: city, year: year)
        else { continue }
        #expect(near(found.mean, all.reduce(0, +) / Double(draws), 1e-12))
        for (quantile, probability) in zip(found.quantiles, Statistics.probabilities) {
          let below = Double(all.count { $0 < quantile }) / Double(draws)
          let atOrBelow = Double(all.count { $0 <= quantile }) / Double(draws)
          let off = max(below - probability, probability - atOrBelow)
          #expect(off <= error + 1 / Double(draws), "\(name), \(year), \(probability): \(off)")
        }
      }
      #expect(
        counted.statistics("population.total", area: city, year: 2022)
          == exact.statistics("population.total", area: city, year: 2022))
    }
  }

  @Test func membersThatAreLostAreAnError() async throws {
    await #expect(throws: RunError.store) { try await run(70, sink: BrokenSink(), memory: 0) }
  }

  @Test func theCentralMemberDoesNotFeelTheOthers() async throws {
    let alone = try UncertainTown.city().plan(to: 2026).run()
    #expect(try await run(9).centralBits == alone.centralBits)
    let certain = try Cities.tinytown().plan(to: 2026).run()
    #expect(alone.centralBits == certain.centralBits)
  }

  @Test func withoutDrawsThereAreNoStatistics() async throws {
    let results = try await run(0)
    #expect(results.draws == 0 && results.ensemble == nil)
    #expect(results.statisticsBits.allSatisfy { $0 == nil })
    #expect(results.meanPopulationBits.allSatisfy { $0 == nil })
    #expect(results.members("population.total", area: 0, year: 2026) == nil)
    #expect(results.judgements.allSatisfy { $0.chance == nil })
  }

  @Test func oneDrawIsAllItsStatistics() async throws {
    let results = try await run(1)
    for name in EnsembleTests.kept {
      for year in results.years {
        let found = results.statistics(name, area: results.areas.cityIndex, year: year)
        guard let member = results.members(name, area: results.areas.cityIndex, year: year)?.first else {
          #expect(found == nil)
          continue
        }
        #expect(found?.mean == member && found?.quantiles.allSatisfy { $0 == member } == true, "\(name), \(year)")
      }
    }
  }

  @Test func quantilesAreThoseOfTheMembers() async throws {
    let results = try await run(41)
    for name in EnsembleTests.kept {
      let city = results.areas.cityIndex
      let members = try #require(results.members(name, area: city, year: 2025)).sorted()
      let found = try #require(results.statistics(name, area: city, year: 2025))
      // With 41 members the quantiles of 2.5, 10, 25, 50 … per cent are members 2, 5, 11, 21 … of the sorted.
      for (quantile, place) in zip(found.quantiles, [1, 4, 10, 20, 30, 36, 39]) {
        #expect(near(quantile, members[place], 1e-12), "\(name)")
      }
      #expect(near(found.mean, members.reduce(0, +) / 41, 1e-12), "\(name)")
    }
  }

  @Test func policyFrom2030LeavesEveryMemberBefore() async throws {
    let city = try UncertainTown.city()
    let options = EnsembleOptions(draws: 70, threads: 2, kept: EnsembleTests.kept)
    let plain = try await city.plan(to: 2031).run(options)
    let changes: [(String, Override.Change)] = [
      ("care.beds.build", .add(500, from: 2030, to: nil)), ("benefits.dibao.ratio", .add(0.1, from: 2030, to: nil)),
      ("care.workers.training_intake", .multiply(by: 2, from: 2030, to: nil)),
      ("demography.fertility.tfr", .add(0.3, from: 2030, to: nil)),
    ]
    let reform = try await city.plan(changes.map { (path: $0.0, change: $0.1) }, to: 2031).run(options)
    let shown = zip(plain.cells, reform.cells)
    for (cell, other) in shown where cell.year < 2030 {
      let (a, b) = (statistics(plain, cell), statistics(reform, cell))
      #expect(a == b && cell.value?.bitPattern == other.value?.bitPattern, "\(cell.indicator.name), \(cell.year)")
    }
    for name in EnsembleTests.kept {
      for year in 2020..<2030 {
        #expect(plain.members(name, area: 0, year: year) == reform.members(name, area: 0, year: year))
      }
    }
    for name in ["benefits.dibao.standard", "care.workers.certified", "population.total"] {
      #expect(plain.members(name, area: 0, year: 2031) != reform.members(name, area: 0, year: 2031), "\(name)")
    }
  }

  private func statistics(_ results: Results, _ cell: Results.Cell) -> Statistics? {
    results.statistics(cell.indicator.name, area: cell.area, year: cell.year)
  }
}
