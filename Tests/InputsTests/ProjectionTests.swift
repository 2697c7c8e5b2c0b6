import Domain
import Inputs
import Simulation
import Testing

/// Packages that hold only what the population needs.
struct ProjectionTests {
  /// A package of one district without a row for a city: 1 000 people at every age, nobody of whom dies before 100.
  private func lonelyDistrict(_ scratch: Scratch, observed: String? = nil) throws -> String {
    let cells = ["female", "male"].flatMap { sex in (0...100).map { (sex, $0) } }
    func table(_ header: String, _ rows: [String]) -> String { ([header] + rows).joined(separator: "\n") + "\n" }
    try scratch.write("lonely/datapackage.json", #"{"name": "lonely", "base_year": 2020}"#)
    try scratch.write("lonely/tables/districts.csv", table("district_code,name_zh,name_en,kind", ["1,甲区,One,county"]))
    try scratch.write(
      "lonely/tables/population.csv",
      table("kind,district_code,sex,age,persons", cells.map { "resident,1,\($0.0),\($0.1),1000" }))
    try scratch.write(
      "lonely/tables/mortality_rates.csv",
      table(
        "district_code,sex,age,year,mx",
        (2021...2022).flatMap { year in cells.map { "*,\($0.0),\($0.1),\(year),\($0.1 == 100 ? 1 : 0)" } }))
    try scratch.write(
      "lonely/tables/fertility_rates.csv",
      table("district_code,age,year,asfr", (2021...2022).map { "1,30,\($0),0.5" }))
    try scratch.write(
      "lonely/parameters/anything.yaml",
      "demography.srb:\n  label: 性别比\n  unit: ratio\n  values:\n    2020: {value: 1, evidence: observed, source: x}\n")
    if let observed {
      try scratch.write(
        "lonely/tables/observed.csv", table("indicator,district_code,year,value,evidence,source", [observed]))
    }
    return "\(scratch.path)/lonely"
  }

  @Test func aPackageThatSaysNothingOfMigrationIsClosed() throws {
    let scratch = try Scratch()
    let results = try LoadedScenario.projection(of: try lonelyDistrict(scratch), to: 2022).plan.run()
    #expect(results.city("population.net_migrants", 2021) == 0)
    // A thousand women aged 30 on both days have 500 children, all of whom live.
    #expect(results.city("population.births", 2021) == 500)
    #expect(results.areas.shown == [0])
  }

  @Test func whatIsPublishedOfTheOnlyDistrictHolds() throws {
    let scratch = try Scratch()
    let folder = try lonelyDistrict(scratch, observed: "population.total,1,2021,250000,observed,x")
    let results = try LoadedScenario.projection(of: folder, to: 2022).plan.run()
    let total = try #require(results.city("population.total", 2021))
    #expect(abs(total - 250_000) < 1e-6)
  }

  @Test func aYearWithoutRatesIsReported() throws {
    let scratch = try Scratch()
    let plan = try LoadedScenario.projection(of: try lonelyDistrict(scratch), to: 2023).plan
    #expect(throws: (any Error).self) { try plan.run() }
  }
}
