import Domain
import Formulas
import Inputs
import Simulation

/// What a package still lacks, what moves most first; empty where no parameter is missing.
///
/// - Parameters:
///   - problems: everything wrong with the package.
///   - template: another package, which knows what parameters are called and what they move.
public func missingText(_ problems: [Diagnostic], template: Dataset, language: Language) -> String {
  let said = Set(problems.map(\.problem.words))
  let missing = template.city.model.given.filter { said.contains(Problem.parameterMissing(path: $0.path).words) }
  guard !missing.isEmpty else { return "" }
  let head = language.say(
    "还缺 \(missing.count) 个参数，影响主要指标多的在前（先补各表中缺的行，一切由人口而来）：",
    "\(missing.count) parameters are missing, those first that move most headline figures (rows that tables lack come before: all follows from people):"
  )
  return ([head] + PathList(missing, template, language).lines(.max)).joined(separator: "\n") + "\n"
}

/// Which values of a package still are those that it was begun with, what moves most first; empty where none is.
public func borrowedText(_ dataset: Dataset, language: Language) -> String {
  let values = dataset.city.values.mapValues { $0.all.count { $0.source == PackageDraft.source } }
  let count = values.values.reduce(0, +)
  guard count > 0 else { return "" }
  let all = dataset.city.values.values.reduce(0) { $0 + $1.all.count }
  let borrowed = dataset.city.model.given.filter { values[$0.path] ?? 0 > 0 }
  let list = PathList(borrowed, dataset, language)
  let (shown, percent) = (10, Int((100 * Double(count) / Double(all)).rounded()))
  let rest = borrowed.count - shown
  let head = language.say(
    "\(count) 个取值（\(percent)%）仍是借用的（来源 \(PackageDraft.source)），不是本市的；影响主要指标多的在前：",
    "\(count) values (\(percent) %) are still borrowed (source \(PackageDraft.source)) and not the city's own; those first that move most headline figures:"
  )
  let tail = rest > 0 ? [language.say("  另有 \(rest) 个参数。", "  and \(rest) parameters more.")] : []
  return ([head] + list.lines(shown) + tail).joined(separator: "\n") + "\n"
}

/// Parameters with what they move, those first that move most.
private struct PathList {
  private let entries: [(parameter: Parameter, headlines: Int, indicators: Int)]
  private let labels: [String: Label]
  private let language: Language

  init(_ parameters: [Parameter], _ dataset: Dataset, _ language: Language) {
    let influence = Influence(dataset.city)
    labels = dataset.city.allValues.mapValues(\.label)
    self.language = language
    entries = parameters.map { parameter in
      let moved = influence.indicators(movedBy: parameter.path).map(\.indicator.name)
      return (parameter, moved.count(where: Model.headlines.contains), moved.count)
    }
    .enumerated().sorted {
      ($1.element.headlines, $1.element.indicators, $0.offset) < (
        $0.element.headlines, $0.element.indicators, $1.offset
      )
    }.map(\.element)
  }

  func lines(_ most: Int) -> [String] {
    entries.prefix(most).enumerated().map { place, entry in
      let label = labels[entry.parameter.path]?(language) ?? ""
      let unit = entry.parameter.unit.name(language)
      return language.say(
        "  \(place + 1). \(entry.parameter.path)  \(label)（\(unit)），影响 \(entry.headlines) 个主要指标、共 \(entry.indicators) 个指标",
        "  \(place + 1). \(entry.parameter.path)  \(label) (\(unit)), moves \(entry.headlines) headline figures, \(entry.indicators) indicators in all"
      )
    }
  }
}
