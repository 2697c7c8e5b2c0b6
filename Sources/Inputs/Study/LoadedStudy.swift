import Domain
import Simulation
import Studies

/// A study as read, with its scenario and the files both came from.
public struct LoadedStudy: Sendable {
  public let study: Study
  public let scenario: LoadedScenario
  /// The study's own: the file, and the table of its points where there is one.
  public let files: [InputFile]
  /// Every file read.
  public var inputs: [InputFile] { files + scenario.inputs }

  /// Reads a study and all that it names.
  ///
  /// - Parameters:
  ///   - options: what the command line adds; the specification is the study's.
  ///   - standardInput: gives the table where a study takes its points from there.
  /// - Throws: ``InputError`` with everything found wrong.
  public init(
    path: String, options: ScenarioRequest, standardInput: (() -> [UInt8])? = nil
  ) throws(InputError) {
    let file = try StudyFile(path: path)
    var request = options
    request.specification = try file.specification()
    // What is drawn is the study's business.
    request.draws = 0
    do {
      scenario = try LoadedScenario(request)
    } catch {
      throw InputError(file.diagnostics + error.diagnostics)
    }
    var reader = StudyReader(file, scenario, standardInput)
    study = try reader.read()
    files = [file.source] + reader.tables
  }
}
