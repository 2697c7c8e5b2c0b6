import Domain
import Formulas
import NumericCore
import Simulation
import Testing

/// A world is the same whatever else is drawn, asked or added.
struct SameWorldsTests {
  private static let moved = [
    "fiscal.wage_growth", "benefits.consumption_growth", "demography.fertility.tfr", "care.workers.exit_rate",
    "demography.mortality.k_deviation", "care.ability.onset_trend", "fund.lottery_sales",
  ]

  private func same(
    _ a: WorldSample, _ b: WorldSample, _ paths: [String] = moved, _ years: ClosedRange<Year> = 2020...2028
  ) {
    for path in paths {
      for year in years { #expect(a.values(path, year) == b.values(path, year), "\(path), \(year)") }
    }
  }

  @Test func aLongerHorizonChangesNoDraw() throws {
    let city = try UncertainTown.city()
    same(try WorldSample(city.plan(to: 2028)), try WorldSample(city.plan(to: 2040)))
  }

  @Test func switchingAProcessOffChangesNoOther() throws {
    let asked = [("wages", "consumption", 0.5), ("fertility", "wages", 0.4), ("mortality", "onset", 0.3)]
    let all = try WorldSample(UncertainTown.city(UncertainTown.coefficients, asked).plan())
    let groups = [
      "demography.fertility.", "demography.mortality.process.", "benefits.", "care.workers.", "fiscal.price_growth.",
    ]
    for group in groups {
      let others = UncertainTown.coefficients.filter { !$0.key.hasPrefix(group) }
      #expect(others.count < UncertainTown.coefficients.count)
      let some = try WorldSample(UncertainTown.city(others, asked).plan())
      same(all, some, SameWorldsTests.moved.filter { !$0.hasPrefix(group) && !isMortality($0, group) })
    }
  }

  private func isMortality(_ path: String, _ group: String) -> Bool {
    path.hasPrefix("demography.mortality") && group.hasPrefix("demography.mortality")
  }

  @Test func scenariosFaceTheSameWorlds() throws {
    let city = try UncertainTown.city()
    let reform = try city.plan([
      ("care.beds.convert", .points([Override.Point(from: Day(firstOf: 2024), value: 90)])),
      ("benefits.dibao.ratio", .add(0.05, from: 2024, to: nil)),
    ])
    same(try WorldSample(city.plan()), try WorldSample(reform))
    // A path moved by policy keeps the deviation about it.
    let shifted = try WorldSample(city.plan([("fiscal.wage_growth", .add(0.25, from: 2024, to: nil))]))
    let plain = try WorldSample(city.plan())
    for (a, b) in zip(plain.values("fiscal.wage_growth", 2026), shifted.values("fiscal.wage_growth", 2026)) {
      #expect(abs(b - a - 0.25) < 1e-15)
    }
  }

  @Test func anotherSeedIsAnotherWorld() throws {
    let city = try UncertainTown.city()
    let (one, two) = (try WorldSample(city.plan(seed: 1)), try WorldSample(city.plan(seed: 2)))
    for path in SameWorldsTests.moved { #expect(one.values(path, 2026) != two.values(path, 2026), "\(path)") }
  }

  @Test func membersAreDifferentWorlds() throws {
    let sample = try WorldSample(UncertainTown.city().plan(), members: 64)
    for path in SameWorldsTests.moved { #expect(Set(sample.values(path, 2026)).count == 64, "\(path)") }
  }

  /// What is drawn is told apart by the hash of its name.
  @Test func noTwoDrawsShareANumber() {
    let processes = Model.processes.map(\.name)
    let names =
      processes + processes.flatMap { ["\($0).opening", "\($0).yearly"] }
      + Model.parameters.map { "\($0.path).interval" }
    #expect(Set(names.map { stableHash(of: $0) }).count == names.count)
  }

  @Test(arguments: Cities.names) func noTwoDistrictsShareANumber(name: String) throws {
    let codes = try Cities.city(named: name).areas.districts.map(\.code)
    #expect(Set(codes.map { stableHash(of: $0) % 0xFFFF }).count == codes.count)
  }

  /// Only innovations go together: a correlation of a process without any would do nothing.
  @Test(arguments: Cities.names) func correlatedProcessesHaveInnovations(name: String) throws {
    let processes = Dictionary(uniqueKeysWithValues: Model.processes.map { ($0.name, $0) })
    for correlation in try Cities.city(named: name).correlations {
      for name in [correlation.first, correlation.second] {
        #expect(processes[name]?.coefficients.contains { $0.coefficient == .deviation } == true, "\(name)")
      }
    }
  }
}
