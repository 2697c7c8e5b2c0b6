import Domain
import Foundation
import Inputs
import Reports
import Simulation

/// Folders of the repository that tests read.
enum Folder {
  private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  static let broken = tests.appendingPathComponent("InputsTests/Broken").path
  static let hangzhou = tests.deletingLastPathComponent().appendingPathComponent("datasets/hangzhou").path
  static let tinytown = tests.appendingPathComponent("Fixtures/tinytown").path
}

/// A folder that goes with the test that made it.
final class Scratch {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("minzheng-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.resolvingSymlinksInPath().path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and returns its path.
  @discardableResult func write(_ name: String, _ text: String) throws -> String {
    let file = URL(fileURLWithPath: "\(path)/\(name)")
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
    return "\(path)/\(name)"
  }

  /// A copy of the invented city that may be changed.
  func tinytown() throws -> String {
    try FileManager.default.copyItem(atPath: Folder.tinytown, toPath: "\(path)/tinytown")
    return "\(path)/tinytown"
  }

  /// A copy of the shipped city's package, its tools left out, that may be changed.
  func hangzhou() throws -> String {
    let city = "\(path)/city"
    try FileManager.default.createDirectory(atPath: city, withIntermediateDirectories: true)
    for part in ["datapackage.json", "SOURCES.md", "tables", "parameters"] {
      try FileManager.default.copyItem(atPath: "\(Folder.hangzhou)/\(part)", toPath: "\(city)/\(part)")
    }
    return city
  }

  /// Loads a scenario written as text, for the invented city.
  func load(_ text: String, set changes: [String] = [], knownUntil: Year? = nil) throws -> LoadedScenario {
    let file = try write("scenario.yaml", "horizon: {from: 2020, to: 2030}\n" + text)
    return try LoadedScenario(
      ScenarioRequest(file, dataset: Folder.tinytown, changes: changes, knownUntil: knownUntil))
  }
}

extension LoadedScenario {
  /// The scenario planned, or what cannot be resolved.
  var plan: Plan { get throws { try Plan(self) } }
}

/// What is wrong with an input, nil when nothing is.
func diagnostics<T>(_ work: () throws -> T) -> [Diagnostic]? {
  do {
    _ = try work()
    return nil
  } catch {
    return (error as? InputError)?.diagnostics
  }
}

extension Diagnostic {
  /// The head line in English, the folder left out.
  func line(without folder: String) -> String {
    message(.en).replacingOccurrences(of: folder + "/", with: "")
  }
}
