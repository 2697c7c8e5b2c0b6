import CSV
import Domain
import Formulas
import Programmes
import Simulation
import Targets

/// What other tables must know of a table of programmes that is not sound, to be blamed for nothing of it.
struct ProgrammeTableState {
  /// Whether rows may be lost, so that a name nobody knows may be right.
  var hasLostRows = false
  /// Levels whose unit could not be read.
  var withoutUnit = Set<String>()
  /// The zones named, with the place of the first mention.
  var zones: [String: Diagnostic] = [:]

  /// Whether an indicator may be a programme's whose row was lost.
  func mayHold(_ name: String) -> Bool { hasLostRows && name.hasPrefix("programmes.") }
}

extension DatasetReader {
  mutating func programmes() -> [Programme] {
    guard
      var table = attempt({ (reader: inout DatasetReader) throws(InputError) in
        try reader.table(
          "programmes", ["programme_id", "zone", "unit", "name_zh", "name_en", "rate", "driver"],
          mostRows: Limits.listed)
      })
    else {
      programmeTable.hasLostRows = true
      return []
    }
    programmeTable.hasLostRows = !table.diagnostics.isEmpty
    var rows: [(row: Int, programme: Programme)] = []
    for row in table.rows {
      let id = table.text(row, "programme_id")
      table.remarkEmpty(row, "programme_id", "zone", "name_zh", "name_en")
      // Without a unit it still has a name that other tables may use.
      let found = unit(row, &table)
      let unit = found ?? .count
      if found == nil { programmeTable.withoutUnit.insert(Programme.levelName(id)) }
      noteZone(row, table)
      if id.isEmpty { programmeTable.hasLostRows = true }
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
    remarks += table.remarks
    return programmes
  }

  /// Keeps where a zone is named first, until the plan's zones are known.
  private mutating func noteZone(_ row: Int, _ table: TableReader) {
    let zone = table.text(row, "zone")
    guard !zone.isEmpty, programmeTable.zones[zone] == nil else { return }
    programmeTable.zones[zone] = table.diagnostic(.emptyField(column: "zone"), row: row, "zone")
  }

  /// Zones of programmes that no target names.
  private func zoneRemarks(_ known: Set<String>) -> [Diagnostic] {
    programmeTable.zones.keys.filter { !known.contains($0) }.sorted().compactMap { zone in
      let near = nearestName(to: zone, in: known.sorted())
      return programmeTable.zones[zone]?.with(
        .unknownName(kind: Label(zh: "示范区", en: "zone"), name: zone, nearest: near))
    }
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

  /// - Parameter people: the base population, against which published totals are held; nil where it is not known.
  mutating func observations(_ areas: Areas, _ model: Model, _ people: BasePeople?) -> Observations {
    if extent == .population, !has("tables/observed.csv") { return Observations([]) }
    guard
      var table = attempt({ (reader: inout DatasetReader) throws(InputError) in
        try reader.table("observed", ["indicator", "district_code", "year", "value", "evidence", "source"])
      })
    else { return Observations([]) }
    let indicators = Dictionary(model.published.map { ($0.name, $0) }) { first, _ in first }
    var seen = Set<String>()
    var result: [Observation] = []
    for row in table.rows {
      let name = table.text(row, "indicator")
      if indicators[name] == nil {
        if extent == .population || programmeTable.mayHold(name) { continue }
        let near = nearestName(to: name, in: indicators.keys.sorted())
        table.report(.unknownName(kind: indicatorWord, name: name, nearest: near), row: row, "indicator")
        continue
      }
      // Without a row for the city, what is published of the one district is the city's.
      let area = table.area(row, of: areas).map { areas.hasCity ? $0 : areas.cityIndex }
      let year = table.integer(row, "year", in: 1900...2200)
      let value = table.number(row, "value")
      let evidence = table.word(row, "evidence", Evidence.self)
      table.remark(sources.problem(of: table.text(row, "source")), row: row, "source")
      if let value, let indicator = indicators[name] {
        let text = table.text(row, "value")
        table.remark(indicator.unit.problem(of: value, written: text, in: indicator.plausible), row: row, "value")
      }
      guard let area, let year, let value, let evidence else { continue }
      if evidence.isFirm, let indicator = indicators[name] {
        let text = table.text(row, "value")
        table.remark(people?.problem(of: value, written: text, indicator, areas, area, year), row: row, "value")
      }
      if !seen.insert("\(name) \(area) \(year)").inserted {
        table.report(.duplicateRow(key: "\(name) \(areas[area].code) \(year)"), row: row, "indicator")
      }
      result.append(
        Observation(
          indicator: name, area: area, year: year, value: value, evidence: evidence, source: table.text(row, "source")))
    }
    diagnostics += table.diagnostics
    remarks += table.remarks
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
    let indicators = Dictionary(model.published.map { ($0.name, $0) }) { first, _ in first }
    var result: [Target] = []
    for row in table.rows {
      let name = table.text(row, "indicator")
      if !name.isEmpty, indicators[name] == nil, !programmeTable.mayHold(name) {
        let near = nearestName(to: name, in: indicators.keys.sorted())
        table.report(.unknownName(kind: indicatorWord, name: name, nearest: near), row: row, "indicator")
      }
      let comparator = table.word(row, "comparator", Target.Comparator.self)
      let year = table.integer(row, "year", in: 1900...2200)
      let value = table.number(row, "value")
      checkTarget(row, &table, value, programmeTable.withoutUnit.contains(name) ? nil : indicators[name])
      for (key, column) in DatasetReader.ofOneTarget {
        table.remarkDisagreement(row, of: column, under: key)
      }
      guard let comparator, let year, let value else { continue }
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
    remarks += table.remarks
    // Only a plan with zones says which there are.
    let zones = Set(result.map(\.zone.id))
    if !zones.isEmpty, table.diagnostics.isEmpty { remarks += zoneRemarks(zones) }
    return result
  }

  /// Columns that say one thing wherever another column says the same.
  private static let ofOneTarget = [
    ("zone", "zone_zh"), ("zone_zh", "zone"), ("target_id", "indicator"), ("target_id", "unit"),
    ("target_id", "zone"), ("target_id", "name_zh"), ("target_id", "name_en"), ("name_zh", "target_id"),
  ]

  /// A target's unit must be its indicator's, its value one the indicator can have, its source one of the list.
  private func checkTarget(_ row: Int, _ table: inout TableReader, _ value: Double?, _ indicator: Indicator?) {
    let unit = unit(row, &table)
    table.remarkEmpty(row, "target_id", "zone", "zone_zh", "name_zh", "name_en")
    if let indicator {
      if let unit, !unit.fits(indicator.unit) {
        table.report(.unitDiffers(found: unit.symbol, expected: indicator.unit.symbol), row: row, "unit")
      } else if let value {
        let text = table.text(row, "value")
        table.remark(indicator.unit.problem(of: value, written: text, in: indicator.plausible), row: row, "value")
      }
    }
    if table.has("source") { table.remark(sources.problem(of: table.text(row, "source")), row: row, "source") }
  }

  /// Half a unit of the last digit the plan prints; shares are printed in per cent.
  private func precision(of text: String, _ unit: String) -> Double {
    let decimals = text.split(separator: ".").dropFirst().first?.count ?? 0
    let printed = unit == Unit.share.symbol ? max(decimals, 2) : decimals
    return (0..<printed).reduce(0.5) { half, _ in half / 10 }
  }

  private var indicatorWord: Label { Label(zh: "指标", en: "indicator") }
}
