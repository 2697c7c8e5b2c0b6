import Domain
import Formulas
import Simulation
import Uncertainty

/// Every input of which a range is stated, moved alone to both its ends, inputs that one cause moves together.
public struct StatedEnds: Sendable {
  public let study: Study
  public let subjects: [WorldInputs.Subject]

  /// - Parameter outcomes: with their names.
  public init(_ plan: Plan, outcomes: [(name: String, outcome: Outcome)]) {
    let city = plan.city
    let values = city.allValues
    let groups = city.ranges?.groups ?? []
    let drawn = Set(plan.uncertainParameters.drawn.map(\.path))
    var ranges: [(path: String, range: StatedRange)] = []
    for parameter in plan.model.parameters {
      guard let given = values[parameter.path],
        let range = StatedRange(parameter, given, knownUntil: plan.knownUntil)
      else { continue }
      ranges.append((parameter.path, range))
    }
    func part(_ stated: (path: String, range: StatedRange)) -> AxisPart {
      AxisPart(stated.path, .stated(stated.range))
    }
    let together = groups.compactMap { group -> (WorldInputs.Subject, Axis)? in
      let paths = group.members.map(\.path).filter(drawn.contains)
      let parts = paths.compactMap { path in ranges.first { $0.path == path } }.map(part)
      guard !parts.isEmpty else { return nil }
      let subject = WorldInputs.Subject.group(group.name, paths: paths)
      return (subject, Axis(subject.name, parts))
    }
    let grouped = Set(together.flatMap(\.0.paths))
    let alone = ranges.filter { !grouped.contains($0.path) }.map { stated in
      (WorldInputs.Subject.input(stated.path), Axis(stated.path, [part(stated)]))
    }
    subjects = (together + alone).map(\.0)
    study = Study(
      name: plan.scenario.name, title: nil, axes: (together + alone).map(\.1), worlds: .central,
      wanted: outcomes.map { ($0.name, $0.outcome, .central) }, design: .oneAtATime)
  }

  /// What each outcome is at the ends, by the central member.
  ///
  /// - Returns: one an outcome; nil where the scenario itself has no value.
  /// - Throws: ``ResolutionError``, ``RunError`` where the scenario by itself comes to nothing.
  public func sensitivities(_ city: City, _ scenario: Scenario, threads: Int) async throws -> [Sensitivity?] {
    let run = try SweepRun(study, city, scenario)
    let points = study.points
    let found = await run.values(of: (1...(points.count ?? 1)).map { points[$0] }, threads: threads)
    let layout = study.layout
    let inputs = layout.inputs.map { SampleInput($0.name, []) }
    return study.outcomes.indices.map { place in
      let outcome = found.map { result -> Double in
        if case .success(let values) = result { values[place] } else { .nan }
      }
      return Sensitivity(of: outcome, layout.design, inputs: inputs)
    }
  }
}
