import ArgumentParser
import Domain
import Foundation
import Inputs
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

/// The program's exit codes.
enum Exit {
  static let failed = ExitCode(1)
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

/// Runs a plan, or says which books do not balance.
func balanced(_ plan: Plan, in language: Language) throws -> Results {
  do {
    return try plan.run()
  } catch {
    throw refused(error, plan, in: language)
  }
}

/// Runs a plan with members, or says why none came of it.
func balanced(_ plan: Plan, _ options: EnsembleOptions, in language: Language) async throws -> Results {
  do {
    return try await plan.run(options)
  } catch let error as RunError {
    throw refused(error, plan, in: language)
  } catch let error as WorldsError {
    complain(worldsText(error, language: language))
    throw Exit.badInput
  }
}

/// Says why a run came to nothing, and gives the exit code for it.
private func refused(_ error: RunError, _ plan: Plan, in language: Language) -> ExitCode {
  complain(runText(error, areas: plan.city.areas, language: language))
  switch error {
  case .books(.noRates), .ability: return Exit.badInput
  case .books: return Exit.failed
  case .store: return Exit.cannotWrite
  }
}

/// The processors of this machine.
func processors() -> Int { ProcessInfo.processInfo.activeProcessorCount }

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
