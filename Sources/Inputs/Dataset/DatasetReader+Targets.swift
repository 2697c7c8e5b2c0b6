import Domain
import Formulas
import Simulation
import Targets

extension DatasetReader {
  mutating func targets(_ model: Model) -> [Target] {
    guard
      var table = attempt({ (reader: inout DatasetReader) throws(InputError) in
        try reader.table(
          "targets",
          [
            "target_id", "indicator", "comparator", "year", "value", "unit", "kind", "zone", "zone_zh", "name_zh",
            "name_en",
          ], mostRows: Limits.listed)
      })
    else { return [] }
    let indicators = Dictionary(model.published.map { ($0.name, $0) }) { first, _ in first }
    var result: [Target] = []
    for row in table.rows {
      let name = table.text(row, "indicator")
      if !name.isEmpty, indicators[name] == nil, !programmeTable.mayHold(name) {
        let near = nearestName(to: name, in: indicators.keys.sorted())
        table.report(.unknownName(kind: indicatorWord, name: name, nearest: near), row: row, "indicator")
      }
      let comparator = table.word(row, "comparator", Target.Comparator.self)
      let year = table.integer(row, "year", in: Limits.plausibleYears)
      let value = table.number(row, "value")
      let unit = self.unit(row, &table)
      checkTarget(row, &table, value, unit, programmeTable.withoutUnit.contains(name) ? nil : indicators[name])
      for (key, column) in DatasetReader.ofOneTarget where table.has(column) {
        table.remarkDisagreement(row, of: column, under: key)
      }
      guard let comparator, let year, let value, let unit else { continue }
      let id = table.text(row, "target_id")
      if result.contains(where: { $0.id == id && $0.year == year }) {
        table.report(.duplicateRow(key: "\(id) \(year)"), row: row, "target_id")
      }
      let nature = nature(row, &table)
      result.append(
        Target(
          id: id, indicator: name.isEmpty ? nil : name, comparator: comparator, year: year, value: value, unit: unit,
          zone: Target.Zone(id: table.text(row, "zone"), label: table.text(row, "zone_zh")),
          label: Label(zh: table.text(row, "name_zh"), en: table.text(row, "name_en")),
          precision: precision(of: table.text(row, "value"), unit), nature: nature))
    }
    diagnostics += table.diagnostics
    remarks += table.remarks
    // Only a plan with zones says which there are.
    let zones = Set(result.map(\.zone.id))
    if !zones.isEmpty, table.diagnostics.isEmpty { remarks += zoneRemarks(zones) }
    return result
  }

  /// How a row is judged; by the value of its year where the table does not say.
  private func nature(_ row: Int, _ table: inout TableReader) -> Target.Nature {
    guard !table.text(row, "nature").isEmpty else { return .value }
    return table.word(row, "nature", Target.Nature.self) ?? .value
  }

  /// Columns that say one thing wherever another column says the same.
  private static let ofOneTarget = [
    ("zone", "zone_zh"), ("zone_zh", "zone"), ("target_id", "indicator"), ("target_id", "unit"),
    ("target_id", "zone"), ("target_id", "name_zh"), ("target_id", "name_en"), ("target_id", "nature"),
    ("name_zh", "target_id"),
  ]

  /// A target's unit must be its indicator's, its value one the indicator can have, its source one of the list.
  private func checkTarget(
    _ row: Int, _ table: inout TableReader, _ value: Double?, _ unit: Unit?, _ indicator: Indicator?
  ) {
    table.remarkEmpty(row, "target_id", "zone", "zone_zh", "name_zh", "name_en")
    if let indicator {
      if let unit, !unit.fits(indicator.unit) {
        table.report(.unitDiffers(found: unit.symbol, expected: indicator.unit.symbol), row: row, "unit")
      } else if let value {
        let text = table.text(row, "value")
        table.refuse(indicator.unit.problem(of: value, written: text, in: indicator.plausible), row: row, "value")
      }
    }
    if table.has("source") { table.remark(sources.problem(of: table.text(row, "source")), row: row, "source") }
  }

  /// Half a unit of the last digit the plan prints; shares are printed in per cent.
  private func precision(of text: String, _ unit: Unit) -> Double {
    let decimals = text.split(separator: ".").dropFirst().first?.count ?? 0
    let printed = unit.isShownInPercent ? max(decimals, 2) : decimals
    return (0..<printed).reduce(0.5) { half, _ in half / 10 }
  }

  var indicatorWord: Label { Label(zh: "指标", en: "indicator") }
}
