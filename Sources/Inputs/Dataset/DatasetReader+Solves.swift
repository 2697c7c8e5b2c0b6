import Domain
import Formulas
import Simulation

extension DatasetReader {
  /// Reads which inputs published figures settle; a package without the table solves none.
  mutating func solves(
    _ areas: Areas, _ model: Model, _ observations: Observations, _ values: [String: ParameterValues]
  ) -> [Solve] {
    guard var table = optionalTable("solves", ["indicator", "district_code", "year", "input", "how"]) else { return [] }
    let parameters = model.parameters.map(\.path)
    // Where published figures could not all be read, one may be missing that is there.
    let areFiguresWhole = !diagnostics.contains { $0.position.file == shown("tables/observed.csv") }
    var result: [Solve] = []
    for row in table.rows.prefix(Limits.listed) {
      let indicator = table.text(row, "indicator")
      let input = table.text(row, "input")
      let area = table.area(row, of: areas).map { areas.hasCity ? $0 : areas.cityIndex }
      let year = table.integer(row, "year", in: Limits.plausibleYears)
      let how = table.word(row, "how", Solve.Way.self)
      if !parameters.contains(input), !programmeTable.mayHold(input) {
        let near = nearestName(to: input, in: parameters)
        table.report(.unknownName(kind: ParameterFile.word, name: input, nearest: near), row: row, "input")
      }
      guard let area, let year, let how, parameters.contains(input) else { continue }
      if areFiguresWhole, observations.value(of: indicator, area: area, year: year) == nil {
        table.report(.noFigure(indicator: indicator, area: areas[area].label.zh, year: year), row: row, "indicator")
      }
      if area != areas.cityIndex, let own = values[input], own.districts[areas[area].code] == nil {
        table.report(.missingDistrict(path: input, district: areas[area].label.zh), row: row, "input")
      }
      let solve = Solve(indicator: indicator, area: area, year: year, input: input, how: how)
      if result.contains(where: { $0.settlesTheSame(as: solve) }) {
        table.report(.duplicateRow(key: "\(indicator) \(areas[area].code) \(year)"), row: row, "indicator")
      }
      result.append(solve)
    }
    diagnostics += table.diagnostics
    remarks += table.remarks
    return result
  }
}

extension Solve {
  /// Whether both are of one figure, or of one input in one area and year.
  fileprivate func settlesTheSame(as other: Solve) -> Bool {
    area == other.area && year == other.year && (indicator == other.indicator || input == other.input)
  }
}
