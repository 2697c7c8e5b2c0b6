import Foundation
import Reports
import Testing

/// A folder of files that is there whole or not at all.
final class OutputFolderTests {
  private let place: URL
  private let files: [(name: String, bytes: [UInt8])] = [("a.csv", [1, 2]), ("b.csv", [3])]

  init() throws {
    place = FileManager.default.temporaryDirectory.appendingPathComponent("minzheng-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: place) }

  @Test func filesAreWrittenAndNothingElseIsLeft() throws {
    let target = place.appendingPathComponent("deep/out")
    try OutputFolder(path: target.path).write(files)
    #expect(try contents(target) == ["a.csv": [1, 2], "b.csv": [3]])
    #expect(try names(place.appendingPathComponent("deep")) == ["out"])
  }

  @Test func previousFilesAreReplacedAndOthersStay() throws {
    let target = place.appendingPathComponent("out")
    try OutputFolder(path: target.path).write([("a.csv", [9, 9, 9]), ("notes.txt", [7])])
    try OutputFolder(path: target.path).write(files)
    #expect(try contents(target) == ["a.csv": [1, 2], "b.csv": [3], "notes.txt": [7]])
    #expect(try names(place) == ["out"])
  }

  @Test func targetThatIsAFileIsReportedAndStays() throws {
    let target = place.appendingPathComponent("out")
    try Data([5]).write(to: target)
    let failure = #expect(throws: OutputFolder.Failure.self) { try OutputFolder(path: target.path).write(files) }
    #expect(failure?.path == target.path)
    #expect(try names(place) == ["out"])
    #expect(try Data(contentsOf: target) == Data([5]))
  }

  @Test func folderBelowAFileIsReported() throws {
    let file = place.appendingPathComponent("file")
    try Data([5]).write(to: file)
    let target = file.appendingPathComponent("out")
    let failure = #expect(throws: OutputFolder.Failure.self) { try OutputFolder(path: target.path).write(files) }
    #expect(failure?.path == target.path)
    #expect(try names(place) == ["file"])
  }

  /// The last file cannot take its place: those before must not have taken theirs.
  @Test func oneFileThatCannotBeReplacedKeepsAllAsTheyWere() throws {
    let target = place.appendingPathComponent("out")
    try OutputFolder(path: target.path).write([("a.csv", [9])])
    let folder = target.appendingPathComponent("b.csv/inside")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let blocked = target.appendingPathComponent("b.csv").path
    let failure = #expect(throws: OutputFolder.Failure.self) { try OutputFolder(path: target.path).write(files) }
    #expect(failure?.path == blocked)
    #expect(try Data(contentsOf: target.appendingPathComponent("a.csv")) == Data([9]))
    #expect(try names(place) == ["out"])
  }

  private func names(_ folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  private func contents(_ folder: URL) throws -> [String: [UInt8]] {
    let names = try names(folder)
    return Dictionary(
      uniqueKeysWithValues: try names.map { ($0, [UInt8](try Data(contentsOf: folder.appendingPathComponent($0)))) })
  }
}
