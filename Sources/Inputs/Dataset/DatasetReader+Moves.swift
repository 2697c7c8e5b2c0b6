import Domain
import Formulas
import Population

extension DatasetReader {
  /// Reads moves between districts: shares of the people of an origin, by sex and age or `*` for all.
  mutating func readMoves(_ areas: Areas, into rates: inout RateTables) {
    let columns = ["origin_code", "destination_code", "sex", "age", "year", "rate"]
    guard var table = optionalTable("district_moves", columns) else { return }
    var moves: [MoveYear: [DistrictMove]] = [:]
    var seen = Set<Cell>()
    for row in table.rows {
      let named = table.has("kind") ? table.word(row, "kind", PopulationKind.self) : .resident
      let origin = table.district(row, "origin_code", of: areas)
      let destination = table.district(row, "destination_code", of: areas)
      let sexes = sexes(&table, row)
      let ages = ages(&table, row)
      let year = table.integer(row, "year", in: 1500...2300)
      let rate = table.notNegative(row, "rate")
      guard let kind = named, let origin, let destination, let sexes, let ages, let year, let rate else { continue }
      let key = MoveYear(kind: kind, year: year)
      var list = moves[key] ?? []
      let index = list.firstIndex { $0.origin == origin && $0.destination == destination }
      var move = index.map { list[$0] } ?? DistrictMove(origin: origin, destination: destination, rate: AgeTable())
      for sex in sexes { for age in ages { move.rate[Age(age), sex] = rate } }
      let cells = sexes.flatMap { sex in
        ages.map { Cell(key: key, origin: origin, destination: destination, sex: sex, age: $0) }
      }
      if !seen.isDisjoint(with: cells) {
        let places = "\(areas[origin].code) \(areas[destination].code)"
        table.report(
          .duplicateRow(key: "\(places) \(table.text(row, "sex")) \(table.text(row, "age")) \(year)"), row: row, "rate")
      }
      seen.formUnion(cells)
      if let index { list[index] = move } else { list.append(move) }
      moves[key] = list
      if let over = leaving(list, origin) {
        table.report(.outOfRange(text: "\(over)", low: "0", high: "1"), row: row, "rate")
      }
    }
    diagnostics += table.diagnostics
    remarks += table.remarks
    for (key, list) in moves { rates.set(moves: list, of: key.kind, key.year) }
  }

  private struct MoveYear: Hashable {
    let kind: PopulationKind
    let year: Year
  }

  private struct Cell: Hashable {
    let key: MoveYear
    let origin: Int
    let destination: Int
    let sex: Sex
    let age: Int
  }

  /// The largest share that leaves an origin at any age, when that is more than everyone.
  private func leaving(_ moves: [DistrictMove], _ origin: Int) -> Double? {
    let own = moves.filter { $0.origin == origin }
    let shares = AgeTable().values.indices.map { cell in own.reduce(0) { $0 + $1.rate.values[cell] } }
    return shares.max().flatMap { $0 > 1 ? $0 : nil }
  }

  private func sexes(_ table: inout TableReader, _ row: Int) -> [Sex]? {
    table.text(row, "sex") == "*" ? Sex.allCases : table.sex(row).map { [$0] }
  }

  private func ages(_ table: inout TableReader, _ row: Int) -> ClosedRange<Int>? {
    let all = 0...Age.open.years
    return table.text(row, "age") == "*" ? all : table.integer(row, "age", in: all).map { $0...$0 }
  }
}
