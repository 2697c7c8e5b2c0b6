import Foundation
import Testing

/// The built program, run in a temporary folder that goes with it.
final class Program {
  let folder: URL

  /// What a run of the program gave.
  struct Outcome {
    let status: Int32
    let output: String
    let complaints: String
  }

  /// The root of the repository.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let baseline = root.appendingPathComponent("scenarios/baseline.yaml").path
  static let crunch = root.appendingPathComponent("scenarios/workforce-crunch.yaml").path
  static let tinytown = root.appendingPathComponent("Tests/Fixtures/tinytown.yaml").path

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("minzheng-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The program stands beside the tests.
  private static func executable() throws -> URL {
    let candidates = [CommandLine.arguments.first, Bundle.main.executablePath].compactMap { $0 }
      .map { URL(fileURLWithPath: $0).deletingLastPathComponent().appendingPathComponent("minzheng") }
    return try #require(candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) })
  }

  func run(_ arguments: String...) throws -> Outcome { try run(arguments) }

  /// Where the program lies.
  func executablePath() throws -> String { try Program.executable().path }

  /// What a line for the shell gives.
  func shell(_ line: String) throws -> Outcome {
    try start(URL(fileURLWithPath: "/bin/sh"), ["-c", line], environment: [:]).outcome()
  }

  /// - Parameter environment: variables that are set for this run, beside those there are.
  func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Outcome {
    try start(arguments, environment: environment).outcome()
  }

  /// A run that goes on.
  struct Started {
    let process: Process
    fileprivate let streams: [URL]

    /// What it gave once it is done.
    func outcome() throws -> Outcome {
      process.waitUntilExit()
      let texts = try streams.map { try String(contentsOf: $0, encoding: .utf8) }
      return Outcome(status: process.terminationStatus, output: texts[0], complaints: texts[1])
    }
  }

  func start(_ arguments: [String], environment: [String: String] = [:]) throws -> Started {
    try start(Program.executable(), arguments, environment: environment)
  }

  private func start(
    _ executable: URL, _ arguments: [String], environment: [String: String]
  ) throws -> Started {
    let process = Process()
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    // Files take any amount of text, where a pipe would have to be emptied meanwhile.
    let streams = try ["output", "complaints"].map { name in
      let file = folder.appendingPathComponent(".\(name)")
      try Data().write(to: file)
      return file
    }
    process.standardOutput = try FileHandle(forWritingTo: streams[0])
    process.standardError = try FileHandle(forWritingTo: streams[1])
    try process.run()
    return Started(process: process, streams: streams)
  }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }

  func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  /// Names and bytes of the files in a folder.
  func files(_ name: String) throws -> [String: Data] {
    let place = folder.appendingPathComponent(name)
    let names = try FileManager.default.contentsOfDirectory(atPath: place.path)
    return Dictionary(
      uniqueKeysWithValues: try names.map { ($0, try Data(contentsOf: place.appendingPathComponent($0))) })
  }
}
