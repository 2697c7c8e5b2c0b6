import Foundation
import Inputs
import Reports
import Testing

struct DatasetProblemsTests {
  @Test(arguments: [Folder.tinytown, Folder.hangzhou]) func theCitiesOfTheRepositoryAreSound(folder: String) {
    #expect(PackageCheck(folder).problems.map { $0.line(without: folder) } == [])
    #expect(PackageCheck(folder).warnings.map { $0.line(without: folder) } == [])
  }

  @Test(arguments: [
    (
      "2021,3000,observed", "2021,250,observed",
      "tables/observed.csv:6:31: warning: '250' is about 1/12 of 2950, published for 2022; is it a month's figure for a year's?"
    ),
    (
      "aged_60_plus,990000,2022,58660", "aged_60_plus,990000,2022,5.866",
      "tables/observed.csv:5:37: warning: '5.866' is about 1/10000 of "
    ),
    (
      "elder_canteens.level,990000,2022,24", "elder_canteens.level,990000,2022,1500",
      "tables/observed.csv:17:45: warning: '1500' is about 100 times 10, published for 2020; is it per cent for a share?"
    ),
  ])
  func aFigureOfAnotherSizeIsWarnedOf(text: String, instead: String, message: String) throws {
    let scratch = try Scratch()
    let town = try scratch.tinytown()
    try scratch.replace(text, by: instead, in: "tables/observed.csv")
    let check = PackageCheck(town)
    #expect(check.problems.isEmpty)
    let lines = check.warnings.map { $0.line(without: town) }
    #expect(lines.count == 1 && lines[0].hasPrefix(message), "\(lines)")
  }

  /// One fault each: a file, a text in it, what stands there instead, and what a user reads.
  private static let faults = [
    (
      "parameters/demography.yaml", "西县: {2020: {value: -10%, range: [-12%, -8%]}}",
      "西县: {2020: {value: -20%, range: [-22%, -8%]}}",
      "parameters/demography.yaml:110:3: error: 'demography.migration.district_share' must add up to 1, it adds up to 0.9"
    ),
    (
      "tables/observed.csv", "2021,3000,observed,invented", "2021,3000,observed,inventd",
      "tables/observed.csv:6:45: error: no source 'inventd'; did you mean 'invented'?"
    ),
    (
      "parameters/benefits.yaml", "source: invented", "source: nobody",
      "parameters/benefits.yaml:9:59: error: no source 'nobody'"
    ),
  ]

  @Test(arguments: faults)
  func whatFilesDoNotAgreeOnIsFound(file: String, text: String, instead: String, message: String) throws {
    let scratch = try Scratch()
    let town = try scratch.tinytown()
    try scratch.replace(text, by: instead, in: file)
    #expect(PackageCheck(town).problems.map { $0.line(without: town) } == [message])
  }

  @Test func aListOfSourcesFromWindowsReadsTheSame() throws {
    let scratch = try Scratch()
    let town = try scratch.tinytown()
    let text = try String(contentsOfFile: "\(town)/SOURCES.md", encoding: .utf8)
    try scratch.write("tinytown/SOURCES.md", text.replacingOccurrences(of: "\n", with: "\r\n"))
    #expect(PackageCheck(town).problems == [])
  }
}
