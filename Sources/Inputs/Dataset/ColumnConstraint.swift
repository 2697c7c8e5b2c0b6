/// What the description of a table asks of a column.
///
/// Source: Frictionless Data, *Table Schema*, types and constraints; those that packages of cities use.
struct ColumnConstraint {
  let column: String
  private let type: String
  private let isRequired: Bool
  private let isUnique: Bool
  private let allowed: [String]
  private let minimum: Double?
  private let maximum: Double?
  private let pattern: Regex<AnyRegexOutput>?
  private let patternText: String

  /// Nil when the field has no name.
  init?(_ field: YAMLValue) {
    guard let pairs = field.pairs, let name = pairs.value(of: "name")?.text else { return nil }
    let constraints = pairs.value(of: "constraints")?.pairs ?? []
    func text(_ key: String) -> String? { constraints.value(of: key)?.text }
    column = name
    type = pairs.value(of: "type")?.text ?? "string"
    isRequired = text("required") == "true"
    isUnique = text("unique") == "true"
    allowed = constraints.value(of: "enum")?.items?.compactMap(\.text) ?? []
    minimum = text("minimum").flatMap(Double.init)
    maximum = text("maximum").flatMap(Double.init)
    patternText = text("pattern") ?? ""
    pattern = patternText.isEmpty ? nil : try? Regex(patternText)
  }

  /// Notes every cell of the column that does not comply.
  func check(_ table: inout TableReader) {
    var seen = Set<String>()
    for row in table.rows {
      let text = table.text(row, column)
      if text.isEmpty {
        if isRequired { table.remark(.emptyField(column: column), row: row, column) }
        continue
      }
      let hasBlanks = text.first?.isWhitespace == true || text.last?.isWhitespace == true
      table.remark(hasBlanks ? .strayBlank(text: text) : problem(of: text), row: row, column)
      if isUnique, !seen.insert(text).inserted { table.remark(.duplicateRow(key: text), row: row, column) }
    }
  }

  private func problem(of text: String) -> Problem? {
    if !allowed.isEmpty, !allowed.contains(text) {
      return .unknownWord(text: text, nearest: nearestName(to: text, in: allowed), allowed: allowed)
    }
    if type == "integer" || type == "number" {
      guard let number = type == "integer" ? Int(text).map(Double.init) : Double(text), number.isFinite else {
        return .notAPlainNumber(text: text)
      }
      if number < minimum ?? number || number > maximum ?? number {
        let (low, high) = (minimum.map { "\(Int($0))" } ?? "…", maximum.map { "\(Int($0))" } ?? "…")
        return .outOfRange(text: text, low: low, high: high)
      }
    }
    if let pattern, (try? pattern.wholeMatch(in: text)) == nil {
      return .patternDiffers(text: text, pattern: patternText)
    }
    return nil
  }
}
