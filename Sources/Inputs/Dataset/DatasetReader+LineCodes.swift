import Domain
import Fiscal
import Simulation

/// Under which function of the classification budget lines are entered.
extension DatasetReader {
  static let lineWord = Label(zh: "预算科目", en: "budget line")

  /// Reads the codes of lines; a package without the table has none.
  mutating func lineCodes(_ model: Model) -> [String: FunctionCode] {
    guard var table = optionalTable("line_codes", ["line", "code", "evidence", "source"]) else { return [:] }
    let names = (model.budget?.lines ?? []).map(\.name)
    var codes: [String: FunctionCode] = [:]
    for row in table.rows.prefix(Limits.listed) {
      let (line, code) = (table.text(row, "line"), table.text(row, "code"))
      let evidence = table.word(row, "evidence", Evidence.self)
      table.remark(sources.problem(of: table.text(row, "source")), row: row, "source")
      if !names.contains(line) {
        let near = nearestName(to: line, in: names)
        table.report(.unknownName(kind: DatasetReader.lineWord, name: line, nearest: near), row: row, "line")
      } else if codes[line] != nil {
        table.report(.duplicateRow(key: line), row: row, "line")
      } else if code.isEmpty {
        table.report(.emptyField(column: "code"), row: row, "code")
      } else if let evidence {
        codes[line] = FunctionCode(code: code, evidence: evidence, source: table.text(row, "source"))
      }
    }
    // A line whose programme was lost is nobody's mistake.
    if !programmeTable.hasLostRows { diagnostics += table.diagnostics }
    remarks += table.remarks
    return codes
  }
}
