import CSV
import Domain
import Formulas
import Programmes
import Simulation
import Targets

extension DatasetReader {
  mutating func programmes() -> [Programme] {
    guard
      var table = attempt({ (reader: inout DatasetReader) throws(InputError) in
        try reader.table(
          "programmes", ["programme_id", "zone", "unit", "name_zh", "name_en", "rate", "driver"],
          mostRows: Limits.listed)
      })
    else { return [] }
    var rows: [(row: Int, programme: Programme)] = []
    for row in table.rows {
      let id = table.text(row, "programme_id")
      guard let unit = unit(row, &table) else { continue }
      if rows.contains(where: { $0.programme.id == id }) {
        table.report(.duplicateRow(key: id), row: row, "programme_id")
        continue
      }
      let label = Label(zh: table.text(row, "name_zh"), en: table.text(row, "name_en"))
      rows.append((row, Programme(id: id, zone: table.text(row, "zone"), unit: unit, label: label)))
    }
    let plain = rows.filter { table.text($0.row, "rate").isEmpty }.map(\.programme)
    let programmes = rows.map { row, programme in
      Programme(
        id: programme.id, zone: programme.zone, unit: programme.unit, label: programme.label,
        driver: driver(row, plain, &table))
    }
    diagnostics += table.diagnostics
    return programmes
  }

  private func driver(_ row: Int, _ programmes: [Programme], _ table: inout TableReader) -> Programme.Driver? {
    let rate = table.text(row, "rate")
    let volume = table.text(row, "driver")
    guard !rate.isEmpty || !volume.isEmpty else { return nil }
    guard let rated = programmes.first(where: { $0.id == rate }) else {
      let near = nearestName(to: rate, in: programmes.map(\.id))
      table.report(.unknownName(kind: Label(zh: "项目", en: "programme"), name: rate, nearest: near), row: row, "rate")
      return nil
    }
    guard let driving = Model.indicators.first(where: { $0.name == volume }) else {
      let near = nearestName(to: volume, in: Model.indicators.map(\.name))
      table.report(.unknownName(kind: indicatorWord, name: volume, nearest: near), row: row, "driver")
      return nil
    }
    return Programme.Driver(rate: rated.level.reference, volume: driving.reference)
  }

  private func unit(_ row: Int, _ table: inout TableReader) -> Unit? {
    let text = table.text(row, "unit")
    if let unit = Unit.all.first(where: { $0.symbol == text }) { return unit }
    let allowed = Unit.all.map(\.symbol)
    table.report(
      .unknownWord(text: text, nearest: nearestName(to: text, in: allowed), allowed: allowed), row: row, "unit")
    return nil
  }

  mutating func observations(_ areas: Areas, _ model: Model) -> Observations {
    if extent == .population, !has("tables/observed.csv") { return Observations([]) }
    guard
      var table = attempt({ (reader: inout DatasetReader) throws(InputError) in
        try reader.table("observed", ["indicator", "district_code", "year", "value", "evidence", "source"])
      })
    else { return Observations([]) }
    let names = Set(model.published.map(\.name))
    var seen = Set<String>()
    var result: [Observation] = []
    for row in table.rows {
      let name = table.text(row, "indicator")
      if !names.contains(name) {
        if extent == .population { continue }
        let near = nearestName(to: name, in: names.sorted())
        table.report(.unknownName(kind: indicatorWord, name: name, nearest: near), row: row, "indicator")
        continue
      }
      guard let area = table.area(row, of: areas), let year = table.integer(row, "year", in: 1900...2200),
        let value = table.number(row, "value"), let evidence = table.word(row, "evidence", Evidence.self)
      else { continue }
      if !seen.insert("\(name) \(area) \(year)").inserted {
        table.report(.duplicateRow(key: "\(name) \(areas[area].code) \(year)"), row: row, "indicator")
      }
      result.append(
        Observation(
          indicator: name, area: area, year: year, value: value, evidence: evidence, source: table.text(row, "source")))
    }
    diagnostics += table.diagnostics
    return Observations(result)
  }

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
    let names = Set(model.published.map(\.name))
    var result: [Target] = []
    for row in table.rows {
      let name = table.text(row, "indicator")
      if !name.isEmpty, !names.contains(name) {
        let near = nearestName(to: name, in: names.sorted())
        table.report(.unknownName(kind: indicatorWord, name: name, nearest: near), row: row, "indicator")
      }
      guard let comparator = table.word(row, "comparator", Target.Comparator.self),
        let year = table.integer(row, "year", in: 1900...2200), let value = table.number(row, "value")
      else { continue }
      let id = table.text(row, "target_id")
      if result.contains(where: { $0.id == id && $0.year == year }) {
        table.report(.duplicateRow(key: "\(id) \(year)"), row: row, "target_id")
      }
      let unit = table.text(row, "unit")
      result.append(
        Target(
          id: id, indicator: name.isEmpty ? nil : name, comparator: comparator, year: year, value: value, unit: unit,
          zone: Target.Zone(id: table.text(row, "zone"), label: table.text(row, "zone_zh")),
          label: Label(zh: table.text(row, "name_zh"), en: table.text(row, "name_en")),
          precision: precision(of: table.text(row, "value"), unit)))
    }
    diagnostics += table.diagnostics
    return result
  }

  /// Half a unit of the last digit the plan prints; shares are printed in per cent.
  private func precision(of text: String, _ unit: String) -> Double {
    let decimals = text.split(separator: ".").dropFirst().first?.count ?? 0
    let printed = unit == Unit.share.symbol ? max(decimals, 2) : decimals
    return (0..<printed).reduce(0.5) { half, _ in half / 10 }
  }

  private var indicatorWord: Label { Label(zh: "指标", en: "indicator") }
}
