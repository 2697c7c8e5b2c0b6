import Domain
import Fiscal
import Simulation

/// What was budgeted and spent in years past.
extension DatasetReader {
  /// The columns that a table of outturns must have.
  static let outturnColumns = [
    "district_code", "year", "line", "payer", "budget_yuan", "outturn_yuan", "evidence", "source",
  ]

  /// Reads budgets and outturns; a package without the table has none.
  mutating func outturns(_ areas: Areas, _ model: Model) -> [Outturn] {
    guard var table = optionalTable("outturn", DatasetReader.outturnColumns) else { return [] }
    let names = (model.budget?.lines ?? []).map(\.name)
    var seen = Set<String>()
    var result: [Outturn] = []
    for row in table.rows {
      let (line, payer) = (table.text(row, "line"), table.text(row, "payer"))
      let problems = table.diagnostics.count
      if !line.isEmpty, !names.contains(line) {
        let near = nearestName(to: line, in: names)
        table.report(.unknownName(kind: DatasetReader.lineWord, name: line, nearest: near), row: row, "line")
      }
      let ownPayer = payer.isEmpty ? nil : table.word(row, "payer", Payer.self)
      let area = table.area(row, of: areas)
      let year = table.integer(row, "year", in: Limits.plausibleYears)
      let evidence = table.word(row, "evidence", Evidence.self)
      table.remark(sources.problem(of: table.text(row, "source")), row: row, "source")
      func amount(_ column: String) -> Double? {
        table.text(row, column).isEmpty ? nil : table.notNegative(row, column)
      }
      let (budgeted, spent) = (amount("budget_yuan"), amount("outturn_yuan"))
      if budgeted == nil, spent == nil, table.diagnostics.count == problems {
        table.report(.emptyField(column: "outturn_yuan"), row: row, "outturn_yuan")
      }
      guard table.diagnostics.count == problems, let area, let year, let evidence else { continue }
      if !seen.insert("\(area) \(year) \(line) \(payer)").inserted {
        let key = [areas[area].code, "\(year)", line, payer].filter { !$0.isEmpty }.joined(separator: " ")
        table.report(.duplicateRow(key: key), row: row, "district_code")
      }
      result.append(
        Outturn(
          area: area, year: year, line: line.isEmpty ? nil : line, payer: ownPayer, budgeted: budgeted, spent: spent,
          evidence: evidence, source: table.text(row, "source")))
    }
    // A line whose programme was lost is nobody's mistake.
    if !programmeTable.hasLostRows { diagnostics += table.diagnostics }
    remarks += table.remarks
    return result
  }
}
