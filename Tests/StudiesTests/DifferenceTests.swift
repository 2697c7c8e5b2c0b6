import Domain
import Formulas
import Foundation
import Inputs
import Reports
import Simulation
import Studies
import Testing

struct DifferenceTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private func loaded(_ name: String, _ changes: [String] = []) throws -> LoadedScenario {
    let file = DifferenceTests.root.appendingPathComponent("scenarios/\(name).yaml").path
    return try LoadedScenario(ScenarioRequest(file, changes: changes, draws: 16))
  }

  /// The plans of two scenarios, each made for the other's changes as well.
  private func plans(_ first: LoadedScenario, _ second: LoadedScenario) throws -> (Plan, Plan) {
    (try Plan(first, or: second.scenario.overrides), try Plan(second, or: first.scenario.overrides))
  }

  private func difference(
    _ outcome: Outcome, _ first: LoadedScenario, _ second: LoadedScenario, draws: Int = 0, threads: Int = 1
  ) async throws -> Difference {
    let (one, other) = try plans(first, second)
    let run = try CutRun([outcome.indicator], area: outcome.area, year: outcome.year, from: one, to: other)
    return try #require(await Difference.all(of: run, draws: draws, threads: threads)[0])
  }

  private func expectWhole(_ difference: Difference, _ comment: Comment) {
    let change = difference.end - difference.start
    let size = max(abs(difference.start), abs(difference.end), difference.parts.reduce(0) { $0 + abs($1.exact) })
    #expect(abs(difference.parts.reduce(0) { $0 + $1.exact } - change) <= 1e-9 * size, comment)
    #expect(abs(difference.parts.reduce(0) { $0 + $1.ordered } - change) <= 1e-9 * size, comment)
  }

  private static let pairs = [
    ("baseline", "austerity"), ("baseline", "plan-2025"), ("low-fertility", "fast-ageing"),
    ("dibao-ratio-up", "nursing-push"), ("western-counties", "workforce-crunch"),
  ]

  /// Both ends are the runs' own numbers, the parts add up, and turned round they change their signs.
  @Test(arguments: pairs)
  func partsOfTwoScenariosAddUpAndTurnRound(first: String, second: String) async throws {
    let (one, other) = (try loaded(first), try loaded(second))
    let runs = [try Plan(one).run(), try Plan(other).run()]
    let areas = runs[0].areas
    for name in ["fiscal.fiscal_cost", "care.workers.shortage", "benefits.dibao.recipients", "care.beds.nursing_share"]
    {
      for area in [areas.cityIndex, 3] {
        let outcome = Outcome(name, area: area, year: 2030)
        let there = try await difference(outcome, one, other)
        let back = try await difference(outcome, other, one)
        #expect(there.start == runs[0].value(name, area: area, year: 2030), "\(name)")
        #expect(there.end == runs[1].value(name, area: area, year: 2030), "\(name)")
        expectWhole(there, "\(name), \(first), \(second)")
        #expect(there.parts.map(\.group) == back.parts.map(\.group))
        for (part, turned) in zip(there.parts, back.parts) {
          #expect(abs(part.exact + turned.exact) <= 1e-9 * max(abs(there.start), abs(there.end)), "\(name)")
        }
      }
    }
  }

  @Test func partsOfTwoYearsAddUp() async throws {
    let scenario = try loaded("baseline")
    let plan = try Plan(scenario)
    let run = try plan.run()
    for (name, from, to) in [
      ("fiscal.fiscal_cost", 2025, 2030), ("benefits.dibao.recipients", 2021, 2035),
      ("care.people.disabled", 2030, 2026),
      ("care.workers.certified", 2020, 2030),
    ] where run.city(name, to) != nil {
      let cut = try CutRun([name], area: run.areas.cityIndex, plan, from: from, to: to)
      let difference = try #require(await Difference.all(of: cut, draws: 0, threads: 2)[0])
      #expect(difference.start == run.city(name, from) && difference.end == run.city(name, to), "\(name)")
      expectWhole(difference, "\(name)")
    }
  }

  /// A change of one kind has its part alone, but for what it left behind in the years before.
  @Test(arguments: [
    ("benefits.dibao.ratio@2027=35%", ChangeGroup.standards, "benefits.dibao.payment"),
    ("care.beds.build@2027=5000 张", .capacity, "care.beds.stock"),
    ("care.home.takeup_severe@2027=60%", .use, "care.workers.needed"),
    ("care.ability.onset_trend@2026=3%", .ability, "care.people.disabled"),
    ("fiscal.home_help.unit_cost@2027=60 元/小时", .unitCosts, "fiscal.household_cost"),
  ])
  func aChangeOfOneKindIsItsPart(change: String, group: ChangeGroup, name: String) async throws {
    let (one, other) = (try loaded("baseline"), try loaded("baseline", [change]))
    let city = one.dataset.city.areas.cityIndex
    let found = try await difference(Outcome(name, area: city, year: 2027), one, other)
    #expect(found.end != found.start, "\(name)")
    let own = try #require(found.parts.first { $0.group == group }, "\(found.parts.map(\.group))")
    #expect(abs(own.exact - (found.end - found.start)) <= 1e-3 * abs(found.end - found.start), "\(found.parts)")
  }

  /// For numbers that are sums of districts, so are the parts.
  @Test func partsOfDistrictsAddUpToTheCitys() async throws {
    let (one, other) = (try loaded("baseline"), try loaded("nursing-push"))
    let areas = one.dataset.city.areas
    func parts(_ area: Int) async throws -> [ChangeGroup: Double] {
      let found = try await difference(Outcome("fiscal.cost", area: area, year: 2030), one, other)
      return Dictionary(uniqueKeysWithValues: found.parts.map { ($0.group, $0.exact) })
    }
    let city = try await parts(areas.cityIndex)
    var sums: [ChangeGroup: Double] = [:]
    for district in areas.districts.indices { sums.merge(try await parts(district), uniquingKeysWith: +) }
    for (group, part) in city { #expect(abs((sums[group] ?? 0) - part) <= 1e-9 * 5e9, "\(group)") }
  }

  /// The same worlds stand on both sides: the parts' intervals hold the same members whatever the threads.
  @Test func worldsGiveIntervalsWhateverTheThreads() async throws {
    let (one, other) = (try loaded("baseline"), try loaded("austerity"))
    let outcome = Outcome("fiscal.fiscal_cost", area: one.dataset.city.areas.cityIndex, year: 2030)
    let first = try await difference(outcome, one, other, draws: 16, threads: 1)
    let second = try await difference(outcome, one, other, draws: 16, threads: 3)
    #expect(first.worlds == 16 && second.worlds == 16)
    for (part, same) in zip(first.parts, second.parts) {
      #expect(part.exact == same.exact && part.ordered == same.ordered && part.interval == same.interval)
      #expect(part.interval != nil)
    }
    let (runs, members) = (try await worlds(one, outcome), try await worlds(other, outcome))
    let ends = zip(members, runs).map { $0 - $1 }.sorted()
    let interval = try #require(first.interval)
    #expect(ends[0] <= interval.lowerBound && interval.upperBound <= ends[15])
    #expect(ends.filter(interval.contains).count == 12)
  }

  private func worlds(_ loaded: LoadedScenario, _ outcome: Outcome) async throws -> [Double] {
    let results = try await Plan(loaded).run(EnsembleOptions(draws: 16, kept: [outcome.indicator]))
    return try #require(results.members(outcome.indicator, area: outcome.area, year: outcome.year))
  }

  /// A path begins as one that the list of groups knows.
  @Test func everyParameterAndIndicatorHasAGroup() throws {
    let model = try loaded("baseline").dataset.city.model
    for parameter in model.parameters { #expect(ChangeGroup.knows(parameter.path), "\(parameter.path)") }
    for indicator in model.indicators { #expect(ChangeGroup.knows(indicator.name), "\(indicator.name)") }
  }
}
