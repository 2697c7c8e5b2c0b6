import Domain
import Formulas
import Targets

extension TargetPlan {
  /// The plan as a file that says the same, to be read again or edited.
  ///
  /// - Parameter head: comments above it, a line each.
  public func text(head: [String] = []) -> String {
    var lines = head.map { "# \($0)" }
    lines.append("name: \(TargetPlan.scalar(name))")
    lines.append("title: \(TargetPlan.pair(title))")
    lines.append("targets:")
    for entry in entries { lines += entry.lines }
    return lines.joined(separator: "\n") + "\n"
  }

  fileprivate static func pair(_ label: Label) -> String { "{zh: \(scalar(label.zh)), en: \(scalar(label.en))}" }

  /// A text as YAML takes it, in quotes where it could be read as something else.
  fileprivate static func scalar(_ text: String) -> String {
    let isPlain = !text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber || "._-/·".contains($0) }
    guard !isPlain || text.first.map({ "-.".contains($0) }) == true || Double(text) != nil else { return text }
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    return "\"\(escaped)\""
  }
}

extension TargetPlan.Entry {
  fileprivate var lines: [String] {
    let scalar = TargetPlan.scalar
    var lines = ["  \(scalar(id)):"]
    if let indicator {
      lines.append("    indicator: \(indicator.name)")
      if label != indicator.label { lines.append("    label: \(TargetPlan.pair(label))") }
    } else {
      lines.append("    label: \(TargetPlan.pair(label))")
      lines.append("    unit: \(scalar(unit.name(.zh)))")
    }
    if !zone.isEmpty { lines.append("    zone: \(scalar(zone))") }
    if let kind { lines.append("    kind: \(kind.label.zh)") }
    if isGrowing { lines.append("    growing: yes") }
    let values = wishes.map { wish in
      "\(wish.year): \"\(wish.comparator.sign) \(Quantity.written(wish.value, in: unit))\""
    }
    lines.append("    values: {\(values.joined(separator: ", "))}")
    if !source.isEmpty { lines.append("    source: \(scalar(source))") }
    if !note.isEmpty { lines.append("    note: \(scalar(note))") }
    return lines
  }
}

extension Target.Comparator {
  /// As plans print it.
  public var sign: String {
    switch self {
    case .atLeast: "≥"
    case .above: ">"
    case .equal: "="
    case .atMost: "≤"
    case .below: "<"
    }
  }
}
