import Domain
import Inputs
import Simulation

/// What a package still lacks, what moves most first; empty where no parameter is missing.
///
/// - Parameters:
///   - problems: everything wrong with the package.
///   - template: another package, which knows what parameters are called and what they move.
public func missingText(_ problems: [Diagnostic], template: Dataset, language: Language) -> String {
  let said = Set(problems.map(\.problem.words))
  let influence = Influence(template.city)
  let labels = template.city.allValues.mapValues(\.label)
  let missing = template.city.model.given.filter { said.contains(Problem.parameterMissing(path: $0.path).words) }
    .map { parameter in (parameter: parameter, moved: influence.indicators(movedBy: parameter.path).count) }
    .enumerated().sorted { ($1.element.moved, $0.offset) < ($0.element.moved, $1.offset) }.map(\.element)
  guard !missing.isEmpty else { return "" }
  let head = language.say(
    "还缺 \(missing.count) 个参数，影响指标多的在前（先补各表中缺的行，一切由人口而来）：",
    "\(missing.count) parameters are missing, those first that move most indicators (rows that tables lack come before: all follows from people):"
  )
  let lines = missing.enumerated().map { place, entry in
    let label = labels[entry.parameter.path]?(language) ?? ""
    let unit = entry.parameter.unit.name(language)
    return language.say(
      "  \(place + 1). \(entry.parameter.path)  \(label)（\(unit)），影响 \(entry.moved) 个指标",
      "  \(place + 1). \(entry.parameter.path)  \(label) (\(unit)), moves \(entry.moved) indicators")
  }
  return ([head] + lines).joined(separator: "\n") + "\n"
}
