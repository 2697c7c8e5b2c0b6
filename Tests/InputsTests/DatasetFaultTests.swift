import Foundation
import Inputs
import Reports
import Testing

/// A copy of the shipped city with one fault each: the check must say what is wrong, and where.
struct DatasetFaultTests {
  private let scratch: Scratch
  private let city: String

  init() throws {
    scratch = try Scratch()
    city = try scratch.hangzhou()
  }

  private func bytes(_ file: String) throws -> [UInt8] {
    [UInt8](try #require(FileManager.default.contents(atPath: "\(city)/\(file)")))
  }

  private func write(_ bytes: [UInt8], _ file: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: "\(city)/\(file)"))
  }

  @Test func theUntouchedPackageHasNoFault() {
    #expect(PackageCheck(city).problems == [])
  }

  @Test func sixtyFaultsAndMoreAreTried() {
    #expect(DatasetFault.all.count >= 60)
    #expect(Set(DatasetFault.all.map(\.name)).count == DatasetFault.all.count)
  }

  @Test(arguments: DatasetFault.all) func aFaultIsFound(fault: DatasetFault) throws {
    let before = try bytes(fault.file)
    let after = try #require(fault.edit(before), "the text to replace is not in \(fault.file)")
    try write(after, fault.file)
    let found = PackageCheck(city).problems
    let line = fault.line(in: before)
    let isFound = found.contains {
      $0.position.file == "\(city)/\(fault.reportedIn)" && $0.problem.id == fault.kind && $0.position.line == line
    }
    #expect(isFound, "line \(line), found \(found.map { $0.line(without: city) })")
    // One slip, few words: what follows from it is not reported as well.
    #expect(found.count <= (fault.name == "a code of five digits" ? 6 : 2), "\(found.map { $0.line(without: city) })")
  }

  @Test(arguments: [
    "datapackage.json", "SOURCES.md", "parameters/care.yaml", "tables/population.csv", "tables/targets.csv",
  ])
  func aMissingFileIsFound(file: String) throws {
    try FileManager.default.removeItem(atPath: "\(city)/\(file)")
    let found = PackageCheck(city).problems
    #expect(found.contains { $0.position.file == "\(city)/\(file)" && $0.problem == .fileNotFound })
  }

  @Test func filesNobodyKnowsAreFound() throws {
    try write(Array("a,b\n1,2\n".utf8), "tables/extra.csv")
    try write(Array("care.beds.build: {}\n".utf8), "parameters/extra.yaml")
    #expect(
      PackageCheck(city).problems.map { "\($0.position.file.dropFirst(city.count + 1)) \($0.problem.id)" } == [
        "parameters/extra.yaml file-not-read", "tables/extra.csv table-not-listed",
      ])
  }

  @Test(arguments: [
    "datapackage.json", "SOURCES.md", "tables/districts.csv", "tables/observed.csv", "parameters/benefits.yaml",
    "parameters/demography.yaml",
  ])
  func filesFromWindowsAreSound(file: String) throws {
    let unix = String(decoding: try bytes(file), as: UTF8.self)
    try write(Array(("\u{FEFF}" + unix.replacingOccurrences(of: "\n", with: "\r\n")).utf8), file)
    #expect(PackageCheck(city).problems.map { $0.line(without: city) } == [])
  }

  @Test func faultsOfManyFilesAreFoundTogether() throws {
    let names = [
      "an indicator nobody knows", "a comparator nobody knows", "an empty source",
      "shares of districts that do not add up", "a rounding of 1 written with a unit of another kind",
      "a column nobody describes", "a base year in words",
    ]
    let faults = DatasetFault.all.filter { names.contains($0.name) }
    #expect(faults.count == names.count)
    for fault in faults { try write(try #require(fault.edit(try bytes(fault.file))), fault.file) }
    let found = PackageCheck(city).problems
    for fault in faults {
      let isFound = found.contains {
        $0.position.file == "\(city)/\(fault.reportedIn)" && $0.problem.id == fault.kind
      }
      #expect(isFound, "\(fault.name)")
    }
  }
}
