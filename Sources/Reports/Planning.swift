import Inputs
import Simulation

extension Plan {
  /// The plan of a scenario as read.
  ///
  /// - Throws: ``InputError`` with the place of what cannot be resolved.
  public init(_ loaded: LoadedScenario) throws(InputError) {
    let isWhole = loaded.dataset.extent == .whole
    do {
      try self.init(loaded.dataset.city, loaded.scenario, model: isWhole ? nil : .population)
    } catch {
      throw InputError([loaded.diagnostic(of: error)])
    }
  }
}

/// Everything that is wrong with a data package.
public struct PackageCheck: Sendable {
  /// Nil where the package cannot be read.
  public let dataset: Dataset?
  /// In the order of the places.
  public let problems: [Diagnostic]

  /// Reads a package and, where that succeeds, plans a run of it.
  public init(_ directory: String) {
    let reading = Dataset.Reading(directory: directory)
    var found = reading.problems
    if reading.isComplete, let trial = reading.dataset?.trial {
      do { _ = try Plan(trial) } catch { found += error.diagnostics }
    }
    // A place that the model has spoken about needs no second word.
    found += reading.formProblems.filter { problem in !found.contains { $0.position == problem.position } }
    dataset = reading.dataset
    problems = InputError(found).diagnostics
  }

  /// The package, of which nothing may be wrong.
  ///
  /// - Throws: ``InputError`` with ``problems``.
  public func sound() throws(InputError) -> Dataset {
    guard let dataset, problems.isEmpty else { throw InputError(problems) }
    return dataset
  }
}
