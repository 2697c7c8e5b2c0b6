import Domain
import Foundation
import Inputs
import Reports
import Testing

/// The catalogue of errors of multistate tables: every `table-` and `start-` of `Broken/multistate/` with what a
/// user reads of it beside it. The other of the two files is sound.
///
/// `RECORD=1` writes the texts anew, and still fails.
struct BrokenTransitionsTests {
  private static let folder = "\(Folder.broken)/multistate"
  private static let broken =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .filter { $0.hasSuffix(".csv") && ($0.hasPrefix("table-") || $0.hasPrefix("start-")) }.sorted()

  private func error(table: String, start: String) -> InputError? {
    do {
      _ = try StateCohorts(table: "\(Self.folder)/\(table)", start: "\(Self.folder)/\(start)")
      return nil
    } catch {
      return error
    }
  }

  @Test func thereAreBrokenFiles() { #expect(Self.broken.count >= 25) }

  @Test func soundFilesAreRead() { #expect(error(table: "sound-table.csv", start: "sound-start.csv") == nil) }

  @Test(arguments: broken) func aBrokenFileSaysWhatIsWrong(file: String) throws {
    let isTable = file.hasPrefix("table-")
    let found = error(table: isTable ? file : "sound-table.csv", start: isTable ? "sound-start.csv" : file)
    let problems = try #require(found, "\(file) is read")
    for language in Language.allCases {
      let text = diagnosticText(problems, language: language).replacingOccurrences(of: Self.folder + "/", with: "")
      let golden = "\(Self.folder)/\(file.dropLast(".csv".count)).\(language.rawValue).txt"
      if ProcessInfo.processInfo.environment["RECORD"] == "1" {
        try text.write(toFile: golden, atomically: true, encoding: .utf8)
        Issue.record("\(golden) was written")
      } else {
        #expect(text == (try? String(contentsOfFile: golden, encoding: .utf8)))
      }
    }
  }

  @Test func everyFaultHasItsPlace() throws {
    for file in Self.broken where !file.contains("column") {
      let isTable = file.hasPrefix("table-")
      let found = error(table: isTable ? file : "sound-table.csv", start: isTable ? "sound-start.csv" : file)
      #expect(try #require(found).diagnostics.allSatisfy { $0.position.line > 0 && $0.position.column > 0 }, "\(file)")
    }
  }

  /// Nothing is said of the disabled at 60, where nobody becomes disabled; then nobody may begin there.
  @Test func nobodyBeginsWhereTheTableSaysNothing() throws {
    let found = try #require(error(table: "late-table.csv", start: "sound-start.csv"))
    #expect(
      found.diagnostics.map { $0.line(without: Self.folder) } == [
        "sound-start.csv:3:11: error: people can be in 'disabled' at age 60 (female), but no row leads on from there"
      ])
  }

  @Test func aFileThatIsNotThereIsSaid() throws {
    let table = try #require(error(table: "nowhere.csv", start: "sound-start.csv"))
    #expect(table.diagnostics.map(\.problem) == [.fileNotFound])
    let start = try #require(error(table: "sound-table.csv", start: "nowhere.csv"))
    #expect(start.diagnostics.map(\.position.file) == ["\(Self.folder)/nowhere.csv"])
  }
}
