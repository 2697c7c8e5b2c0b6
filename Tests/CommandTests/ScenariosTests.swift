import Foundation
import Testing

/// Every scenario that comes with the program.
struct ScenariosTests {
  private static let folder = Program.root.appendingPathComponent("scenarios")
  private static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".yaml") }.sorted()

  @Test func theScenariosOfTheHandbookAreThere() {
    let expected = [
      "austerity", "baseline", "dibao-ratio-up", "fast-ageing", "low-fertility", "ltc-insurance-wide", "next-plan-2030",
      "nursing-push", "plan-2025", "western-counties", "workforce-crunch",
    ]
    #expect(Set(expected).isSubset(of: ScenariosTests.names.map { $0.replacing(".yaml", with: "") }))
  }

  @Test(arguments: names)
  func aScenarioRunsAndSaysHowItIsRead(name: String) throws {
    let program = try Program()
    let file = ScenariosTests.folder.appendingPathComponent(name)
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.hasPrefix("# "))
    #expect(text.contains("title: {zh: "))
    #expect(name == "baseline.yaml" || text.contains("extends: baseline.yaml"))
    let outcome = try program.run("run", file.path, "--draws", "0", "--lang", "en", "--out", "out")
    #expect(outcome.status == 0, "\(outcome.complaints)")
    #expect(!outcome.output.contains("has no effect here"))
  }
}
