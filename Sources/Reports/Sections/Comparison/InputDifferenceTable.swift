import CSV
import Domain
import Formulas
import Inputs
import Studies
import Tables

/// What differs in the inputs of scenarios, with the lines that set it.
struct InputDifferenceTable {
  private let dataset: Dataset
  private let language: Language
  /// Lines of one parameter beyond which districts are only counted.
  private static let mostOfOne = 3

  init(_ dataset: Dataset, language: Language) {
    self.dataset = dataset
    self.language = language
  }

  private func say(_ zh: String, _ en: String) -> String { language.say(zh, en) }

  /// - Parameter scenarios: each with its name and what differs in it; a name heads its rows where there are several.
  func table(_ scenarios: [(name: String, inputs: [InputDifference])]) -> Table {
    var table = Table(columns: [
      Column("path", header: say("参数", "Parameter")), Column("label", header: say("含义", "Meaning")),
      Column("change", header: say("改动", "Change")), Column("origin", header: say("由何处设定", "Set by")),
    ])
    for (name, inputs) in scenarios {
      if scenarios.count > 1 { table.appendSection(name) }
      for path in inputs.map(\.parameter.path).uniqued() {
        let own = inputs.filter { $0.parameter.path == path }
        for difference in own.prefix(InputDifferenceTable.mostOfOne) { table.append(row(difference)) }
        let rest = own.count - InputDifferenceTable.mostOfOne
        guard rest > 0 else { continue }
        table.append([.text(""), .text(""), .text(say("另有 \(rest) 个区县", "and \(rest) more districts")), .text("")])
      }
    }
    return table
  }

  /// A line for each input that differs: what it is, both values, where they were set.
  func lines(_ inputs: [InputDifference]) -> [String] {
    inputs.map { difference in
      let words = words(difference)
      let origin = words.origin.isEmpty ? "" : say("（\(words.origin)）", " (\(words.origin))")
      return "\(words.label) · \(words.path)\(say("：", ": "))\(words.change)\(origin)"
    }
  }

  /// The label of a parameter; of a factor or an amount on one, that one's.
  private func label(_ path: String) -> String? {
    let values = dataset.city.allValues
    let whole = path.split(separator: ".").dropLast().joined(separator: ".")
    return (values[path] ?? values[whole])?.label(language)
  }

  private func row(_ difference: InputDifference) -> [Cell] {
    let words = words(difference)
    return [.text(words.path), .text(words.label), .text(words.change), .text(words.origin)]
  }

  private func words(
    _ difference: InputDifference
  ) -> (path: String, label: String, change: String, origin: String) {
    let parameter = difference.parameter
    let areas = dataset.city.areas
    let place =
      difference.area == areas.cityIndex ? "" : say("，", ", ") + areas[difference.area].label(language)
    let label = (label(parameter.path) ?? "") + place
    // Both lines count: what a scenario takes away was set by the other.
    let origin = (difference.originAfter ?? difference.originBefore).map { "\($0.file):\($0.line)" } ?? ""
    return (parameter.path, label, change(difference), origin)
  }

  /// Both values in the first and, where these change, the last year that differs.
  private func change(_ difference: InputDifference) -> String {
    guard let first = difference.points.first, let last = difference.points.last else { return "" }
    let unit = difference.parameter.unit
    let isShare = difference.parameter.scope == .split && difference.area != dataset.city.areas.cityIndex
    let nothing = isShare ? say("按份额", "its share") : say("无", "none")
    func text(_ value: Double?) -> String { value.map { number($0, unit) } ?? nothing }
    func values(_ point: InputDifference.Point) -> String {
      point.before == point.after
        ? say("年内平均不同", "another mean over the year") : "\(text(point.before)) → \(text(point.after))"
    }
    let suffix = unit == .share ? "" : " \(unit.name(language))"
    if difference.isSteady {
      let years = first.year == last.year ? "\(first.year)" : "\(first.year)–\(last.year)"
      return "\(years): \(values(first))\(suffix)"
    }
    return "\(first.year): \(values(first)); \(last.year): \(values(last))\(suffix)"
  }

  private func number(_ value: Double, _ unit: Unit) -> String {
    if unit.isShownInPercent { return NumberFormat.percent(decimals: 2).text(value) }
    return abs(value) >= 100 ? NumberFormat().text(value) : decimalText((value * 1e4).rounded() / 1e4) ?? ""
  }
}
