import Domain
import Tables
import Uncertainty

/// What outcomes depend on, for readers.
public struct SensitivityPage {
  private let title: String
  private let findings: [SensitivityFinding]
  private let names: InputNames
  private let onlyDead: Bool
  private let remarks: [String]
  let language: Language

  /// Inputs shown of an outcome; all are in the file.
  private static let shown = 15

  /// - Parameters:
  ///   - onlyDead: whether the inputs that move nothing are listed, and nothing else.
  ///   - remarks: what else is to be said of where the points come from.
  public init(
    title: String, _ findings: [SensitivityFinding], _ names: InputNames, onlyDead: Bool, remarks: [String] = [],
    language: Language
  ) {
    self.title = title
    self.findings = findings
    self.names = names
    self.onlyDead = onlyDead
    self.remarks = remarks
    self.language = language
  }

  private func say(_ zh: String, _ en: String) -> String { language.say(zh, en) }

  public var document: Document {
    let closing = remarks.isEmpty ? [] : [Document.Section(unnumbered: nil, [.points(remarks)])]
    return Document(style: language == .zh ? .chinese : .english, title: title, sections: sections + closing)
  }

  /// A section for each outcome.
  var sections: [Document.Section] { findings.map(onlyDead ? dead : section) }

  private func heading(_ finding: SensitivityFinding) -> String {
    let kind = [finding.statistic, finding.unit?.shownName(language) ?? ""].filter { !$0.isEmpty }
    let behind = kind.isEmpty ? "" : say("（\(kind.joined(separator: "，"))）", " (\(kind.joined(separator: ", ")))")
    return say("\(finding.outcome)\(behind)取决于什么", "What \(finding.outcome)\(behind) depends on")
  }

  private func section(_ finding: SensitivityFinding) -> Document.Section {
    guard let found = finding.sensitivity else {
      return Document.Section(heading(finding), [.points([nothing])])
    }
    let table = SensitivityTable(finding, found, names, shown: Self.shown, language: language).table
    let place = findings.firstIndex { $0.outcome == finding.outcome && $0.statistic == finding.statistic } ?? 0
    let charts = SensitivityCharts(
      finding, found, names, shown: Self.shown, id: "sensitivity-\(place)", title: heading(finding),
      language: language
    ).charts
    return Document.Section(heading(finding), [charts.isEmpty ? .table(table) : .figures(charts, table)])
  }

  private var nothing: String {
    say(
      "没有变化，或有结果的点太少：至少要 \(Sensitivity.fewestPoints) 个点（模拟 \(WidthSplit.fewestWorlds) 次，Saltelli 设计两个重复）。",
      "It does not vary, or too few points came to anything: at least \(Sensitivity.fewestPoints) points are needed (\(WidthSplit.fewestWorlds) worlds, two replicates of Saltelli's rows)."
    )
  }

  /// The inputs that move nothing, one a line.
  private func dead(_ finding: SensitivityFinding) -> Document.Section {
    guard let found = finding.sensitivity else {
      return Document.Section(heading(finding), [.points([nothing])])
    }
    let names = found.dead.map(named)
    let head = say(
      "\(found.inputs.count) 项输入中有 \(names.count) 项看不出作用：",
      "\(names.count) of \(found.inputs.count) inputs move nothing that can be seen:")
    return Document.Section(
      say("不影响 \(finding.outcome) 的输入", "What does not move \(finding.outcome)"), [.points([head] + names)])
  }

  private func named(_ input: Sensitivity.Input) -> String {
    names.label(of: input.name).map { say("\($0(language))（\(input.name)）", "\($0(language)) (\(input.name))") }
      ?? input.name
  }
}
