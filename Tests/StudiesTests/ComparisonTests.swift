import Domain
import Formulas
import Foundation
import Inputs
import Simulation
import Studies
import Testing

struct ComparisonTests {
  /// The root of the repository.
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private func plan(_ name: String, draws: Int? = nil, seed: UInt64? = nil, _ changes: [String] = []) throws -> Plan {
    let file = ComparisonTests.root.appendingPathComponent(name).path
    let loaded = try LoadedScenario(ScenarioRequest(file, changes: changes, draws: draws, seed: seed))
    return try Plan(loaded.dataset.city, loaded.scenario)
  }

  private func results(_ plans: [Plan], keeping kept: [String], years: Set<Year>) async throws -> [Results] {
    let options = plans.map { plan in
      var options = EnsembleOptions(draws: plan.scenario.draws, threads: 2, kept: kept)
      options.keptYears = years
      return options
    }
    return try await Plan.run(plans, options)
  }

  private func compare(_ plans: [Plan], keeping kept: [String], years: Set<Year>) async throws -> Comparison {
    try Comparison(try await results(plans, keeping: kept, years: years))
  }

  /// What chance does to both scenarios cancels in the difference.
  @Test func pairedDifferencesAreMuchSurerThanUnpairedOnes() async throws {
    let plans = [
      try plan("scenarios/baseline.yaml", draws: 400), try plan("scenarios/nursing-push.yaml", draws: 400),
    ]
    let name = "care.workers.certified"
    let results = try await results(plans, keeping: [name, "care.beds.nursing"], years: [2030])
    let comparison = try Comparison(results)
    let city = comparison.base.areas.cityIndex
    let paired = try #require(
      PairedDifference.members(name, area: city, year: 2030, of: results[1], against: results[0]))
    let before = try #require(results[0].members(name, area: city, year: 2030))
    let after = try #require(results[1].members(name, area: city, year: 2030))
    let unpaired = (variance(before) + variance(after)).squareRoot()
    #expect(variance(paired).squareRoot() <= 0.25 * unpaired)
    // 700 more conversions in each of five years; the baseline's own pace is not known, and there may be less to convert.
    let beds = try #require(comparison.difference("care.beds.nursing", area: city, year: 2030, of: 0))
    #expect(abs(beds.central - 3500) < 1e-6)
    #expect(beds.larger ?? 0 > 0.75)
  }

  /// The standard error of what a reform costs: from the same worlds at most a quarter of that from other worlds.
  @Test func whatAReformCostsIsMuchSurerInTheSameWorlds() async throws {
    let plans = [
      try plan("scenarios/baseline.yaml", draws: 300), try plan("scenarios/nursing-push.yaml", draws: 300),
    ]
    let name = "fiscal.cost"
    let results = try await results(plans, keeping: [name], years: [2030])
    let city = results[0].areas.cityIndex
    let paired = try #require(
      PairedDifference.members(name, area: city, year: 2030, of: results[1], against: results[0]))
    let before = try #require(results[0].members(name, area: city, year: 2030))
    let after = try #require(results[1].members(name, area: city, year: 2030))
    #expect(paired.count == 300 && variance(paired) > 0)
    #expect((variance(paired) / (variance(before) + variance(after))).squareRoot() <= 0.25)
  }

  private func variance(_ numbers: [Double]) -> Double {
    let mean = numbers.reduce(0, +) / Double(numbers.count)
    return numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(numbers.count - 1)
  }

  @Test func aScenarioDoesNotDifferFromItself() async throws {
    let plans = [
      try plan("scenarios/baseline.yaml", draws: 20),
      try plan("scenarios/low-fertility.yaml", draws: 20, ["demography.fertility.tfr@2026=0.9"]),
    ]
    let comparison = try await compare(plans, keeping: ["care.beds.stock"], years: [2030])
    let city = comparison.base.areas.cityIndex
    let same = try #require(comparison.difference("care.beds.stock", area: city, year: 2030, of: 0))
    #expect(same.central == 0 && same.larger ?? 0 == 0 && same.smaller ?? 0 == 0)
    #expect(comparison.difference("population.births", area: city, year: 2020, of: 0) == nil)
  }

  /// What is kept of a scenario says what its results say.
  @Test func whatIsKeptIsWhatTheRunsSay() async throws {
    let plans = [
      try plan("scenarios/baseline.yaml", draws: 24, ["horizon.to=2028"]),
      try plan("scenarios/nursing-push.yaml", draws: 24, ["horizon.to=2028"]),
    ]
    let names = plans[0].model.published.map(\.name)
    let results = try await results(plans, keeping: names, years: [2026, 2028])
    let city = results[0].areas.cityIndex
    var comparison = Comparison(results[0], years: 2020...2028, areas: [city], shown: [2026, 2028])
    comparison.add(results[1])
    var (same, other) = (0, 0)
    for indicator in results[0].indicators {
      for year in [2026, 2028] {
        let found = comparison.entry(indicator.name, area: city, year: year, of: 0)
        let difference = PairedDifference(indicator.name, area: city, year: year, of: results[1], against: results[0])
        #expect(found?.difference == difference, "\(indicator.name)")
        #expect(found?.level == results[1].value(indicator.name, area: city, year: year), "\(indicator.name)")
        if difference?.isSome == true { other += 1 } else { same += 1 }
      }
    }
    #expect(same > 100 && other > 100)
    #expect(comparison.entry("care.beds.stock", area: 0, year: 2026, of: 0) == nil)
  }

  @Test func inputsThatDifferAreNamedWithTheirLines() async throws {
    let plans = [try plan("scenarios/baseline.yaml", draws: 0), try plan("scenarios/western-counties.yaml", draws: 0)]
    let comparison = try await compare(plans, keeping: [], years: [])
    let inputs = comparison.inputs(of: 0)
    #expect(
      Set(inputs.map(\.parameter.path)) == [
        "care.beds.build", "care.workers.training_intake", "care.family_beds.build",
      ])
    #expect(inputs.count == 9)
    let first = inputs[0]
    #expect(comparison.base.areas[first.area].label.zh == "桐庐县")
    #expect(first.points.first?.year == 2026 && first.points.first?.before == nil && first.points.first?.after == 200)
    #expect(first.isSteady && first.originBefore == nil)
    #expect(first.originAfter?.file.hasSuffix("western-counties.yaml") == true)
    #expect(!inputs.contains { $0.area == comparison.base.areas.cityIndex })
  }

  /// A factor on an amount that goes on with the standard has nothing to show but itself.
  @Test func factorsOnWhatFollowsAnIndicatorAreNamed() async throws {
    let base = try plan("scenarios/baseline.yaml", draws: 0)
    let origin = Origin(file: "test", line: 1, column: 1)
    let change = Override(
      path: "benefits.destitute.living", change: .multiply(by: 1.1, from: 2028, to: 2030), origin: origin)
    let scenario = base.scenario
    let reform = try Plan(
      base.city,
      Scenario(
        name: "reform", title: nil, horizon: scenario.horizon, knownUntil: scenario.knownUntil, seed: scenario.seed,
        overrides: [change]))
    for (plans, before, after) in [([base, reform], 1.0, 1.1), ([reform, base], 1.1, 1)] {
      let inputs = try await compare(plans, keeping: [], years: []).inputs(of: 0)
      #expect(inputs.map(\.parameter.path) == ["benefits.destitute.living.factor"])
      let points = try #require(inputs.first?.points)
      #expect(points.map(\.year) == [2028, 2029, 2030])
      #expect(points.allSatisfy { $0.before == before && $0.after == after })
    }
  }

  @Test func targetsGainedOneWayAreLostTheOther() async throws {
    let plans = [try plan("scenarios/baseline.yaml", draws: 0), try plan("scenarios/plan-2025.yaml", draws: 0)]
    let there = try await compare(plans, keeping: [], years: [])
    let back = try await compare(plans.reversed(), keeping: [], years: [])
    let gained = there.gained(by: 0).map(\.after.target.id)
    #expect(gained.contains("nursing_bed_share_pct"))
    #expect(there.lost(by: 0).isEmpty)
    #expect(back.lost(by: 0).map(\.after.target.id) == gained)
    // A path is an assumption: what rests on it is never gained.
    for change in there.gained(by: 0) { #expect(change.after.basis != .assumed) }
  }

  @Test func otherWorldsAreRefused() throws {
    let base = try plan("Tests/Fixtures/tinytown.yaml")
    let seed = try plan("Tests/Fixtures/tinytown.yaml", seed: 5)
    let draws = try plan("Tests/Fixtures/tinytown.yaml", draws: 5)
    let city = try plan("scenarios/baseline.yaml", draws: 0, seed: 0)
    let early = try plan("scenarios/low-fertility.yaml", draws: 0, ["horizon.to=2024"])
    let late = try plan("scenarios/baseline.yaml", draws: 0, ["horizon.from=2026"])
    #expect(throws: ComparisonError.nothingToCompare) { try Comparison.commonYears(of: [base]) }
    #expect(throws: ComparisonError.sameName("tinytown")) { try Comparison.commonYears(of: [base, base]) }
    #expect(throws: ComparisonError.differ(.seed, first: "tinytown", "0", second: "tinytown", "5")) {
      try Comparison.commonYears(of: [base, seed])
    }
    #expect(throws: ComparisonError.differ(.draws, first: "tinytown", "0", second: "tinytown", "5")) {
      try Comparison.commonYears(of: [base, draws])
    }
    #expect(throws: ComparisonError.self) { try Comparison.commonYears(of: [base, city]) }
    #expect(throws: ComparisonError.noCommonYears) { try Comparison.commonYears(of: [early, late]) }
  }
}
