import Domain
import Formulas
import Population
import Simulation

extension DatasetReader {
  /// Reads the tables of rates a package may have: death rates, births per woman, net migrants.
  mutating func rates(_ areas: Areas) -> RateTables {
    var rates = RateTables()
    readMortality(areas, into: &rates)
    readFertility(areas, into: &rates)
    readMigrants(areas, into: &rates)
    readMoves(areas, into: &rates)
    return rates
  }

  /// Whom and when a row of rates is about.
  private struct Subject: Hashable {
    let kind: PopulationKind
    let area: Int
    let year: Year
  }

  private mutating func readMortality(_ areas: Areas, into rates: inout RateTables) {
    guard var table = optionalTable("mortality_rates", ["district_code", "sex", "age", "year", "mx"]) else { return }
    let cells = collect(&table, areas, "mx", kinds: PopulationKind.allCases, bySex: true, empty: .nan) { table, row in
      table.notNegative(row, "mx")
    }
    var told = Set<String>()
    for (subject, mx, _) in cells {
      let place = "district_code = \(areas[subject.area].code), year = \(subject.year)"
      if let gap = mx.values.firstIndex(where: \.isNaN) {
        // What is missing for all areas and years is said once.
        let (sex, age) = gap.quotientAndRemainder(dividingBy: Age.count)
        let cell = "sex = \(Sex.allCases[sex].name), age = \(age)"
        if told.insert(cell).inserted { table.reportFile(.missingRows(detail: "\(place), \(cell)")) }
        continue
      }
      do {
        try rates.set(mx: mx, of: subject.kind, in: subject.area, subject.year)
      } catch {
        table.reportFile(.mortality(Label(zh: "\(place)：\(error.label.zh)", en: "\(place): \(error.label.en)")))
      }
    }
    diagnostics += table.diagnostics
    remarks += table.remarks
  }

  private mutating func readFertility(_ areas: Areas, into rates: inout RateTables) {
    guard var table = optionalTable("fertility_rates", ["district_code", "age", "year", "asfr"]) else { return }
    let cells = collect(&table, areas, "asfr", kinds: PopulationKind.allCases, bySex: false, empty: 0) { table, row in
      guard let asfr = table.notNegative(row, "asfr") else { return nil }
      // Births by the thousand women are the usual slip.
      if asfr > 1 { table.report(.outOfRange(text: table.text(row, "asfr"), low: "0", high: "1"), row: row, "asfr") }
      return asfr
    }
    for (subject, asfr, isGiven) in cells {
      if let problem = fertilityProblem(
        asfr, isGiven, "district_code = \(areas[subject.area].code), year = \(subject.year)")
      {
        // The same slip stands in every area and year.
        if table.diagnostics.isEmpty { table.reportFile(problem) }
        continue
      }
      rates.set(
        asfr: (0..<Age.count).map { asfr[Age($0), .female] }, of: subject.kind, in: subject.area, subject.year)
    }
    diagnostics += table.diagnostics
    remarks += table.remarks
  }

  private mutating func readMigrants(_ areas: Areas, into rates: inout RateTables) {
    guard var table = optionalTable("net_migrants", ["district_code", "sex", "age", "year", "persons"]) else { return }
    let cells = collect(&table, areas, "persons", kinds: [.resident], bySex: true, empty: 0) { table, row in
      table.number(row, "persons")
    }
    for (subject, persons, isGiven) in cells {
      let ages = isGiven.ages
      if table.remarks.isEmpty, areFiveYearAges(ages) { table.remarkFile(.sparseMigrants) }
      rates.set(netMigrants: persons, of: subject.kind, in: subject.area, subject.year)
    }
    diagnostics += table.diagnostics
    remarks += table.remarks
  }

  /// Gathers a table's rows into one table by sex and age for each subject, in a fixed order.
  ///
  /// - Parameters:
  ///   - kinds: whom the rows are about where there is no column `kind`.
  ///   - bySex: whether rows name a sex; women are meant otherwise.
  ///   - empty: what stands in cells without a row.
  private func collect(
    _ table: inout TableReader, _ areas: Areas, _ column: String, kinds: [PopulationKind], bySex: Bool, empty: Double,
    value: (inout TableReader, Int) -> Double?
  ) -> [(Subject, AgeTable, isGiven: AgeTable)] {
    var cells: [Subject: AgeTable] = [:]
    var seen: [Subject: AgeTable] = [:]
    for row in table.rows {
      let named = table.has("kind") ? table.word(row, "kind", PopulationKind.self).map { [$0] } : kinds
      let sex = bySex ? table.sex(row) : .female
      let places = subjects(&table, row, areas)
      let age = table.age(row, upTo: Age.open.years)
      let year = table.integer(row, "year", in: 1500...2300)
      let number = value(&table, row)
      guard let named, let sex, let places, let age, let year, let number else { continue }
      var isTwice = false
      for kind in named {
        for area in places {
          let subject = Subject(kind: kind, area: area, year: year)
          if !isTwice, seen[subject, default: AgeTable()][Age(age), sex] != 0 {
            isTwice = true
            table.report(.duplicateRow(key: "\(areas[area].code) \(sex.name) \(age) \(year)"), row: row, column)
          }
          seen[subject, default: AgeTable()][Age(age), sex] = 1
          cells[subject, default: AgeTable(repeating: empty)][Age(age), sex] = number
        }
      }
    }
    remarkGaps(in: Set(cells.keys), areas, &table)
    return cells.sorted { a, b in
      (a.key.year, a.key.area, a.key.kind.rawValue) < (b.key.year, b.key.area, b.key.kind.rawValue)
    }.map { ($0.key, $0.value, seen[$0.key] ?? AgeTable()) }
  }

  /// What births by age cannot be: with gaps, of ages that bear no children, or too few or too many in a life.
  private func fertilityProblem(_ asfr: AgeTable, _ isGiven: AgeTable, _ place: String) -> Problem? {
    let ages = isGiven.ages
    guard let first = ages.first, let last = ages.last else { return nil }
    if let age = ages.first(where: { !mothersAges.contains($0) && asfr[Age($0), .female] > 0 }) {
      return .agesOfMothers(text: "\(age)", low: mothersAges.lowerBound, high: mothersAges.upperBound)
    }
    if areFiveYearAges(ages) { return .fiveYearAges(what: place, last: Age.open.years) }
    if let gap = (first...last).first(where: { !ages.contains($0) }) {
      return .missingRows(detail: "\(place), age = \(gap)")
    }
    let total = asfr.values.reduce(0, +)
    return childrenAWoman.contains(total) ? nil : .fertilityTotal(total, what: place)
  }

  /// Years left out between others, each once: a model would fill them where rates were meant.
  private func remarkGaps(in subjects: Set<Subject>, _ areas: Areas, _ table: inout TableReader) {
    var told = Set<Year>()
    let series = Dictionary(grouping: subjects) { Subject(kind: $0.kind, area: $0.area, year: 0) }
    for (subject, cells) in series.sorted(by: {
      ($0.key.area, $0.key.kind.rawValue) < ($1.key.area, $1.key.kind.rawValue)
    }) {
      let years = cells.map(\.year).sorted()
      guard let gap = zip(years, years.dropFirst()).first(where: { $1 > $0 + 1 }),
        told.insert(gap.0 + 1).inserted
      else { continue }
      let detail = "kind = \(subject.kind), district_code = \(areas[subject.area].code), year = \(gap.0 + 1)"
      table.remarkFile(.missingRows(detail: detail))
    }
  }

  /// The areas a row is about: one, or all for `*`.
  private func subjects(_ table: inout TableReader, _ row: Int, _ areas: Areas) -> [Int]? {
    if table.text(row, "district_code") == "*" { return Array(0..<areas.count) }
    guard let area = table.area(row, of: areas) else { return nil }
    guard !areas.hasCity || area != areas.cityIndex else {
      table.report(.cityRow(code: areas.city.code), row: row, "district_code")
      return nil
    }
    return [area]
  }

  mutating func optionalTable(_ name: String, _ columns: [String]) -> TableReader? {
    guard has("tables/\(name).csv") else { return nil }
    return attempt { (reader: inout DatasetReader) throws(InputError) in try reader.table(name, columns) }
  }
}

/// Ages at which women bear children, with room for single births beyond the usual 15 to 49.
private let mothersAges = 10...60

/// Children a woman bears in her life, wider than any people ever counted.
private let childrenAWoman = 0.3...9.0

extension AgeTable {
  /// The ages marked in the table, of either sex.
  fileprivate var ages: [Int] {
    (0..<Age.count).filter { age in Sex.allCases.contains { self[Age(age), $0] != 0 } }
  }
}
