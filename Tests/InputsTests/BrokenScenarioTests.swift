import Domain
import Foundation
import Inputs
import Reports
import Simulation
import Testing

/// The catalogue of errors: every file of `Broken/` with what a user reads of it beside it.
///
/// `RECORD=1` writes the texts anew, and still fails.
struct BrokenScenarioTests {
  private static let scenarios =
    ((try? FileManager.default.contentsOfDirectory(atPath: Folder.broken)) ?? [])
    .filter { $0.hasSuffix(".yaml") }.sorted()

  private func message(_ scenario: String, _ language: Language) throws -> String? {
    do {
      _ = try Plan(LoadedScenario(ScenarioRequest("\(Folder.broken)/\(scenario)")))
      return nil
    } catch {
      return diagnosticText(error, language: language).replacingOccurrences(of: Folder.broken + "/", with: "")
    }
  }

  @Test func thereAreBrokenScenarios() { #expect(Self.scenarios.count >= 10) }

  @Test(arguments: scenarios) func aBrokenScenarioSaysWhatIsWrong(scenario: String) throws {
    for language in Language.allCases {
      let found = try #require(try message(scenario, language), "\(scenario) loads")
      let golden = "\(Folder.broken)/\(scenario.dropLast(".yaml".count)).\(language.rawValue).txt"
      let expected = try? String(contentsOfFile: golden, encoding: .utf8)
      if ProcessInfo.processInfo.environment["RECORD"] == "1" {
        try found.write(toFile: golden, atomically: true, encoding: .utf8)
        Issue.record("\(golden) was written")
      } else {
        #expect(found == expected)
      }
    }
  }
}
