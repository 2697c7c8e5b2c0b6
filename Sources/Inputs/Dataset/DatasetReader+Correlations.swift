import Domain
import Formulas
import Simulation

extension DatasetReader {
  private static let processWord = Label(zh: "随机过程", en: "process")

  /// Reads how processes go together; a package without the table has independent ones.
  mutating func correlations(_ model: Model) -> [Correlation] {
    guard
      var table = optionalTable("correlations", ["process", "other_process", "correlation", "evidence", "source"])
    else { return [] }
    let names = model.processes.filter { !$0.isByDistrict }.map(\.name)
    // A package may hold more than the population alone needs.
    let others = Model.processes.map(\.name).filter { !names.contains($0) && extent == .population }
    var result: [Correlation] = []
    for row in table.rows
    where !others.contains(table.text(row, "process")) && !others.contains(table.text(row, "other_process")) {
      let first = process(row, "process", names, &table)
      let second = process(row, "other_process", names, &table)
      let value = table.number(row, "correlation")
      let evidence = table.word(row, "evidence", Evidence.self)
      table.remark(sources.problem(of: table.text(row, "source")), row: row, "source")
      guard let first, let second, let value, evidence != nil else { continue }
      guard (-1...1).contains(value) else {
        table.report(.outOfRange(text: table.text(row, "correlation"), low: "-1", high: "1"), row: row, "correlation")
        continue
      }
      let isTwice = result.contains { Set([$0.first, $0.second]) == Set([first, second]) }
      guard first != second, !isTwice else {
        table.report(.duplicateRow(key: "\(first) \(second)"), row: row, "other_process")
        continue
      }
      result.append(Correlation(first, second, value, origin: table.passage(row: row, "correlation").position))
    }
    diagnostics += table.diagnostics
    remarks += table.remarks
    return result
  }

  private func process(_ row: Int, _ column: String, _ names: [String], _ table: inout TableReader) -> String? {
    let name = table.text(row, column)
    guard !names.contains(name) else { return name }
    table.report(
      .unknownName(kind: DatasetReader.processWord, name: name, nearest: nearestName(to: name, in: names)), row: row,
      column)
    return nil
  }
}
