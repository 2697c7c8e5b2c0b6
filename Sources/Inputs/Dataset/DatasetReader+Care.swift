import Benefits
import Care
import Domain

/// The tables that say who is served first where hands are short, and who pays for care in which order.
extension DatasetReader {
  private static let anyLevel = "*"
  private static let ranks = 1...99

  /// Reads the order of ranks: every service, level and part once.
  mutating func careOrder() -> CareOrder {
    guard
      var table = attempt({ (reader: inout DatasetReader) throws(InputError) in
        try reader.table("care_order", ["rank", "service", "level", "part"])
      })
    else { return .together }
    var rows: [CareOrder.Row] = []
    for row in table.rows.prefix(Limits.listed) {
      for found in orderRows(row, &table) {
        if rows.contains(where: { $0.isAbout(found) }) {
          table.report(.duplicateRow(key: found.words), row: row, "service")
        } else {
          rows.append(found)
        }
      }
    }
    if table.diagnostics.isEmpty {
      for needed in CareOrder.needed {
        let row = CareOrder.Row(rank: 1, service: needed.service, level: needed.level, part: needed.part)
        if !rows.contains(where: { $0.isAbout(row) }) { table.reportMissing(row.words) }
      }
    }
    diagnostics += table.diagnostics
    remarks += table.remarks
    return table.diagnostics.isEmpty ? CareOrder(rows) : .together
  }

  /// What a row of the table is about: one level, or all that the service knows.
  private func orderRows(_ row: Int, _ table: inout TableReader) -> [CareOrder.Row] {
    let rank = table.integer(row, "rank", in: DatasetReader.ranks)
    let service = table.word(row, "service", CareService.self)
    let part = table.word(row, "part", CareOrder.Part.self)
    guard let service else { return [] }
    let known = CareOrder.needed.filter { $0.service == service }
    let text = table.text(row, "level")
    let names = known.compactMap(\.level?.name)
    guard text == DatasetReader.anyLevel || names.contains(text) else {
      let allowed = [DatasetReader.anyLevel] + names.uniqued()
      table.report(
        .unknownWord(text: quoted(text), nearest: nearestName(to: text, in: allowed), allowed: allowed), row: row,
        "level")
      return []
    }
    guard let rank, let part else { return [] }
    guard known.contains(where: { $0.part == part }) else {
      let allowed = known.map(\.part.rawValue).uniqued()
      table.report(
        .unknownWord(text: quoted(part.rawValue), nearest: nil, allowed: allowed), row: row, "part")
      return []
    }
    return known.filter { $0.part == part && (text == DatasetReader.anyLevel || $0.level?.name == text) }.map {
      CareOrder.Row(rank: rank, service: service, level: $0.level, part: part)
    }
  }

  /// Reads who pays towards a bill, in which order; a programme that is not listed pays nothing towards it.
  mutating func carePayers() -> CarePayers {
    guard
      var table = attempt({ (reader: inout DatasetReader) throws(InputError) in
        try reader.table("care_payers", ["setting", "place", "payer"])
      })
    else { return .households }
    var places: [CareService: [(place: Int, payer: CareProgramme)]] = [:]
    for row in table.rows.prefix(Limits.listed) {
      let place = table.integer(row, "place", in: DatasetReader.ranks)
      let setting = payingSetting(row, &table)
      let payer = table.word(row, "payer", CareProgramme.self)
      guard let place, let setting, let payer else { continue }
      guard payer.settings.contains(setting) else {
        let allowed = CareProgramme.allCases.filter { $0.settings.contains(setting) }.map(\.rawValue)
        table.report(
          .unknownWord(text: quoted(payer.rawValue), nearest: nil, allowed: allowed), row: row, "payer")
        continue
      }
      if places[setting, default: []].contains(where: { $0.payer == payer }) {
        table.report(.duplicateRow(key: "\(setting.rawValue) \(payer.rawValue)"), row: row, "payer")
      } else if places[setting, default: []].contains(where: { $0.place == place }) {
        table.report(.duplicateRow(key: "\(setting.rawValue) \(place)"), row: row, "place")
      }
      places[setting, default: []].append((place, payer))
    }
    diagnostics += table.diagnostics
    remarks += table.remarks
    return CarePayers(places.mapValues { $0.sorted { $0.place < $1.place }.map(\.payer) })
  }

  private func payingSetting(_ row: Int, _ table: inout TableReader) -> CareService? {
    let text = table.text(row, "setting")
    if let setting = CarePayers.settings.first(where: { $0.rawValue == text }) { return setting }
    let allowed = CarePayers.settings.map(\.rawValue)
    table.report(
      .unknownWord(text: quoted(text), nearest: nearestName(to: text, in: allowed), allowed: allowed), row: row,
      "setting")
    return nil
  }
}

extension CareOrder.Row {
  fileprivate func isAbout(_ other: CareOrder.Row) -> Bool {
    service == other.service && level == other.level && part == other.part
  }

  fileprivate var words: String {
    "service = \(service.rawValue), level = \(level?.name ?? "*"), part = \(part.rawValue)"
  }
}
