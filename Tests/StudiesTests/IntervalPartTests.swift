import Domain
import Formulas
import Foundation
import Inputs
import NumericCore
import Reports
import Simulation
import Studies
import Testing

struct IntervalPartTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private func plan(draws: Int, seed: UInt64, holdsInputs: Bool = false) throws -> Plan {
    let file = IntervalPartTests.root.appendingPathComponent("scenarios/baseline.yaml").path
    return try Plan(LoadedScenario(ScenarioRequest(file, draws: draws, seed: seed, holdsInputs: holdsInputs)))
  }

  private func order(of numbers: [Double]) -> [Int] { numbers.indices.sorted { numbers[$0] < numbers[$1] } }

  /// The numbers of causes put the worlds in the order in which the inputs they move do.
  @Test(arguments: [1, 20_210_602] as [UInt64])
  func numbersOfCausesAreWhatTheWorldsDrew(seed: UInt64) async throws {
    let draws = 40
    let plan = try plan(draws: draws, seed: seed)
    let results = try await plan.run(EnsembleOptions(draws: draws))
    let causes = try #require(WorldCauses(results)).until(2030)
    func column(_ origin: WorldCause.Origin) throws -> [Double] {
      try #require(causes.first { $0.origin == origin }).columns[0]
    }
    let worlds = try plan.worlds()
    let tables = stride(from: 1, through: draws, by: 8).map { worlds.parameters(firstMember: UInt64($0)) }
    func drawn(_ path: String, _ year: Year) throws -> [Double] {
      let parameter = try #require(plan.parameters.all.first { $0.parameter.path == path }).parameter
      return tables.flatMap { table in
        let value = table.value(parameter, in: plan.city.areas.cityIndex, year).vector
        return (0..<8).map { value[$0] }
      }
    }
    let alone = "care.staffing.community_users_per_worker"
    #expect(try order(of: column(.input(alone))) == order(of: drawn(alone, 2030)))
    // With others of its group: √r of what they share, √(1 − r) of its own.
    let shared = "care.ability.mortality_ratio_severe"
    let (group, own) = (try column(.group("ability_mortality")), try column(.input(shared)))
    let numbers = zip(group, own).map { 0.8.squareRoot() * $0 + 0.2.squareRoot() * $1 }
    #expect(try order(of: numbers) == order(of: drawn(shared, 2020)))
    // What wanders: this year's deviation.
    let wages = try #require(causes.first { $0.origin == .process("fiscal.wage_growth") })
    #expect(wages.isChance && wages.columns.count == 3)
    let fixed = try self.plan(draws: draws, seed: seed, holdsInputs: true)
    let growth = try fixed.worlds().parameters(firstMember: 1)
    let parameter = try #require(fixed.parameters.all.first { $0.parameter.path == "fiscal.wage_growth" }).parameter
    let value = growth.value(parameter, in: fixed.city.areas.cityIndex, 2030).vector
    let central = fixed.parameters.value(parameter, in: fixed.city.areas.cityIndex, 2030).first
    for lane in 0..<8 { #expect(abs(value[lane] - central - wages.columns[0][lane]) < 1e-12) }
  }

  @Test func withInputsHeldAllIsChance() async throws {
    let results = try await plan(draws: 500, seed: 3, holdsInputs: true).run(EnsembleOptions(draws: 500, threads: 2))
    let parts = IntervalPart.all(of: results)
    #expect(!parts.isEmpty)
    for part in parts {
      #expect(part.inputs.value == 0 && part.largest.isEmpty, "\(part.outcome.indicator)")
      #expect(part.chance.value > 0.5, "\(part.outcome.indicator) \(part.chance)")
    }
  }

  @Test func sharesAreOfOneWholeAndTooFewWorldsSayNothing() async throws {
    let plan = try plan(draws: 600, seed: 4)
    let results = try await plan.run(EnsembleOptions(draws: 600, threads: 2))
    let parts = IntervalPart.all(of: results)
    #expect(parts.count == plan.headlines.count)
    for part in parts {
      let sum = part.largest.reduce(0) { $0 + $1.share.value }
      #expect(sum <= part.inputs.value + 0.1 && part.inputs.value + part.chance.value <= 1.1, "\(part.outcome)")
      #expect(part.largest.count <= 5 && part.largest.allSatisfy { $0.share.value >= 0.03 })
      #expect(part.low <= part.byChance.low && part.byChance.high <= part.high)
    }
    // A fan of what nobody knows of disability, where chance is little: both figures of the notes to the method.
    let disabled = try #require(
      parts.first { $0.outcome.indicator == "care.people.disabled" && $0.outcome.year == 2035 })
    #expect(disabled.chance.value < 0.2 && disabled.inputs.value > 0.7)
    #expect(IntervalPart.all(of: try await self.plan(draws: 40, seed: 4).run(EnsembleOptions(draws: 40))).isEmpty)
  }
}
