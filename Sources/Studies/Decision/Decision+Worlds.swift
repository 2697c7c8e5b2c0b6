import Domain
import Simulation
import Uncertainty

extension Decision {
  /// Options as scenarios run in the same worlds.
  ///
  /// What may be found out are the inputs that any of them draws, alone, by module of the model, and all together; chance
  /// cannot be found out beforehand.
  ///
  /// - Parameter results: one an option; members of the rule's outcomes are kept.
  public init?(_ rule: DecisionRule, options: [String], _ results: [Results]) {
    let year = rule.outcomes.map(\.year).max() ?? 0
    let worlds = results.compactMap { WorldInputs($0, year: year) }
    guard let first = worlds.first, worlds.count == results.count else { return nil }
    var known = Set<String>()
    let all = worlds.flatMap(\.inputs).filter { known.insert($0.subject.name).inserted }
    let values = results.compactMap { results -> [[Double]]? in
      let members = rule.outcomes.compactMap { results.members($0.indicator, area: $0.area, year: $0.year) }
      return members.count == rule.outcomes.count ? members : nil
    }
    guard values.count == results.count, !first.inputs.isEmpty else { return nil }
    let open = all.filter { !$0.cause.isChance }
    self.init(
      rule, options: options, values: values, inputs: open.map { SampleInput($0.subject.name, $0.cause.columns) },
      surveys: Self.surveys(open), readings: Self.readings(all, results[0].plan))
  }

  /// Inputs of one part of the model together, and all of them.
  private static func surveys(_ inputs: [WorldInputs.Input]) -> [DecisionAnalysis.Survey] {
    var parts: [(name: String, inputs: [Int])] = []
    for (place, input) in inputs.enumerated() {
      let families = input.subject.paths.map { $0.split(separator: ".").prefix(2).joined(separator: ".") }.uniqued()
      // What belongs to several parts is a survey of its own.
      guard let family = families.first, families.count == 1 else { continue }
      if let known = parts.firstIndex(where: { $0.name == family }) {
        parts[known].inputs.append(place)
      } else {
        parts.append((family, [place]))
      }
    }
    return parts.filter { $0.inputs.count > 1 }.map { DecisionAnalysis.Survey("\($0.name).*", inputs: $0.inputs) }
      + [DecisionAnalysis.Survey("*", inputs: Array(inputs.indices))]
  }

  /// Inputs one by one, each with the number that decides its value; of chance what the last year brought.
  private static func readings(_ inputs: [WorldInputs.Input], _ plan: Plan) -> [Reading] {
    let correlations = plan.drawnCorrelations
    return inputs.flatMap { input -> [Reading] in
      switch input.subject {
      case .input(let path): return [Reading(path, input.cause.columns[0], .score(path))]
      case .group(_, let paths):
        // The first column is what the group has in common, then what each has of its own.
        return paths.indices.map { place in
          let correlation = correlations[paths[place]] ?? 0
          let (common, own) = (correlation.squareRoot(), (1 - correlation).squareRoot())
          let scores = zip(input.cause.columns[0], input.cause.columns[place + 1]).map { common * $0 + own * $1 }
          return Reading(paths[place], scores, .score(paths[place]))
        }
      case .figure, .people, .process: return [Reading(input.subject.name, input.cause.columns[0], .rank)]
      }
    }
  }
}
