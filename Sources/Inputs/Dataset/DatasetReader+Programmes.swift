import Benefits
import Domain
import Fiscal
import Formulas
import Programmes
import Simulation

/// What other tables must know of a table of programmes that is not sound, to be blamed for nothing of it.
struct ProgrammeTableState {
  /// Whether rows may be lost, so that a name nobody knows may be right.
  var hasLostRows = false
  /// Levels whose unit could not be read.
  var withoutUnit = Set<String>()
  /// The zones named, with the place of the first mention.
  var zones: [String: Passage] = [:]

  /// Whether an indicator may be a programme's whose row was lost.
  func mayHold(_ name: String) -> Bool { hasLostRows && name.hasPrefix("programmes.") }
}

extension DatasetReader {
  /// - Parameter uses: of the lottery fund, which costs may name.
  mutating func programmes(_ uses: [FundUse]) -> [Programme] {
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
    if !table.diagnostics.isEmpty { programmeTable.hasLostRows = true }
    var rows: [(row: Int, programme: Programme)] = []
    for row in table.rows {
      let id = table.text(row, "programme_id")
      // Without an id its level and its path would have no name.
      if id.isEmpty { table.report(.emptyField(column: "programme_id"), row: row, "programme_id") }
      table.remarkEmpty(row, "zone", "name_zh", "name_en")
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
    var lines = Budget.taken(by: BenefitRule.all, uses: uses)
    let programmes = rows.map { row, programme in
      Programme(
        id: programme.id, zone: programme.zone, unit: programme.unit, label: programme.label,
        driver: driver(row, plain, &table), cost: cost(row, programme, uses, &lines, &table))
    }
    diagnostics += table.diagnostics
    remarks += table.remarks
    return programmes
  }

  /// Keeps where a zone is named first, until the plan's zones are known.
  mutating func noteZone(_ row: Int, _ table: TableReader) {
    let zone = table.text(row, "zone")
    guard !zone.isEmpty, programmeTable.zones[zone] == nil else { return }
    programmeTable.zones[zone] = table.passage(row: row, "zone")
  }

  /// Zones of programmes that no target names.
  func zoneRemarks(_ known: Set<String>) -> [Diagnostic] {
    programmeTable.zones.keys.filter { !known.contains($0) }.sorted().compactMap { zone in
      let near = nearestName(to: zone, in: known.sorted())
      let problem = Problem.unknownName(kind: Label(zh: "示范区", en: "zone"), name: zone, nearest: near)
      return programmeTable.zones[zone].map { Diagnostic(at: $0, problem) }
    }
  }

  private func driver(_ row: Int, _ programmes: [Programme], _ table: inout TableReader) -> Programme.Driver? {
    let rate = table.text(row, "rate")
    let volume = table.text(row, "driver")
    guard !rate.isEmpty || !volume.isEmpty else { return nil }
    for column in ["rate", "driver"] where table.text(row, column).isEmpty {
      table.report(.emptyField(column: column), row: row, column)
      return nil
    }
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

  func unit(_ row: Int, _ table: inout TableReader) -> Unit? {
    let text = table.text(row, "unit")
    if let unit = Unit.all.first(where: { $0.symbol == text }) { return unit }
    let allowed = Unit.all.map(\.symbol)
    table.report(
      .unknownWord(text: text, nearest: nearestName(to: text, in: allowed), allowed: allowed), row: row, "unit")
    return nil
  }
}
