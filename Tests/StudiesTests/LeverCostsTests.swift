import Domain
import Formulas
import Foundation
import Inputs
import Reports
import Simulation
import Studies
import Testing

/// What levers cost for as much as they move an indicator.
struct LeverCostsTests {
  private func plan(_ changes: [String]) throws -> Plan {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let loaded = try LoadedScenario(
      ScenarioRequest(root.appendingPathComponent("Tests/Fixtures/tinytown.yaml").path, changes: changes, draws: 0))
    return try Plan(loaded)
  }

  /// Worked out by hand from two runs.
  @Test func theCostIsThatOfTheRunWithoutTheLever() throws {
    let (with, without) = (try plan(["care.beds.convert@2024=60 张"]), try plan([]))
    let (a, b) = (try with.run(), try without.run())
    let cost = try #require(try LeverCosts(with, to: 2027).cost(of: "care.beds.nursing_share"))
    #expect(cost.levers == ["care.beds.convert"])
    let moved =
      try #require(a.city("care.beds.nursing_share", 2027)) - #require(b.city("care.beds.nursing_share", 2027))
    let money = (2023...2027).map { (a.city("fiscal.fiscal_cost", $0) ?? 0) - (b.city("fiscal.fiscal_cost", $0) ?? 0) }
    #expect(moved > 0 && abs(cost.moved - moved) < 1e-12)
    #expect(abs(cost.yuan - money.reduce(0, +)) <= 1e-6 * abs(cost.yuan) && cost.yuan > 0)
  }

  @Test func whatNoLeverMovesHasNoCost() throws {
    let costs = try LeverCosts(try plan(["care.beds.convert@2024=60 张"]), to: 2027)
    #expect(costs.cost(of: "population.total") == nil)
    #expect(try LeverCosts(try plan([]), to: 2027).cost(of: "care.beds.nursing_share") == nil)
  }

  /// A lever of something else is none of this indicator's.
  @Test func leversThatHardlyMoveAnIndicatorAreLeftOut() throws {
    let costs = try LeverCosts(
      try plan(["care.beds.convert@2024=60 张", "benefits.dibao.ratio@2024=40%"]), to: 2027)
    #expect(costs.cost(of: "care.beds.nursing_share")?.levers == ["care.beds.convert"])
    #expect(costs.cost(of: "benefits.dibao.standard")?.levers == ["benefits.dibao.ratio"])
  }
}
