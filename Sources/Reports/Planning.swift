import Domain
import Formulas
import Inputs
import Simulation

extension Plan {
  /// The plan of a scenario as read.
  ///
  /// - Parameter others: changes that stand beside its own, as of a scenario it is held against.
  /// - Throws: ``InputError`` with the place of what cannot be resolved.
  public init(_ loaded: LoadedScenario, or others: [Override] = []) throws(InputError) {
    let isWhole = loaded.dataset.extent == .whole
    do {
      try self.init(loaded.dataset.city, loaded.scenario, model: isWhole ? nil : .population, or: others)
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
  /// What may be a mistake, in the order of the places.
  public let warnings: [Diagnostic]

  /// Reads a package and, where that succeeds, plans a run of it.
  public init(_ directory: String) {
    let reading = Dataset.Reading(directory: directory)
    var found = reading.problems
    if reading.isComplete, let dataset = reading.dataset {
      do {
        _ = try Plan(dataset.trial)
        found += dataset.wrongSizes()
      } catch {
        found += error.diagnostics
      }
    }
    // A place that the model has spoken about needs no second word.
    found += reading.formProblems.filter { problem in !found.contains { $0.position == problem.position } }
    dataset = reading.dataset
    let sorted = InputError(found).diagnostics
    problems = sorted.filter { !$0.problem.isWarning }
    warnings = sorted.filter(\.problem.isWarning)
  }

  /// The package, of which nothing may be wrong.
  ///
  /// - Throws: ``InputError`` with ``problems``.
  public func sound() throws(InputError) -> Dataset {
    guard let dataset, problems.isEmpty else { throw InputError(problems) }
    return dataset
  }
}

extension Dataset {
  /// Published values of another size than those beside them and what the model finds without any.
  fileprivate func wrongSizes() -> [Diagnostic] {
    guard extent == .whole, !city.observations.all.isEmpty else { return [] }
    let blind = Dataset.trialScenario(of: city)
    let results: Results
    do {
      results = try Plan(city.withoutObservations, blind).run()
    } catch {
      // A run that comes to nothing says why when it is asked for.
      return []
    }
    return results.sizeSlips(in: city.observations).compactMap { slip in
      slip.observation.origin.map { place in
        let text = slip.observation.value.plain
        let problem = Problem.wrongSize(
          text: text, factor: Int(slip.factor), isTooLarge: slip.isTooLarge, beside: slip.reference.label)
        return Diagnostic(at: Passage(place, found: text), problem)
      }
    }
  }
}

extension SizeSlip.Reference {
  fileprivate var label: Label {
    switch self {
    case .published(let other):
      Label(zh: " \(other.year) 年公布数 \(other.value.plain) ", en: "\(other.value.plain), published for \(other.year)")
    case .simulated(let value):
      Label(
        zh: "模型所得 \(value.rounded(toDigits: 3).plain) ",
        en: "\(value.rounded(toDigits: 3).plain), which the model finds")
    case .planned(let value, let year):
      Label(zh: " \(year) 年目标 \(value.plain) ", en: "\(value.plain), the target of \(year)")
    }
  }
}
