import Domain
import Formulas
import Simulation
import Targets
import Testing

struct JointChanceTests {
  private static let names = ["benefits.dibao.recipients", "population.total", "care.people.disabled"]

  private static func run() async throws -> Results {
    var options = EnsembleOptions(draws: 160)
    options.kept = names
    return try await UncertainTown.city().plan(to: 2030).run(options)
  }

  /// Met in about half of the worlds, alternately from below and from above.
  private static func targets(_ results: Results, _ comparators: [Target.Comparator]) throws -> [Target] {
    try zip(names, comparators).map { name, comparator in
      let statistics = try #require(results.statistics(name, area: results.areas.cityIndex, year: 2030))
      let indicator = try #require(results.indicators.first { $0.name == name })
      return Target(
        id: name, indicator: name, comparator: comparator, year: 2030, value: statistics.median, unit: indicator.unit,
        zone: Target.Zone(id: "z", label: "z"), label: indicator.label, precision: 0.5)
    }
  }

  @Test(arguments: [
    [Target.Comparator.atLeast, .atMost, .above], [.below, .below, .below], [.atMost, .atLeast, .atLeast],
  ])
  func itIsCountedInMembers(comparators: [Target.Comparator]) async throws {
    let results = try await JointChanceTests.run()
    let targets = try JointChanceTests.targets(results, comparators)
    let joint = try #require(results.jointChance(of: targets))
    let members = try JointChanceTests.names.map {
      try #require(results.members($0, area: results.areas.cityIndex, year: 2030))
    }
    func share(without left: Int? = nil) -> Double {
      let met = members[0].indices.count { world in
        targets.indices.allSatisfy { $0 == left || targets[$0].isMet(by: members[$0][world]) }
      }
      return Double(met) / Double(members[0].count)
    }
    #expect(joint.targets == targets)
    #expect(joint.chance == share())
    for place in targets.indices { #expect(joint.without[place] == share(without: place)) }
    #expect(joint.without.allSatisfy { $0 >= joint.chance })
    if let hardest = joint.hardest { #expect(hardest.chance == joint.without.max()) }
  }

  @Test func aTargetThatIsAlwaysMetCostsNothing() async throws {
    let results = try await JointChanceTests.run()
    let target = try JointChanceTests.targets(results, [.atLeast])[0]
    let easy = Target(
      id: "easy", indicator: "population.total", comparator: .atLeast, year: 2030, value: 0, unit: .persons,
      zone: target.zone, label: target.label, precision: 0.5)
    let joint = try #require(results.jointChance(of: [target, easy]))
    #expect(joint.chance == joint.without[1] && joint.without[0] == 1)
    #expect(joint.hardest?.target.id == target.id)
    #expect(results.jointChance(of: []) == nil)
  }
}
