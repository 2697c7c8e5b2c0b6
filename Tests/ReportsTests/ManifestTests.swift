import Domain
import Foundation
import Inputs
import Reports
import Simulation
import Testing

/// What the manifest says of the files a run was made from.
struct ManifestTests {
  private struct Manifest: Decodable {
    struct Input: Decodable, Equatable {
      let path: String
      let sha256: String
    }

    let inputs: [Input]
  }

  private let folder: URL
  private let request: ScenarioRequest

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("minzheng-\(UUID().uuidString)")
    let town = Tinytown.tests.appendingPathComponent("Fixtures/tinytown")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: town, to: folder.appendingPathComponent("town"))
    let scenario = folder.appendingPathComponent("a.yaml")
    try "dataset: town\nhorizon: {from: 2020, to: 2021}\n".write(to: scenario, atomically: true, encoding: .utf8)
    request = ScenarioRequest(scenario.path)
  }

  private func inputs(_ loaded: LoadedScenario) async throws -> [Manifest.Input] {
    let files = try await runFiles(
      try Plan(loaded).run(), loaded, report: "",
      made: Making(version: "0", command: [], date: Date(timeIntervalSince1970: 0)))
    return try JSONDecoder().decode(Manifest.self, from: Data(files.manifest)).inputs
  }

  @Test func aFileEditedDuringTheRunIsCertifiedAsItWasRead() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let loaded = try LoadedScenario(request)
    let before = try await inputs(loaded)
    for file in ["a.yaml", "town/tables/observed.csv", "town/parameters/care.yaml"] {
      let edited = folder.appendingPathComponent(file)
      let text = try String(contentsOf: edited, encoding: .utf8)
      try (text + "# edited\n").write(to: edited, atomically: true, encoding: .utf8)
    }
    #expect(try await inputs(loaded) == before)
    #expect(before.allSatisfy { $0.sha256.count == 64 })
  }

  @Test func everyFileOfThePackageThatWasReadIsNamed() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let names = try await inputs(try LoadedScenario(request)).map { ($0.path as NSString).lastPathComponent }
    #expect(Set(names).count == names.count)
    for name in ["a.yaml", "datapackage.json", "SOURCES.md", "population.csv", "observed.csv", "care.yaml"] {
      #expect(names.contains(name), "\(name)")
    }
  }
}
