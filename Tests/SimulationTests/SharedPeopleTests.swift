import Domain
import Formulas
import Simulation
import Testing

/// Scenarios run together give what they give alone.
struct SharedPeopleTests {
  private static let kept = ["population.total", "care.workers.certified", "care.beds.nursing", "care.people.disabled"]
  private static let policy: [(path: String, change: Override.Change)] = [
    ("care.beds.convert", .multiply(by: 2, from: 2023, to: nil)),
    ("care.workers.exit_rate", .add(-0.02, from: 2023, to: nil)),
  ]

  @Test func aRunTogetherIsTheRunAloneToTheBit() async throws {
    let city = try UncertainTown.city()
    let plans = [
      try city.plan(), try city.plan(SharedPeopleTests.policy),
      try city.plan([("demography.fertility.tfr", .multiply(by: 0.8, from: 2023, to: nil))]), try city.plan(to: 2026),
    ]
    let options = EnsembleOptions(draws: 70, threads: 2, kept: SharedPeopleTests.kept)
    let together = try await Plan.run(plans, plans.map { _ in options })
    for (plan, found) in zip(plans, together) {
      let alone = try await plan.run(options)
      #expect(found.statisticsBits == alone.statisticsBits)
      #expect(found.meanPopulationBits == alone.meanPopulationBits)
      #expect(found.memberBits(SharedPeopleTests.kept) == alone.memberBits(SharedPeopleTests.kept))
      #expect(found.centralBits == alone.centralBits)
    }
  }

  @Test func onlyWhatMovesPeopleKeepsScenariosApart() throws {
    let city = try UncertainTown.city()
    let plain = try city.plan()
    func shares(_ path: String, _ change: Override.Change = .multiply(by: 1.1, from: 2023, to: nil)) throws -> Bool {
      try plain.hasSamePeople(as: city.plan([(path, change)]))
    }
    for path in ["care.beds.convert", "care.workers.exit_rate", "benefits.dibao.ratio", "fiscal.wage_growth"] {
      #expect(try shares(path), "\(path)")
    }
    for path in [
      "demography.fertility.tfr", "demography.migration.net", "care.ability.onset_trend",
      "demography.mortality.process.deviation", "care.ability.onset.process.deviation",
    ] {
      #expect(try !shares(path), "\(path)")
    }
    #expect(try plain.hasSamePeople(as: city.plan()))
    #expect(try !plain.hasSamePeople(as: city.plan(seed: 2)))
    #expect(try !plain.hasSamePeople(as: city.plan(to: 2030)))
  }

  @Test func otherDataOfTheSameCityHasItsOwnPeople() async throws {
    let city = try UncertainTown.city()
    let older = city.with(
      residents: city.residents.map { table in
        var table = table
        table[Age(70), .female] += 1000
        return table
      })
    let options = EnsembleOptions(draws: 16, threads: 1, kept: SharedPeopleTests.kept)
    let together = try await Plan.run([try city.plan(), try older.plan()], [options, options])
    let alone = try await older.plan().run(options)
    #expect(together[1].memberBits(SharedPeopleTests.kept) == alone.memberBits(SharedPeopleTests.kept))
    #expect(together[1].memberBits(SharedPeopleTests.kept) != together[0].memberBits(SharedPeopleTests.kept))
    var values = city.values
    values["demography.migration.process.deviation"] = UncertainTown.plain(900)
    #expect(try !city.plan().hasSamePeople(as: city.with(values: values).plan()))
  }
}
