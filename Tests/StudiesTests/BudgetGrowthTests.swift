import Foundation
import Inputs
import Simulation
import Studies
import Testing

/// What makes a budget's lines grow.
struct BudgetGrowthTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private func growth(_ changes: [String] = [], of district: Int? = nil) async throws -> (
    plan: Plan, lines: [String: Difference], whole: BudgetGrowth
  ) {
    let file = BudgetGrowthTests.root.appendingPathComponent("scenarios/baseline.yaml").path
    let plan = try Plan(LoadedScenario(ScenarioRequest(file, changes: changes, draws: 0)))
    let whole = try #require(
      try await BudgetGrowth(plan, area: district ?? plan.city.areas.cityIndex, in: 2025...2030))
    let lines = try #require(plan.model.budget?.lines)
    let found = zip(lines, whole.lines).compactMap { line, difference in difference.map { (line.name, $0) } }
    return (plan, Dictionary(uniqueKeysWithValues: found), whole)
  }

  private func part(_ cause: BudgetGrowth.Cause, _ difference: Difference) -> Double { cause.part(of: difference) }

  /// Both ends are the run's, the causes add up line by line, and the lines to the whole, cause by cause.
  @Test(arguments: [nil, 3])
  func linesAddUpToTheWhole(district: Int?) async throws {
    let (plan, lines, whole) = try await growth(of: district)
    let run = try plan.run()
    let area = district ?? run.areas.cityIndex
    let size = whole.total.end
    for (line, difference) in zip(try #require(plan.model.budget?.lines), whole.lines) {
      let difference = try #require(difference)
      #expect(difference.start == run.value(line.cost.name, area: area, year: 2025), "\(line.name)")
      #expect(difference.end == run.value(line.cost.name, area: area, year: 2030), "\(line.name)")
      let sum = BudgetGrowth.Cause.allCases.reduce(0) { $0 + part($1, difference) }
      #expect(abs(sum - (difference.end - difference.start)) <= 1e-12 * size, "\(line.name)")
    }
    #expect(whole.total.end == run.value("fiscal.cost", area: area, year: 2030))
    #expect(whole.fiscal.end == run.value("fiscal.fiscal_cost", area: area, year: 2030))
    for cause in BudgetGrowth.Cause.allCases {
      let sum = lines.values.reduce(0) { $0 + part(cause, $1) }
      #expect(abs(sum - part(cause, whole.total)) <= 1e-9 * size, "\(cause)")
    }
  }

  /// A standard that stays is charged with nothing, and one that is raised with what it was raised by.
  @Test func onlyAStandardThatMovesIsCharged() async throws {
    let before = try await growth().lines
    #expect(part(.standards, try #require(before["disability_care"])) == 0)
    let after = try await growth(["benefits.disability_care.amount_fully@2028=1000 元/人·月"]).lines
    #expect(part(.standards, try #require(after["disability_care"])) > 0)
  }

  /// No standard says what households pay; those that are raised leave them less of a bill.
  @Test func noStandardMakesHouseholdsPayMore() async throws {
    let lines = try await growth().lines
    for name in ["home_help", "family_bed_care", "institution_running", "meals"] {
      #expect(part(.standards, try #require(lines[name])) <= 0, "\(name)")
    }
  }

  @Test func aDearerUnitIsPriceAndMoreUnitsAreUse() async throws {
    let plain = try await growth().lines
    let dearer = try await growth(["fiscal.bed_conversion.unit_cost@2029=20000 元/张"]).lines
    let more = try await growth(["care.beds.convert@2028=3000 张"]).lines
    func parts(_ lines: [String: Difference]) throws -> (use: Double, prices: Double) {
      let line = try #require(lines["bed_conversion"])
      return (part(.use, line), part(.prices, line))
    }
    let (start, price, use) = (try parts(plain), try parts(dearer), try parts(more))
    #expect(price.prices > start.prices && use.use > start.use)
    #expect(abs(use.prices - start.prices) < use.use - start.use)
  }
}
