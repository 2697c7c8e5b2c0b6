import Domain
import Formulas
import Inputs
import Testing

struct AddressTests {
  private func override(_ address: String) throws -> Override {
    let overrides = try Scratch().load("", set: [address]).scenario.overrides
    #expect(overrides.count == 1)
    return overrides[0]
  }

  @Test func aPathAloneHoldsFromTheYearAfterTheInformationDate() throws {
    let found = try override("care.beds.convert=900 张")
    #expect(found.path == "care.beds.convert" && found.district == nil)
    #expect(found.change == .standing(900))
    #expect(found.origin == Origin(file: "--set[1]", line: 1, column: 1))
  }

  @Test func aYearOrADateMakesAPoint() throws {
    let year = Override.Change.points([Override.Point(from: Day(firstOf: 2026), value: 0.31)])
    #expect(try override("benefits.dibao.ratio@2026=31%").change == year)
    let july = try #require(Day(year: 2026, month: 7, day: 1))
    let day = Override.Change.points([Override.Point(from: july, value: 0.31)])
    #expect(try override("benefits.dibao.ratio@2026-07-01=31%").change == day)
  }

  @Test(arguments: ["西县", "West County", "990002"])
  func aDistrictIsNamedByEitherNameOrItsCode(district: String) throws {
    let found = try override("care.beds.build@2026/\(district)=300 张")
    #expect(found.district == "990002")
    #expect(found.change == .points([Override.Point(from: Day(firstOf: 2026), value: 300)]))
  }

  @Test func settingsOfTheScenarioHaveAddressesToo() throws {
    let changes = ["horizon.from=2021", "horizon.to=2033", "members.seed=7", "members.draws=0"]
    let scenario = try Scratch().load("members: {draws: 10, seed: 1}\n", set: changes).scenario
    #expect(scenario.horizon == 2021...2033)
    #expect(scenario.seed == 7)
    #expect(scenario.overrides.isEmpty)
  }

  @Test func changesLieOverTheScenarioInTheirOrder() throws {
    let text = "set:\n  care.beds.convert: {2026: 1 张}\n"
    let loaded = try Scratch().load(text, set: ["care.beds.convert@2026=2 张", "care.beds.convert@2027=3 张"])
    #expect(loaded.scenario.overrides.map(\.origin.file).suffix(2) == ["--set[1]", "--set[2]"])
    let city = try loaded.plan.parameters.all.first { $0.parameter.path == "care.beds.convert" }?.city
    #expect([2026, 2027].map { city?.value(in: $0).first } == [2, 3])
  }

  /// Each address stands second, after one that is right.
  private static let broken = [
    ("care.beds.convert@2026", "--set[2]:1:1: error: 'care.beds.convert@2026' is not ADDRESS=VALUE"),
    ("=900 张", "--set[2]:1:1: error: '=900 张' is not ADDRESS=VALUE"),
    ("horizon.to=20x0", "--set[2]:1:12: error: '20x0' is not a year of four digits"),
    (
      "care.beds.convrt@2026=9 张",
      "--set[2]:1:1: error: no parameter 'care.beds.convrt'; did you mean 'care.beds.convert'"
    ),
    ("care.beds.convert@2026=9 元", "--set[2]:1:24: error: '9 元' has the wrong unit; expected 张"),
    ("care.beds.convert=1,500 张", "--set[2]:1:19: error: no grouping of digits"),
    ("care.beds.convert@26=9 张", "--set[2]:1:19: error: '26' is not a year or a date"),
    ("care.beds.convert@=9 张", "--set[2]:1:19: error: '' is not a year or a date"),
    ("care.beds.convert=", "--set[2]:1:1: error: 'care.beds.convert' is given no value"),
    ("care.beds.build@2026/西区=9 张", "--set[2]:1:22: error: no district '西区'"),
    ("benefits.dibao.ratio@2026/西县=31%", "--set[2]:1:27: error: 'benefits.dibao.ratio' has one value for the city"),
    ("care.beds.occupancy_limit@2026=120%", "--set[2]:1:32: error: '120%' is outside 0% to 100%"),
    ("members.draws=20000000", "--set[2]:1:15: error: more than 10000000 draws"),
    ("members.draws=many", "--set[2]:1:15: error: 'many' is not a whole number from 0 to 10000000"),
    ("horizon.to@2026=2030", "--set[2]:1:12: error: 'horizon.to' has no year of its own; write horizon.to=VALUE"),
  ]

  @Test(arguments: broken) func aMistakeIsFoundInItsPlace(address: String, message: String) throws {
    let scratch = try Scratch()
    let found = try #require(diagnostics { try scratch.load("", set: ["care.beds.retire=10 张", address]) })
    #expect(found.count == 1)
    #expect(found[0].message(.en).hasPrefix(message), "\(found[0].message(.en))")
    #expect(found[0].passage.line == address)
  }
}
