import Foundation
import Inputs
import Reports
import Testing

/// Faults of the tables of rates that a package may have.
struct RateTableFaultTests {
  /// Births per woman by age for two years, in a copy of the invented city.
  private static let fertility =
    "district_code,age,year,asfr\n*,25,2021,0.5\n*,26,2021,0.5\n*,25,2022,0.5\n"
  private static let moves =
    "origin_code,destination_code,sex,age,year,rate\n990001,990002,*,*,2021,0.01\n"

  private func warnings(_ table: String, _ text: String) throws -> [String] {
    let scratch = try Scratch()
    let town = try scratch.tinytown()
    try scratch.write("tinytown/tables/\(table).csv", text)
    return PackageCheck(town).warnings.map { $0.line(without: town) }
  }

  private func problems(_ table: String, _ text: String) throws -> [String] {
    let scratch = try Scratch()
    let town = try scratch.tinytown()
    try scratch.write("tinytown/tables/\(table).csv", text)
    return PackageCheck(town).problems.filter { $0.problem.id != "table-not-listed" }.map { $0.line(without: town) }
  }

  @Test func soundTablesOfRatesHaveNoFault() throws {
    #expect(try problems("fertility_rates", Self.fertility) == [])
    #expect(try problems("district_moves", Self.moves) == [])
  }

  private static let faults = [
    ("*,26,2021,0.5", "*,26,2021,-0.5", "tables/fertility_rates.csv:3:11: error: '-0.5' cannot be negative"),
    ("*,26,2021,0.5", "*,26,2021,50", "tables/fertility_rates.csv:3:11: error: '50' is outside 0 to 1"),
    (
      "*,26,2021,0.5", "990000,26,2021,0.5",
      "tables/fertility_rates.csv:3:1: error: '990000' is the city, whose people are those of its districts"
    ),
    ("*,26,2021,0.5", "*,126,2021,0.5", "tables/fertility_rates.csv:3:3: error: '126' is outside 0 to 100"),
    ("*,26,2021,0.5", "990009,26,2021,0.5", "tables/fertility_rates.csv:3:1: error: no district '990009'"),
    ("*,26,2021,0.5", "*,25,2021,0.5", "tables/fertility_rates.csv:3:11: error: this row stands twice"),
    ("*,26,2021,0.5", "*,26,2021,", "tables/fertility_rates.csv:3:11: error: 'asfr' cannot be empty"),
    (
      "*,25,2022,0.5", "*,25,2023,0.5",
      "tables/fertility_rates.csv: error: rows are missing: kind = registered, district_code = 990001, year = 2022"
    ),
    ("asfr\n", "asfrs\n", "tables/fertility_rates.csv:1:1: error: no column 'asfr'; did you mean 'asfrs'?"),
  ]

  @Test(arguments: faults) func aFaultOfRatesIsFound(text: String, instead: String, message: String) throws {
    let broken = Self.fertility.replacingOccurrences(of: text, with: instead)
    let found = try problems("fertility_rates", broken)
    #expect(found.count == 1 && found[0].hasPrefix(message), "\(found)")
  }

  private func fertility(_ ages: [Int], _ rate: Double) -> String {
    "district_code,age,year,asfr\n" + ages.map { "*,\($0),2021,\(rate)\n" }.joined()
  }

  @Test func fertilityAtEveryFifthAgeIsRefusedOnce() throws {
    let found = try problems("fertility_rates", fertility(Array(stride(from: 15, through: 45, by: 5)), 0.05))
    #expect(found.count == 1 && found[0].contains("only the first ages of five-year groups"), "\(found)")
  }

  @Test func anAgeMissingAmongMothersIsNamed() throws {
    let found = try problems("fertility_rates", fertility([25, 26, 28, 29], 0.4))
    #expect(
      found.count == 1 && found[0].hasSuffix("rows are missing: district_code = 990001, year = 2021, age = 27"),
      "\(found)")
  }

  @Test func numbersOfAgeGroupsAreNoAgesOfMothers() throws {
    let found = try problems("fertility_rates", fertility(Array(1...7), 0.2))
    #expect(found.count == 1 && found[0].hasSuffix("no births at age 1: the ages of fertility lie between 10 and 60"))
  }

  @Test(arguments: [(0.5, "17.5"), (0.005, "0.18")]) func aTotalNoPeopleHasIsSaid(rate: Double, total: String) throws {
    let found = try problems("fertility_rates", fertility(Array(15...49), rate))
    #expect(found.count == 1 && found[0].contains("the rates add up to \(total) children a woman"), "\(found)")
  }

  @Test func anAgeMissingEverywhereIsSaidOnceWithItsSex() throws {
    let rows = ["female", "male"].flatMap { sex in
      (2021...2023).flatMap { year in
        (0...100).filter { sex == "male" || $0 != 37 }.map { "*,\(sex),\($0),\(year),\($0 == 100 ? 0.4 : 0.01)\n" }
      }
    }
    let found = try problems("mortality_rates", "district_code,sex,age,year,mx\n" + rows.joined())
    #expect(found.count == 1 && found[0].hasSuffix("year = 2021, sex = female, age = 37"), "\(found)")
  }

  @Test func netMigrantsOfFiveYearGroupsAreRemarkedOn() throws {
    let rows = stride(from: 0, through: 80, by: 5).map { "*,female,\($0),2021,5\n" }.joined()
    let text = "district_code,sex,age,year,persons\n" + rows
    #expect(try problems("net_migrants", text) == [])
    let found = try warnings("net_migrants", text)
    #expect(found.count == 1 && found[0].contains("at the first ages of five-year groups only"), "\(found)")
  }

  @Test func aRowOfMovesSaysEverythingWrongWithIt() throws {
    let found = try problems("district_moves", Self.moves + "990001,990009,both,200,2021,-1\n")
    #expect(
      found.map { String($0.prefix { $0 != " " }) } == [
        "tables/district_moves.csv:3:8:", "tables/district_moves.csv:3:15:", "tables/district_moves.csv:3:20:",
        "tables/district_moves.csv:3:29:",
      ])
  }

  @Test func aMoveThatStandsTwiceIsFound() throws {
    let found = try problems("district_moves", Self.moves + "990001,990002,female,30,2021,0.02\n")
    #expect(found.count == 1 && found[0].contains("csv:3:30: error: this row stands twice: 990001 990002"), "\(found)")
  }
}
