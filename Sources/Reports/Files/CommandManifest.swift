import CProcessor
import Foundation
import Inputs
import Publishing

/// What the files of a command without a scenario were made from.
struct CommandManifest: Encodable {
  let program = RunRecord.program
  let version: String
  let commit = String(cString: built_commit())
  let machine = Manifest.Machine()
  let command: [String]
  let written: String
  let inputs: [Manifest.Input]
  let outputs: [FileSeal]
}

/// The files of a command without a scenario, with a manifest.
///
/// - Parameter inputs: the files that it read.
public func commandFiles(
  _ files: [OutputFile], inputs: [InputFile], made: Making
) throws -> Publication {
  try Publication(files) { outputs in
    try json(
      CommandManifest(
        version: made.version, command: made.command, written: made.date.formatted(.iso8601),
        inputs: inputs.map(Manifest.Input.init), outputs: outputs),
      keys: .convertToSnakeCase)
  }
}
