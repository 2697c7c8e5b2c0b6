import Domain
import Tables
import Uncertainty

/// What one outcome depends on, drawn: shares with their intervals and verdicts, effects, and both ends of each range.
struct SensitivityCharts {
  private let finding: SensitivityFinding
  private let found: Sensitivity
  private let names: InputNames
  private let shown: Int
  private let id: String
  private let title: String
  private let language: Language

  init(
    _ finding: SensitivityFinding, _ found: Sensitivity, _ names: InputNames, shown: Int, id: String, title: String,
    language: Language
  ) {
    self.finding = finding
    self.found = found
    self.names = names
    self.shown = shown
    self.id = id
    self.title = title
    self.language = language
  }

  private func say(_ zh: String, _ en: String) -> String { language.say(zh, en) }

  var charts: [Chart] { [shares, effects, ends].compactMap(\.self) }

  private func has(_ kind: Sensitivity.Kind) -> Bool { found.inputs.contains { $0[kind] != nil } }
  private func name(_ input: Sensitivity.Input) -> String { names.label(of: input.name)?(language) ?? input.name }

  /// Shares of the variance; what a line and a square explain stands in the table alone where another share is told.
  private var shares: Chart? {
    let all = Sensitivity.Kind.allCases.filter { $0.isShare && has($0) }
    let kinds = all.count > 1 ? all.filter { $0 != .smooth } : all
    guard let leading = kinds.last else { return nil }
    return chart("shares", kinds, .percent(decimals: 0), unit: say("方差的份额", "share of the variance")) { input in
      input[leading].map { $0.verdict != .nothing } ?? false
    }
  }

  private var effects: Chart? {
    guard has(.effectSize) else { return nil }
    let format = level(of: .effectSize)
    return chart("effects", [.effectSize], format.level, unit: format.unit) { $0[.effectSize] != nil }
  }

  /// A tornado: what the outcome differs by at both ends of each range, the widest first.
  private var ends: Chart? {
    guard has(.atLow), has(.atHigh) else { return nil }
    let format = level(of: .swing)
    let base = finding.base.map { base in
      let text = LevelFormat(finding.unit ?? .ratio, largest: abs(base), language: language)
      return say(
        "；不动时 \(text.level.text(base)) \(text.unit)", "; with nothing moved \(text.level.text(base)) \(text.unit)")
    }
    let widest = found.inputs.filter { $0[.atLow] != nil || $0[.atHigh] != nil }
      .sorted { ($0[.swing]?.value ?? 0) > ($1[.swing]?.value ?? 0) }
    return chart(
      "ends", [.atLow, .atHigh], format.change,
      unit: say("与不动时的差（\(format.unit)）", "difference (\(format.unit))") + (base ?? ""), among: widest
    ) { input in [Sensitivity.Kind.atLow, .atHigh].contains { input[$0].map { $0.value != 0 } ?? false } }
  }

  private func level(of kind: Sensitivity.Kind) -> LevelFormat {
    let sizes = found.inputs.compactMap { $0[kind] }.map { abs($0.value) }
    return LevelFormat(finding.unit ?? .ratio, largest: sizes.max() ?? 0, language: language)
  }

  private func chart(
    _ part: String, _ kinds: [Sensitivity.Kind], _ format: NumberFormat, unit: String,
    among inputs: [Sensitivity.Input]? = nil, where isShown: (Sensitivity.Input) -> Bool
  ) -> Chart? {
    let chosen = (inputs ?? found.inputs).filter(isShown).prefix(shown)
    let rows = chosen.map { input in GroupPlot.Row(name(input), kinds.map { bar(input[$0]) }) }
    guard !rows.isEmpty else { return nil }
    let labels = kinds.map { $0.label(language) }
    let words = rows.prefix(3).map { row in
      let values = zip(labels, row.bars).compactMap { label, bar in bar.map { "\(label) \(told($0, format))" } }
      return "\(row.name) \(values.joined(separator: say("，", ", ")))"
    }
    let rest = rows.count > 3 ? say("；图中共 \(rows.count) 项。", "; \(rows.count) inputs are drawn.") : say("。", ".")
    return Chart(
      id: "\(id)-\(part)", title: "\(title)\(say("：", ": "))\(labels.joined(separator: say("、", ", ")))",
      description: words.joined(separator: say("；", "; ")) + rest,
      .groups(GroupPlot(labels, rows, unit: unit, format: format)))
  }

  private func told(_ bar: GroupPlot.Bar, _ format: NumberFormat) -> String {
    let ends = bar.interval.map { "\(format.text($0.lowerBound))–\(format.text($0.upperBound))" }
    let more = [ends, bar.remark.isEmpty ? nil : bar.remark].compactMap(\.self).joined(separator: say("，", ", "))
    return format.text(bar.value) + (more.isEmpty ? "" : say("（\(more)）", " (\(more))"))
  }

  /// A share below nothing, or beyond the whole, is an error of its estimate; the file has it as it is.
  private func bar(_ measure: Sensitivity.Measure?) -> GroupPlot.Bar? {
    measure.map { measure in
      func within(_ value: Double) -> Double { measure.kind.isShare ? min(max(value, 0), 1) : value }
      let ends = measure.low.flatMap { low in measure.high.map { min(low, $0)...max(low, $0) } }
      return GroupPlot.Bar(
        within(measure.value), remark: measure.verdict?.words(language) ?? "",
        interval: ends.map { within($0.lowerBound)...within($0.upperBound) })
    }
  }
}
