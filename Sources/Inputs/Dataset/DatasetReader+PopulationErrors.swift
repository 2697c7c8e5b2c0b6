import Domain
import Population

/// What a package says of the errors of its people.
extension DatasetReader {
  private static let errorColumns = ["kind", "district_code", "age", "deviation", "evidence", "source"]

  /// Reads how far the people of the base year may be off; those of a package without the table are held.
  ///
  /// A row without a district is of every district that has no rows of its own, one of the city is shared by all, and
  /// one without an age is of the total of a district.
  mutating func populationErrors(_ areas: Areas) -> [PopulationError] {
    guard var table = optionalTable("population_errors", DatasetReader.errorColumns) else { return [] }
    var own: [PopulationError] = []
    var usual: [PopulationError] = []
    let nowhere = -1
    for row in table.rows {
      let kind = table.word(row, "kind", PopulationKind.self)
      let area = table.text(row, "district_code").isEmpty ? nowhere : table.area(row, of: areas)
      let isTotal = table.text(row, "age").isEmpty
      let age = isTotal ? nil : table.integer(row, "age", in: 0...Age.open.years)
      let deviation = table.number(row, "deviation")
      let evidence = table.word(row, "evidence", Evidence.self)
      table.remark(sources.problem(of: table.text(row, "source")), row: row, "source")
      guard let kind, let area, isTotal || age != nil, let deviation, evidence != nil else { continue }
      guard (0...0.5).contains(deviation) else {
        table.report(.outOfRange(text: table.text(row, "deviation"), low: "0", high: "0.5"), row: row, "deviation")
        continue
      }
      guard !(isTotal && area == areas.cityIndex) else {
        table.report(.emptyField(column: "age"), row: row, "age")
        continue
      }
      let error = PopulationError(kind, area: area, age: age, deviation: deviation)
      guard !(own + usual).contains(where: { $0.kind == kind && $0.area == area && $0.age == age }) else {
        let words = [kind.rawValue, table.text(row, "district_code"), table.text(row, "age")]
        table.report(.duplicateRow(key: words.filter { !$0.isEmpty }.joined(separator: " ")), row: row, "kind")
        continue
      }
      if area == nowhere { usual.append(error) } else { own.append(error) }
    }
    diagnostics += table.diagnostics
    remarks += table.remarks
    return own
      + usual.flatMap { error in
        areas.districts.indices.filter { district in
          !own.contains { $0.kind == error.kind && $0.area == district && ($0.age == nil) == (error.age == nil) }
        }
        .map { PopulationError(error.kind, area: $0, age: error.age, deviation: error.deviation) }
      }
  }
}
