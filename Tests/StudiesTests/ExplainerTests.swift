import Domain
import Formulas
import Foundation
import Inputs
import Reports
import Simulation
import Studies
import Testing

struct ExplainerTests {
  /// The root of the repository.
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private func results(_ name: String, _ changes: [String] = []) throws -> Results {
    let file = ExplainerTests.root.appendingPathComponent(name).path
    let loaded = try LoadedScenario(ScenarioRequest(file, changes: changes, draws: 0))
    return try Plan(loaded).run(recording: Set(loaded.scenario.horizon))
  }

  /// Picks by lot.
  private struct Lot {
    var state: UInt64

    mutating func pick(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
  }

  /// The tree's numbers are the run's, and each comes of its operands once more.
  @Test(arguments: [17, 4_711] as [UInt64])
  func twoHundredTreesComeToTheNumbersTheyExplain(seed: UInt64) throws {
    let results = try results("scenarios/baseline.yaml")
    let (explainer, record) = (try #require(Explainer(results)), try #require(results.record))
    var lot = Lot(state: seed)
    let years = Array(results.years)
    var (trees, numbers, sums) = (0, 0, 0)
    func check(_ node: ExplanationTree.Node) {
      guard case .indicator(let indicator) = node.number.subject else { return }
      numbers += 1
      let (area, year) = (node.number.area, node.number.year)
      if indicator.isPublished {
        #expect(results.value(indicator.name, area: area, year: year) == node.number.value, "\(indicator.name)")
      }
      switch node.number.cause {
      case .districts(let isByFormula):
        sums += 1
        let districts = results.areas.districts.indices.map { record.value(of: indicator.name, area: $0, year: year) }
        let sum = districts.reduce(0) { $0 + ($1 ?? .nan) }
        #expect(sum == node.number.value ?? .nan || sum.isNaN, "\(indicator.name), \(area), \(year)")
        if !isByFormula, node.hidden == 0 { #expect(node.parts.count == districts.count) }
      case .held(let figure): #expect(figure.value == node.number.value, "\(indicator.name)")
      case .formula where year > results.years.lowerBound:
        let again = record.workedOut(indicator.name, area: area, year: year)
        #expect(again == node.number.value || again?.isNaN == true && node.number.value == nil, "\(indicator.name)")
      default: break
      }
      node.parts.forEach(check)
    }
    while trees < 200 {
      let indicator = results.indicators[lot.pick(results.indicators.count)]
      let outcome = Outcome(indicator.name, area: lot.pick(results.areas.count), year: years[lot.pick(years.count)])
      let number = try #require(explainer.explanation(of: outcome))
      guard number.value != nil else { continue }
      trees += 1
      check(ExplanationTree(of: number, by: explainer, .levels(2)).root)
    }
    #expect(numbers > 600 && sums > 20)
  }

  /// Whatever a formula needs in its place and year is named: with every operand known, so is the number.
  @Test func operandsAreTheLeavesThatCount() throws {
    let results = try results("Tests/Fixtures/tinytown.yaml")
    let explainer = try #require(Explainer(results))
    let stock = try #require(explainer.explanation(of: Outcome("care.workers.certified", area: 0, year: 2022)))
    let operands = explainer.operands(of: stock)
    // Last year's stock is an operand of this year's, the opening value is none any more.
    #expect(operands.contains { $0.name == "care.workers.certified" && $0.year == 2021 })
    let first = try #require(explainer.explanation(of: Outcome("care.workers.certified", area: 0, year: 2020)))
    #expect(!explainer.operands(of: first).contains { $0.year == 2019 && $0.value != nil })
    // The city's is the sum of the districts, and says so.
    let city = try #require(
      explainer.explanation(of: Outcome("care.workers.certified", area: results.areas.cityIndex, year: 2022)))
    guard case .districts = city.cause else {
      Issue.record("a sum of districts")
      return
    }
    // What the payers pay in the city adds up to the city's sum, so these explain it.
    let cost = try #require(
      explainer.explanation(of: Outcome("fiscal.public_cost", area: results.areas.cityIndex, year: 2022)))
    guard case .districts(isByFormula: true) = cost.cause else {
      Issue.record("a sum of sums")
      return
    }
    #expect(explainer.operands(of: cost).allSatisfy { $0.area == results.areas.cityIndex })
    let parts = explainer.operands(of: cost).compactMap(\.value).reduce(0, +)
    #expect(abs(parts - (cost.value ?? 0)) <= 1e-9 * parts)
  }

  @Test func anInputSaysWhereItIsWritten() throws {
    let results = try results("Tests/Fixtures/tinytown.yaml", ["care.workers.pass_rate@2023=66%"])
    let explainer = try #require(Explainer(results))
    func inputs(_ year: Year) throws -> [Provenance] {
      let number = try #require(
        explainer.explanation(of: Outcome("care.workers.newly_certified", area: 0, year: year)))
      return explainer.operands(of: number).compactMap {
        if case .given(let provenance) = $0.cause { provenance } else { nil }
      }
    }
    let before = try #require(try inputs(2022).first { $0.parameter.path == "care.workers.pass_rate" })
    let after = try #require(try inputs(2024).first { $0.parameter.path == "care.workers.pass_rate" })
    #expect(before.layer == .dataset && before.place?.file.hasSuffix("care.yaml") == true)
    guard case .scenario(let origin) = after.layer else {
      Issue.record("set on the command line")
      return
    }
    #expect(origin.file == "--set[1]")
    #expect(after.value == 0.66)
  }

  @Test func aTreeKeepsToItsLines() throws {
    let results = try results("scenarios/baseline.yaml")
    let explainer = try #require(Explainer(results))
    func count(_ node: ExplanationTree.Node) -> Int { 1 + node.parts.map(count).reduce(0, +) }
    for name in ["fiscal.public_cost", "index.total", "care.beds.stock", "population.births"] {
      let number = try #require(
        explainer.explanation(of: Outcome(name, area: results.areas.cityIndex, year: results.years.upperBound)))
      let tree = ExplanationTree(of: number, by: explainer, .lines(12))
      #expect(count(tree.root) <= 12, "\(name)")
      #expect(tree.root.hidden == explainer.operands(of: number).count - tree.root.parts.count)
      let level = ExplanationTree(of: number, by: explainer, .levels(1)).root
      #expect(level.hidden == 0 && level.parts.count == explainer.operands(of: number).count)
    }
  }
}
