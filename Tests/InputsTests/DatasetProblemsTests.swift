import Foundation
import Inputs
import Reports
import Testing

struct DatasetProblemsTests {
  @Test(arguments: [Folder.tinytown, Folder.hangzhou]) func theCitiesOfTheRepositoryAreSound(folder: String) {
    #expect(PackageCheck(folder).problems.map { $0.line(without: folder) } == [])
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
