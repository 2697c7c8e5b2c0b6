import Domain
import Foundation
import Inputs
import Publishing
import Reports
import Simulation

/// The run of the invented city that the tests of reports look at.
struct Tinytown {
  let loaded: LoadedScenario
  let results: Results

  /// The folder `Tests`.
  static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

  init() throws {
    let scenario = Tinytown.tests.appendingPathComponent("Fixtures/tinytown.yaml").path
    loaded = try LoadedScenario(ScenarioRequest(scenario))
    results = try Plan(loaded).run()
  }

  func report(_ language: Language) -> String { runReport(results, loaded.dataset, language: language).text }

  func files() async throws -> [String: [UInt8]] {
    let run = try await runFiles(
      results, loaded, report: report(.zh),
      made: Making(version: "0", command: ["minzheng"], date: Date(timeIntervalSince1970: 0)))
    let files = try run.files.map { ($0.name, try $0.content()) } + [(RunRecord.file, run.manifest)]
    return Dictionary(uniqueKeysWithValues: files)
  }
}
