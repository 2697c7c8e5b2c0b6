import Domain
import Foundation
import Inputs
import Testing

struct DatasetTests {
  @Test func theInventedCityLoads() throws {
    let dataset = try Dataset(directory: Folder.tinytown)
    #expect(dataset.city.name == "tinytown" && dataset.city.baseYear == 2020)
    #expect(dataset.title == Label(zh: "小城（虚构）", en: "Tinytown (invented)"))
    #expect(dataset.city.areas.all.map(\.code) == ["990001", "990002", "990000"])
    #expect(dataset.city.areas.districts.map { $0.marks.contains("western") } == [false, true])
    #expect(dataset.city.newestObservation == 2022 && dataset.city.informationDate == 2022)
    #expect(dataset.files.first?.path == "datapackage.json")
  }

  @Test func aNewRowDoesNotMoveTheInformationDate() throws {
    let scratch = try Scratch()
    let folder = try scratch.tinytown()
    let file = "\(folder)/tables/observed.csv"
    var rows = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map { "\($0)," }
    rows[0] = "indicator,district_code,year,value,evidence,source,error"
    rows.append("population.total,990000,2024,285000,observed,invented,0.01")
    try (rows.joined(separator: "\n") + "\n").write(toFile: file, atomically: true, encoding: .utf8)
    let city = try Dataset(directory: folder).city
    #expect(city.informationDate == 2022 && city.newestObservation == 2024)
    let errors = city.observations.all.filter { $0.error != nil }
    #expect(errors.map(\.year) == [2024] && errors.first?.error == 0.01)
  }

  @Test func aMissingFolderIsReportedByItsPackage() {
    #expect(
      diagnostics { try Dataset(directory: "nowhere") } == [
        Diagnostic(ofFile: "nowhere/datapackage.json", .fileNotFound)
      ])
  }

  /// One fault each: a file, a text in it, what stands there instead, and what a user reads.
  private static let faults = [
    (
      "tables/population.csv", "kind,district_code,sex,age,persons", "kind,district_code,sex,age,person",
      "tables/population.csv:1:1: error: no column 'persons'; did you mean 'person'?"
    ),
    (
      "tables/districts.csv", "West County,county,1", "West County,county",
      "tables/districts.csv:4:29: error: expected 5 fields, found 4"
    ),
    (
      "tables/districts.csv", "urban", "rural",
      "tables/districts.csv:3:25: error: 'rural' is not one of city, urban, county"
    ),
    (
      "tables/observed.csv", "population.births,990000,2021", "population.birth,990000,2021",
      "tables/observed.csv:6:1: error: no indicator 'population.birth'; did you mean 'population.births'?"
    ),
    (
      "tables/observed.csv", "population.births,990000,2021", "population.births,990009,2021",
      "tables/observed.csv:6:19: error: no district '990009'"
    ),
    (
      "tables/observed.csv", "population.births,990000,2022", "population.births,990000,2021",
      "tables/observed.csv:7:1: error: this row stands twice: population.births 990000 2021"
    ),
    (
      "tables/population.csv", "registered,990001,female,1,800\n", "",
      "tables/population.csv: error: rows are missing: kind = registered, district_code = 990001, sex = female, age = 1"
    ),
    (
      "tables/population.csv", "registered,990001,female,1,800\n",
      "registered,990001,female,1,800\nregistered,990001,female,1,800\n",
      "tables/population.csv:4:26: error: this row stands twice: registered 990001 female 1"
    ),
    (
      "tables/population.csv", "registered,990001,female,1,800\n", "registered,990001,female,1,-800\n",
      "tables/population.csv:3:28: error: '-800' cannot be negative"
    ),
    (
      "tables/population.csv", "registered,990001,female,1,800\n", "registered,990001,female,101,800\n",
      "tables/population.csv:3:26: error: '101' is outside 0 to 100"
    ),
    (
      "tables/population.csv", "registered,990001,female,1,800\n", "registered,990001,female,1,many\n",
      "tables/population.csv:3:28: error: 'many' is not a number"
    ),
    (
      "tables/schedules.csv", "care.dementia.curve,female,60,", "care.dementia.curves,female,60,",
      "tables/schedules.csv:2:1: error: no schedule 'care.dementia.curves'; did you mean 'care.dementia.curve'?"
    ),
    (
      "tables/programmes.csv", "count,老年食堂", "counts,老年食堂",
      "tables/programmes.csv:2:32: error: 'counts' is not one of share, ratio"
    ),
    (
      "datapackage.json", "\"base_year\": 2020,", "", "datapackage.json: error: 'base_year' is missing"
    ),
  ]

  @Test(arguments: faults)
  func aFaultOfATableIsFoundInItsPlace(file: String, text: String, instead: String, message: String) throws {
    let scratch = try Scratch()
    let found = try faultsOfTown(scratch, file, text, instead)
    #expect(found.contains { $0.hasPrefix(message) }, "\(found)")
  }

  @Test func bytesOfGB18030AreRecognised() throws {
    let scratch = try Scratch()
    let town = try scratch.tinytown()
    let path = "\(town)/tables/districts.csv"
    var bytes = Array(try #require(FileManager.default.contents(atPath: path)))
    let name = Array("西县".utf8)
    let start = try #require(bytes.indices.first { bytes[$0...].starts(with: name) })
    bytes.replaceSubrange(start..<start + name.count, with: [0xCE, 0xF7, 0xCF, 0xD8])
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let found = try #require(diagnostics { try Dataset(directory: town) })
    #expect(
      found.map { $0.line(without: town) } == [
        "tables/districts.csv:4:8: error: not UTF-8; it looks like GB18030, save the file as UTF-8"
      ])
  }

  @Test func faultsOfSeveralFilesAreReportedTogether() throws {
    let scratch = try Scratch()
    let town = try scratch.tinytown()
    try scratch.replace("population.births,990000,2021", by: "population.birth,990000,2021", in: "tables/observed.csv")
    try scratch.replace("between: step", by: "between: steps", in: "parameters/benefits.yaml")
    try scratch.replace("female,1,800", by: "female,1,-800", in: "tables/population.csv")
    let found = try #require(diagnostics { try Dataset(directory: town) })
    let files = found.map { $0.line(without: town).prefix { $0 != ":" } }
    #expect(Set(files) == ["parameters/benefits.yaml", "tables/observed.csv", "tables/population.csv"])
    #expect(files == files.sorted())
  }
}

extension Scratch {
  /// Replaces the first occurrence of a text in a file of the copied city.
  func replace(_ text: String, by instead: String, in file: String) throws {
    let path = "\(path)/tinytown/\(file)"
    var content = try String(contentsOfFile: path, encoding: .utf8)
    let place = try #require(content.range(of: text), "\(text) is not in \(file)")
    content.replaceSubrange(place, with: instead)
    try content.write(toFile: path, atomically: true, encoding: .utf8)
  }
}

/// What is wrong with a copy of the invented city after one replacement.
func faultsOfTown(_ scratch: Scratch, _ file: String, _ text: String, _ instead: String) throws -> [String] {
  let town = try scratch.tinytown()
  try scratch.replace(text, by: instead, in: file)
  return (diagnostics { try Dataset(directory: town) } ?? []).map { $0.line(without: town) }
}
