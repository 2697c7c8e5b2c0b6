import Domain
import Formulas
import Simulation

extension Dataset {
  /// Everything that is wrong with a data package, in the order of the places.
  ///
  /// More than reading alone shows: a run does without a list of sources, say, a package does not.
  public static func problems(in directory: String) -> [Diagnostic] { checked(directory).problems }

  /// Reads a data package of which nothing may be wrong.
  ///
  /// - Throws: ``InputError`` with ``problems(in:)``.
  public init(checking directory: String) throws(InputError) {
    let (dataset, problems) = Dataset.checked(directory)
    guard let dataset, problems.isEmpty else { throw InputError(problems) }
    self = dataset
  }

  private static func checked(_ directory: String) -> (dataset: Dataset?, problems: [Diagnostic]) {
    var reader = DatasetReader(directory: directory, extent: extent(of: directory))
    var found: [Diagnostic] = []
    var dataset: Dataset?
    do {
      let read = try reader.read()
      if reader.remarks.isEmpty { found += read.resolutionProblems }
      dataset = read
    } catch {
      found += error.diagnostics
    }
    found += reader.remarks
    let description = PackageDescription(directory: directory, isWhole: reader.extent == .whole)
    // A place that the model has spoken about needs no second word.
    found += description.problems.filter { problem in
      !found.contains { $0.position == problem.position }
    }
    return (dataset, InputError(found).diagnostics)
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
