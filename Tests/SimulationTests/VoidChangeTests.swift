import Domain
import Formulas
import Simulation
import Testing

/// Changes of which another layer leaves nothing.
struct VoidChangeTests {
  private typealias Layer = (file: String, path: String, change: Override.Change)

  private static func points(_ year: Year, _ value: Double) -> Override.Change {
    .points([Override.Point(from: Day(firstOf: year), value: value)])
  }

  private func plan(_ layers: [Layer], districts: [String?] = []) throws -> Plan {
    let city = try Cities.tinytown()
    let overrides = layers.enumerated().map { place, layer in
      Override(
        path: layer.path, district: place < districts.count ? districts[place] : nil, change: layer.change,
        origin: Origin(file: layer.file, line: place + 1, column: 1))
    }
    return try Plan(
      city,
      Scenario(name: "layers", title: nil, horizon: 2020...2030, knownUntil: nil, seed: 1, overrides: overrides))
  }

  private func replaced(_ plan: Plan) -> [Int?] {
    plan.ineffective.map { found in
      if case .replaced(let by)? = found { by.origin.line } else { nil }
    }
  }

  @Test func aLaterValueFromTheSameYearOnLeavesNothing() throws {
    let plan = try plan([
      ("a.yaml", "care.beds.convert", VoidChangeTests.points(2026, 90)),
      ("b.yaml", "care.beds.convert", VoidChangeTests.points(2025, 70)),
    ])
    #expect(replaced(plan) == [2, nil])
  }

  @Test func aLaterValueOfALaterYearLeavesTheYearsBefore() throws {
    let plan = try plan([
      ("a.yaml", "care.beds.convert", VoidChangeTests.points(2025, 90)),
      ("b.yaml", "care.beds.convert", VoidChangeTests.points(2026, 70)),
    ])
    #expect(replaced(plan) == [nil, nil])
  }

  @Test func aFactorLeavesWhatItActsOn() throws {
    let plan = try plan([
      ("a.yaml", "care.beds.convert", VoidChangeTests.points(2025, 90)),
      ("b.yaml", "care.beds.convert", .multiply(by: 1.2, from: 2025, to: nil)),
    ])
    #expect(replaced(plan) == [nil, nil])
  }

  @Test func aValueForEveryDistrictReplacesADistrictsOwn() throws {
    let layers: [Layer] = [
      ("a.yaml", "care.beds.build", VoidChangeTests.points(2026, 30)),
      ("b.yaml", "care.beds.build", VoidChangeTests.points(2026, 20)),
    ]
    #expect(replaced(try plan(layers, districts: ["990001", Override.everyDistrict])) == [2, nil])
    #expect(replaced(try plan(layers, districts: ["990001", "990002"])) == [nil, nil])
  }

  /// What stands in for a rule leaves nothing of the rule's own lever, and a run without that lever is the same.
  @Test func aPathOfTheStandardLeavesNothingOfItsRatio() throws {
    let ratio: Layer = ("a.yaml", "benefits.dibao.ratio", VoidChangeTests.points(2026, 0.4))
    let path: Layer = ("b.yaml", "benefits.dibao.path", VoidChangeTests.points(2026, 14000))
    let both = try plan([ratio, path])
    #expect(replaced(both) == [2, nil])
    let (found, alone) = (try both.run(), try plan([path]).run())
    for year in 2026...2030 { #expect(found.city("fiscal.cost", year) == alone.city("fiscal.cost", year)) }
  }

  @Test func aPathFromALaterYearLeavesTheRatioUntilThen() throws {
    let plan = try plan([
      ("a.yaml", "benefits.dibao.ratio", VoidChangeTests.points(2025, 0.4)),
      ("b.yaml", "benefits.dibao.path", VoidChangeTests.points(2027, 14000)),
    ])
    #expect(replaced(plan) == [nil, nil])
  }
}
