import Domain
import Formulas
import Inputs
import Simulation
import Studies
import Tables

/// How a number came about, for readers and for programs.
public struct ExplanationPage {
  let tree: ExplanationTree
  private let dataset: Dataset
  let areas: Areas
  private let language: Language

  public init(_ tree: ExplanationTree, _ dataset: Dataset, language: Language) {
    self.tree = tree
    self.dataset = dataset
    areas = dataset.city.areas
    self.language = language
  }

  /// A line a number, those it was worked out from below it.
  public var text: String {
    var lines = heading
    append(tree.root, under: "", to: &lines)
    return lines.joined(separator: "\n") + "\n"
  }

  /// A list within a list for each level.
  public var markdown: String {
    var lines: [String] = []
    func append(_ node: ExplanationTree.Node, _ level: Int) {
      let indent = String(repeating: "  ", count: level)
      lines.append("\(indent)- \(line(node.number, below: nil))")
      for part in node.parts { append(part, level + 1) }
      if let more = more(node) { lines.append("\(indent)  - \(more)") }
    }
    append(tree.root, 0)
    return lines.joined(separator: "\n") + "\n"
  }

  private var heading: [String] {
    let root = tree.root.number
    guard let formula = root.formula else { return [line(root, below: nil)] }
    return [line(root, below: nil), "  = " + words(formula)]
  }

  private func append(_ node: ExplanationTree.Node, under indent: String, to lines: inout [String]) {
    var rows = node.parts.map { part in
      { (lead: String, rest: String, lines: inout [String]) in
        lines.append(indent + lead + line(part.number, below: node.number))
        append(part, under: indent + rest, to: &lines)
      }
    }
    if let more = more(node) { rows.append { lead, _, lines in lines.append(indent + lead + more) } }
    for (place, row) in rows.enumerated() {
      let isLast = place == rows.count - 1
      row(isLast ? "└─ " : "├─ ", isLast ? "   " : "│  ", &lines)
    }
  }

  private func more(_ node: ExplanationTree.Node) -> String? {
    guard node.hidden > 0, node.number.year == tree.root.number.year, !node.parts.isEmpty else { return nil }
    return language.say("另有 \(node.hidden) 项（--depth 展开）", "\(node.hidden) more (--depth shows them)")
  }

  // MARK: - A line

  /// What a number is, its value, where and when it differs from the number above, and where it comes from.
  private func line(_ number: Explanation, below above: Explanation?) -> String {
    var place: [String] = []
    if above?.area != number.area { place.append(areas[number.area].label(language)) }
    if above?.year != number.year { place.append(language.say("\(number.year) 年", "\(number.year)")) }
    let whereAndWhen =
      place.isEmpty ? "" : language.say("（\(place.joined(separator: "，"))）", " (\(place.joined(separator: ", ")))")
    let cause = ExplanationWords(dataset, language).cause(of: number)
    return "\(label(number))\(whereAndWhen) = \(value(number))"
      + (cause.isEmpty ? "" : language.say("　\(cause)", "  \(cause)"))
  }

  func label(_ number: Explanation) -> String { label(number, language) }

  func label(_ number: Explanation, _ language: Language) -> String {
    switch number.subject {
    case .indicator(let indicator): (dataset.city.label(ofIndexed: indicator.name) ?? indicator.label)(language)
    case .parameter(let parameter): dataset.city.label(ofParameter: parameter.path)?(language) ?? parameter.path
    case .measure(let measure): measure.label(language)
    }
  }

  private func value(_ number: Explanation) -> String {
    guard let value = number.value else { return language.say("无值", "no value") }
    let unit = number.unit
    var text = unit.format().text(value)
    // So small that its usual decimals show nothing of it.
    if value != 0, !text.contains(where: { ("1"..."9").contains($0) }) { text = NumberFormat(decimals: 6).text(value) }
    let name = unit.shownName(language)
    return name.isEmpty || text.hasSuffix("%") ? text : "\(text) \(name)"
  }

  /// The formula with labels in place of names.
  private func words(_ formula: Formula) -> String {
    formula.text(in: language) { leaf in
      dataset.city.name(of: leaf, in: language) { name in dataset.city.model.indicators.first { $0.name == name } }
    }
  }
}
