import Domain
import Simulation

extension Dataset {
  /// What reading a whole package for a check says.
  ///
  /// More than a run needs: a run does without a list of sources, say, a package does not.
  public struct Reading: Sendable {
    /// Nil where the package cannot be read.
    public let dataset: Dataset?
    /// Everything wrong with what was read, in no order.
    public let problems: [Diagnostic]
    /// Whether the values are all there, so that a run may be tried.
    public let isComplete: Bool
    /// Everything that other programs would miss, where nothing else is wrong.
    public let formProblems: [Diagnostic]

    /// Reads a package.
    public init(directory: String) {
      var reader = DatasetReader(directory: directory, extent: Dataset.extent(of: directory))
      var found: [Diagnostic] = []
      do {
        dataset = try reader.read()
      } catch {
        dataset = nil
        found = error.diagnostics
      }
      let told = found + reader.remarks
      // A file about which something else is said needs no second word.
      let short = PackageCounts.short(in: directory).map { short in
        Diagnostic(ofFile: "\(directory)/\(short.file)", .missingRows(detail: short.detail))
      }.filter { short in !told.contains { $0.position.file == short.position.file } }
      problems = told + short
      isComplete = dataset != nil && reader.remarks.allSatisfy(\.problem.isWarning)
      formProblems = PackageDescription(directory: directory, isWhole: reader.extent == .whole).problems
    }
  }

  /// A run from the base year to the newest observation, which must find every value it needs.
  public var trial: LoadedScenario { LoadedScenario(Dataset.trialScenario(of: city), self) }

  /// From the base year to the newest observation.
  public static func trialScenario(of city: City) -> Scenario {
    Scenario(
      name: "check", title: nil, horizon: city.baseYear...city.newestObservation, knownUntil: nil, seed: 0,
      overrides: [])
  }
}
