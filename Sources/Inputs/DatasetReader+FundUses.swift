import Domain
import Fiscal
import Formulas
import Simulation

extension DatasetReader {
  static let useWord = Label(zh: "公益金用途", en: "fund use")

  /// Reads what the lottery fund may be used for; a package without the table has a fund that pays for nothing.
  mutating func fundUses() -> [FundUse] {
    guard var table = optionalTable("fund_uses", ["use", "name_zh", "name_en", "fundable", "driver"]) else { return [] }
    var uses: [FundUse] = []
    for row in table.rows.prefix(Limits.listed) {
      let name = table.text(row, "use")
      table.remarkEmpty(row, "use", "name_zh", "name_en")
      let isFundable = table.integer(row, "fundable", in: 0...1)
      if !name.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "_") }) {
        table.report(.notAName(text: name), row: row, "use")
      } else if uses.contains(where: { $0.name == name }) {
        table.report(.duplicateRow(key: name), row: row, "use")
        continue
      }
      uses.append(
        FundUse(
          name: name, label: Label(zh: table.text(row, "name_zh"), en: table.text(row, "name_en")),
          isFundable: isFundable == 1, driver: useDriver(row, &table)))
    }
    // Parameters of a use that is not understood, and programmes that name it, are nobody's mistake.
    if !table.diagnostics.isEmpty { programmeTable.hasLostRows = true }
    diagnostics += table.diagnostics
    remarks += table.remarks
    return uses.filter { !$0.name.isEmpty }
  }

  /// What a use's other projects go with: an indicator counted in persons or numbers.
  private func useDriver(_ row: Int, _ table: inout TableReader) -> Indicator.Reference? {
    let name = table.text(row, "driver")
    guard !name.isEmpty else { return nil }
    guard let driver = Model.indicators.first(where: { $0.name == name }) else {
      let near = nearestName(to: name, in: Model.indicators.map(\.name))
      table.report(.unknownName(kind: indicatorWord, name: name, nearest: near), row: row, "driver")
      return nil
    }
    guard driver.aggregation == .sum, FundUse.drivable.contains(driver.unit) else {
      table.report(.notACost(text: driver.unit.symbol), row: row, "driver")
      return nil
    }
    return driver.reference
  }
}
