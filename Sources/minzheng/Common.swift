import ArgumentParser
import Domain
import Foundation
import Inputs
import NumericCore
import Reports
import Simulation

extension Language: ExpressibleByArgument {}

/// A folder named on the command line; an empty name is a variable that was not set.
struct Folder: ExpressibleByArgument {
  let path: String

  init(_ path: String) { self.path = path }

  init?(argument: String) {
    guard !argument.isEmpty else { return nil }
    path = argument
  }

  var defaultValueDescription: String { path }
}

/// A file named on the command line.
struct File: ExpressibleByArgument {
  let path: String

  init?(argument: String) {
    guard !argument.isEmpty else { return nil }
    path = argument
  }

  /// Writes all of a text or leaves the file as it was.
  ///
  /// - Throws: ``OutputFolder/Failure``.
  func write(_ text: String) throws {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw OutputFolder.Failure(path: path)
    }
  }
}

/// The program's exit codes.
enum Exit {
  static let failed = ExitCode(1)
  static let answerIsNo = ExitCode(2)
  static let badInput = ExitCode(65)
  static let cannotWrite = ExitCode(73)
}

/// Writes to standard error; where nobody listens there is nobody to tell.
func complain(_ text: String) {
  try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
}

/// Writes to standard output.
///
/// - Throws: ``OutputFolder/Failure`` when not all of it could be written.
func say(_ text: String) throws {
  do {
    try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
  } catch {
    throw OutputFolder.Failure(path: "stdout")
  }
}

/// Runs a command's work and turns what went wrong into words and an exit code.
func reportingErrors(in language: Language, _ work: () throws -> Void) throws {
  do {
    try work()
  } catch let error as InputError {
    complain(diagnosticText(error, language: language))
    throw Exit.badInput
  } catch let error as OutputFolder.Failure {
    complain(language == .zh ? "无法写入 \(error.path)\n" : "cannot write \(error.path)\n")
    throw Exit.cannotWrite
  }
}

/// The same for work that goes on side by side.
func reportingErrors(in language: Language, _ work: () async throws -> Void) async throws {
  var failure: (any Error)?
  do { try await work() } catch { failure = error }
  try reportingErrors(in: language) { if let failure { throw failure } }
}

/// Says why a run came to nothing, and gives the exit code for it.
func refused(_ error: RunError, _ plan: Plan, in language: Language) -> ExitCode {
  complain(runText(error, areas: plan.city.areas, language: language))
  switch error {
  case .books(.noRates), .ability: return Exit.badInput
  case .books, .fund(.notProved): return Exit.failed
  case .fund(.clash): return Exit.answerIsNo
  case .store: return Exit.cannotWrite
  case .tooManySetAside: return Exit.failed
  }
}

/// The threads to use: those asked for, else one a processor; one alone where OpenBLAS bears no more.
func usableThreads(_ asked: Int?) -> Int {
  blasAllowsParallelCallers() ? asked ?? ProcessInfo.processInfo.activeProcessorCount : 1
}

/// The dataset that comes with the program: the first beside its sources, or beside where it is installed.
func installedDataset() -> String? {
  guard let executable = Bundle.main.executablePath else { return nil }
  var folder = URL(fileURLWithPath: executable).resolvingSymlinksInPath().deletingLastPathComponent()
  while folder.path != "/" {
    for place in ["datasets", "share/minzheng/datasets"] {
      let datasets = folder.appendingPathComponent(place)
      let names = (try? FileManager.default.contentsOfDirectory(atPath: datasets.path)) ?? []
      for name in names.sorted() {
        let candidate = datasets.appendingPathComponent(name)
        let package = candidate.appendingPathComponent("datapackage.json").path
        if FileManager.default.fileExists(atPath: package) { return candidate.path }
      }
    }
    folder.deleteLastPathComponent()
  }
  return nil
}
