import Foundation
import Testing

/// The studies that ship, each in a small part.
struct ShippedStudiesTests {
  private static let folder = Program.root.appendingPathComponent("studies")
  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".yaml") }.sorted()

  @Test func thereAreStudies() { #expect(Self.names.count >= 4) }

  /// One point in a hundred of each is computed and none of them fails for a reason that is the study's own.
  @Test(arguments: names) func everyStudyRuns(name: String) throws {
    let program = try Program()
    let outcome = try program.run(
      "sweep", Self.folder.appendingPathComponent(name).path, "--shard", "1/100", "--out", "out", "--lang", "en")
    #expect(outcome.status == 0, "\(outcome.complaints)")
    #expect(outcome.output.contains(" 0 failed") || name == "deep-uncertainty.yaml", "\(outcome.output)")
  }

  /// The readings name every study.
  @Test(arguments: names) func everyStudyHasItsReading(name: String) throws {
    let text = try String(contentsOf: Self.folder.appendingPathComponent("README.md"), encoding: .utf8)
    #expect(text.contains("## `\(name)`"))
  }
}
