import Domain
import Fiscal
import Programmes

extension DatasetReader {
  /// What a programme's row says of its costs: the budget line, what is paid for, by whom it is spread, the fund's use.
  ///
  /// - Parameters:
  ///   - uses: of the lottery fund.
  ///   - taken: names of lines that are gone.
  mutating func cost(
    _ row: Int, _ programme: Programme, _ uses: [FundUse], _ taken: inout Set<String>, _ table: inout TableReader
  ) -> Programme.Cost? {
    let line = table.text(row, "line")
    let fields = ["costs", "spread", "fund_use"].map { table.text(row, $0) }
    guard !line.isEmpty || fields.contains(where: { !$0.isEmpty }) else { return nil }
    guard !line.isEmpty else {
      table.report(.emptyField(column: "line"), row: row, "line")
      programmeTable.hasLostRows = true
      return nil
    }
    let problems = table.diagnostics.count
    let kind = table.word(row, "costs", Programme.Kind.self)
    let spread = table.word(row, "spread", Programme.Spread.self)
    if !fields[2].isEmpty, !uses.contains(where: { $0.name == fields[2] }) {
      let near = nearestName(to: fields[2], in: uses.map(\.name))
      table.report(.unknownName(kind: DatasetReader.useWord, name: fields[2], nearest: near), row: row, "fund_use")
    }
    if programme.unit.dimension != .none, ![Unit.count, .persons].contains(programme.unit) {
      table.report(.notACost(text: programme.unit.symbol), row: row, "unit")
    }
    for name in kind == .both ? [line, "\(line)_capital"] : [line] where !taken.insert(name).inserted {
      table.report(.duplicateRow(key: name), row: row, "line")
    }
    guard let kind, let spread, table.diagnostics.count == problems else {
      // The parameters of a line that is not understood are nobody's mistake.
      programmeTable.hasLostRows = true
      return nil
    }
    let names = ["line_zh", "line_en"].map { table.text(row, $0) }
    let label = Label(
      zh: names[0].isEmpty ? programme.label.zh : names[0], en: names[1].isEmpty ? programme.label.en : names[1])
    return Programme.Cost(
      line: line, label: label, isBuilt: kind != .running, isRun: kind != .capital, spread: spread, fundUse: fields[2])
  }
}
