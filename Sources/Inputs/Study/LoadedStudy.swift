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

  private init(_ study: Study, _ scenario: LoadedScenario, files: [InputFile]) {
    self.study = study
    self.scenario = scenario
    self.files = files
  }

  /// The same points of which something else is asked, by the central member.
  public func asking(_ outcomes: [Outcome], named name: String) -> LoadedStudy {
    let areas = scenario.dataset.city.areas
    let (worlds, statistic): (Study.Worlds, OutcomeStatistic) =
      if case .chance = study.worlds { (study.worlds, .world) } else { (.central, .central) }
    let wanted = outcomes.map { outcome in
      (
        name: "\(outcome.indicator)@\(outcome.year)/\(areas[outcome.area].code)", outcome: outcome,
        statistic: OutcomeStatistic?.some(statistic)
      )
    }
    let study = Study(
      name: name, title: study.title, axes: study.axes, worlds: worlds, wanted: wanted, design: study.design)
    return LoadedStudy(study, scenario, files: files)
  }

  /// Reads a study and all that it names.
  ///
  /// - Parameters:
  ///   - options: what the command line adds; the specification is the study's.
  ///   - other: a specification that takes the place of the study's own.
  ///   - standardInput: gives the table where a study takes its points from there.
  /// - Throws: ``InputError`` with everything found wrong.
  public init(
    path: String, options: ScenarioRequest, scenario other: String? = nil, standardInput: (() -> [UInt8])? = nil
  ) throws(InputError) {
    let file = try StudyFile(path: options.shipped.path(path, .study))
    var request = options
    let own = try file.specification(options.shipped)
    request.specification = other ?? own
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
