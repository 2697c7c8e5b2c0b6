import Domain
import Fiscal
import Formulas
import Simulation

extension DatasetReader {
  static let roleWord = Label(zh: "公益金用途的归口", en: "role of a fund use")
  static let useWord = Label(zh: "公益金用途", en: "fund use")

  /// Reads what the lottery fund may be used for; a package without the table has a fund that pays for nothing.
  mutating func fundUses() -> [FundUse] {
    let columns = ["use", "name_zh", "name_en", "fundable", "eldercare", "priority", "roles", "driver"]
    guard var table = optionalTable("fund_uses", columns) else { return [] }
    var uses: [FundUse] = []
    for row in table.rows.prefix(Limits.listed) {
      let name = table.text(row, "use")
      table.remarkEmpty(row, "use", "name_zh", "name_en")
      let isFundable = table.integer(row, "fundable", in: 0...1)
      let isEldercare = table.integer(row, "eldercare", in: 0...1)
      let priority = table.integer(row, "priority", in: 1...Limits.listed)
      let roles = roles(row, taken: uses, &table)
      if !name.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "_") }) {
        table.report(.notAName(text: name), row: row, "use")
      } else if uses.contains(where: { $0.name == name }) {
        table.report(.duplicateRow(key: name), row: row, "use")
        continue
      }
      let label = Label(zh: table.text(row, "name_zh"), en: table.text(row, "name_en"))
      let published = Label(zh: table.text(row, "class_zh"), en: table.text(row, "class_en"))
      uses.append(
        FundUse(
          name: name, label: label, published: published == .empty ? nil : published,
          isFundable: isFundable == 1, isEldercare: isEldercare == 1, priority: priority ?? 1, roles: roles,
          driver: useDriver(row, &table)))
    }
    let open = FundRole.allCases.filter { role in !uses.contains { $0.roles.contains(role) } }
    if table.diagnostics.isEmpty, !open.isEmpty {
      table.reportMissing("roles: " + open.map(\.rawValue).joined(separator: ", "))
    }
    // Parameters of a use that is not understood, and programmes that name it, are nobody's mistake.
    if !table.diagnostics.isEmpty { programmeTable.hasLostRows = true }
    diagnostics += table.diagnostics
    remarks += table.remarks
    return uses.filter { !$0.name.isEmpty }
  }

  /// The rules and lines that fall under a use, none of them under two.
  private func roles(_ row: Int, taken uses: [FundUse], _ table: inout TableReader) -> Set<FundRole> {
    var roles: Set<FundRole> = []
    for name in table.text(row, "roles").split(separator: " ").map(String.init) {
      guard let role = FundRole(rawValue: name) else {
        let near = nearestName(to: name, in: FundRole.allCases.map(\.rawValue))
        table.report(.unknownName(kind: DatasetReader.roleWord, name: name, nearest: near), row: row, "roles")
        continue
      }
      if uses.contains(where: { $0.roles.contains(role) }) || !roles.insert(role).inserted {
        table.report(.duplicateRow(key: name), row: row, "roles")
      }
    }
    return roles
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
