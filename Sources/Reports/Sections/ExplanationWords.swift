import CSV
import Domain
import Formulas
import Inputs
import Simulation
import Studies

/// Where numbers come from, in words.
struct ExplanationWords {
  private let dataset: Dataset
  private let language: Language

  init(_ dataset: Dataset, _ language: Language) {
    self.dataset = dataset
    self.language = language
  }

  private func say(_ zh: String, _ en: String) -> String { language.say(zh, en) }

  /// Empty for what its operands below say.
  func cause(of number: Explanation) -> String {
    switch number.cause {
    case .formula: ""
    case .districts(isByFormula: true):
      say("各区县之和，按全市各项也成立", "sum of the districts; the city's operands come to it too")
    case .districts: say("各区县之和", "sum of the districts")
    case .city: say("全市统一", "the city's, one for all")
    case .held(let figure): say("公布值，", "published, ") + published(figure)
    case .raked(let figure):
      say("按公式，再调整到全市公布值，", "by formula, then scaled to the city's published figure, ") + published(figure)
    case .given(let provenance): provenance.map(given) ?? say("由公式沿用", "carried on by a formula")
    case .counted: say("由人口推算得出", "counted among the people projected")
    }
  }

  private func published(_ figure: Observation) -> String {
    "\(figure.evidence.label(language)), \(source(figure.source)), \(dataset.directory)/tables/observed.csv"
  }

  private func source(_ id: String) -> String { say("来源 \(id)", "source \(id)") }

  /// Path, evidence, range, source and place of an input.
  private func given(_ provenance: Provenance) -> String {
    var words = [provenance.parameter.path]
    switch provenance.layer {
    case .scenario: words.append(say("情景设定", "set by the scenario"))
    case .allocation: words.append(say("公益金分配的结果", "as the fund is allocated"))
    case .dataset: break
    }
    if let dated = provenance.dated {
      words.append(dated.evidence.label(language))
      if let range = dated.range {
        words.append(say("范围 ", "range ") + [range.lowerBound, range.upperBound].map(number).joined(separator: "…"))
      }
      words.append(source(dated.source))
      if dated.from.year > provenance.year {
        words.append(say("首个取值自 \(dated.from.year) 年", "first given of \(dated.from.year)"))
      }
    }
    if let follows = provenance.follows { words.append(say("其后随 \(follows)", "then follows \(follows)")) }
    if let place = provenance.place { words.append("\(place.file):\(place.line)") }
    return words.joined(separator: say("，", ", "))
  }

  private func number(_ value: Double) -> String { decimalText(value) ?? "" }
}
