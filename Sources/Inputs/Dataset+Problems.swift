import Domain
import Formulas
import Simulation

extension Dataset {
  /// Everything that is wrong with a data package, in the order of the places.
  ///
  /// More than reading alone shows: a run does without a list of sources, say, a package does not.
  public static func problems(in directory: String) -> [Diagnostic] {
    var reader = DatasetReader(directory: directory, extent: extent(of: directory))
    var found: [Diagnostic] = []
    do {
      let dataset = try reader.read()
      if reader.remarks.isEmpty { found += dataset.resolutionProblems }
    } catch {
      found += error.diagnostics
    }
    found += reader.remarks
    let description = PackageDescription(directory: directory, isWhole: reader.extent == .whole)
    // A place that the model has spoken about needs no second word.
    found += description.problems.filter { problem in
      !found.contains { $0.file == problem.file && $0.line == problem.line && $0.column == problem.column }
    }
    return InputError(found).diagnostics
  }

  /// A run from the base year to the newest observation must find every value it needs.
  private var resolutionProblems: [Diagnostic] {
    let scenario = Scenario(
      name: "check", title: nil, horizon: city.baseYear...city.newestObservation, knownUntil: nil, seed: 0,
      overrides: [])
    do {
      _ = try Plan(city, scenario, model: extent == .population ? .population : nil)
      return []
    } catch {
      return [error.diagnostic(self)]
    }
  }
}
