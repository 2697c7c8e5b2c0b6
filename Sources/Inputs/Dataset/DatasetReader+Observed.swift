import Domain
import Formulas
import Simulation

extension DatasetReader {
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
      let year = table.integer(row, "year", in: Limits.plausibleYears)
      let value = table.number(row, "value")
      let evidence = table.word(row, "evidence", Evidence.self)
      let error = self.error(row, &table)
      table.remark(sources.problem(of: table.text(row, "source")), row: row, "source")
      if let value, let indicator = indicators[name] {
        let text = table.text(row, "value")
        table.refuse(indicator.unit.problem(of: value, written: text, in: indicator.plausible), row: row, "value")
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
          indicator: name, area: area, year: year, value: value, evidence: evidence, source: table.text(row, "source"),
          error: error, note: note(row, &table), origin: table.passage(row: row, "value").position))
    }
    diagnostics += table.diagnostics
    remarks += table.remarks
    return Observations(result)
  }

  /// Why the model may be far from a row; none in a table without the columns, and where nothing is written.
  private func note(_ row: Int, _ table: inout TableReader) -> Label? {
    guard table.has("note_zh"), table.has("note_en") else { return nil }
    let (zh, en) = (table.text(row, "note_zh"), table.text(row, "note_en"))
    guard !zh.isEmpty || !en.isEmpty else { return nil }
    return Label(zh: zh.isEmpty ? en : zh, en: en.isEmpty ? zh : en)
  }

  /// The relative standard error of a row; none in a table without the column, and where nothing is written.
  private func error(_ row: Int, _ table: inout TableReader) -> Double? {
    guard !table.text(row, "error").isEmpty, let error = table.notNegative(row, "error") else { return nil }
    guard error < 1 else {
      table.report(.outOfRange(text: table.text(row, "error"), low: "0", high: "1"), row: row, "error")
      return nil
    }
    return error
  }
}
