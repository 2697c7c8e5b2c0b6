import Domain
import Formulas
import Population
import Programmes
import Simulation

extension DatasetReader {
  mutating func areas() throws(InputError) -> Areas {
    var table = try table(
      "districts", ["district_code", "name_zh", "name_en", "kind"], mostRows: Limits.districts)
    defer { remarks += table.remarks }
    let marks = districtMarks(columns: table.header)
    var city: Area?
    var districts: [Area] = []
    var seen = SeenNames()
    for row in table.rows {
      guard let kind = table.word(row, "kind", Area.Kind.self) else { continue }
      let area = Area(
        code: table.text(row, "district_code"),
        label: Label(zh: table.text(row, "name_zh"), en: table.text(row, "name_en")), kind: kind,
        marks: Set(marks.map(\.id).filter { table.text(row, $0) == "1" }),
        place: mapPlace(row, taken: districts, &table))
      if districts.contains(where: { $0.code == area.code }) || city?.code == area.code
        || (kind == .city && city != nil)
      {
        table.report(.duplicateRow(key: area.code), row: row, "district_code")
      }
      if districts.contains(where: { $0.label.zh == area.label.zh }) {
        table.report(.duplicateRow(key: area.label.zh), row: row, "name_zh")
      }
      for column in ["district_code", "name_zh", "name_en"] where !table.text(row, column).isEmpty {
        table.refuse(seen.problem(of: table.text(row, column), line: table.line(row)), row: row, column)
      }
      for column in ["district_code", "name_zh"] where table.text(row, column).isEmpty {
        table.report(.emptyField(column: column), row: row, column)
      }
      if kind == .city { city = area } else { districts.append(area) }
    }
    // A package about the population may have one row for everything, whatever its kind.
    if extent == .population, districts.isEmpty, let only = city {
      districts = [only]
      city = nil
    }
    let mayDoWithoutCity = extent == .population && districts.count == 1
    guard city != nil || mayDoWithoutCity, !districts.isEmpty else {
      let detail = city == nil ? "kind = city" : "kind = urban, county"
      throw InputError(table.diagnostics + [Diagnostic(ofFile: table.file, .missingRows(detail: detail))])
    }
    diagnostics += table.diagnostics
    return Areas(
      city: city, districts: districts, former: table.diagnostics.isEmpty ? formerDistricts(districts) : [],
      marks: marks)
  }

  /// Where a district lies on a map of tiles; nil where the package does not say.
  private func mapPlace(_ row: Int, taken districts: [Area], _ table: inout TableReader) -> MapPlace? {
    guard ["tile_column", "tile_row"].contains(where: { !table.text(row, $0).isEmpty }) else { return nil }
    let tiles = 0...Limits.districts
    guard let column = table.integer(row, "tile_column", in: tiles),
      let line = table.integer(row, "tile_row", in: tiles)
    else { return nil }
    let place = MapPlace(column: column, row: line)
    if districts.contains(where: { $0.place == place }) {
      table.report(.duplicateRow(key: "\(column), \(line)"), row: row, "tile_column")
    }
    return place
  }

  /// Reads which districts were dissolved, and where their area went; a package may do without.
  private mutating func formerDistricts(_ districts: [Area]) -> [FormerDistrict] {
    guard var table = optionalTable("former_districts", ["district_code", "name_zh", "until", "successors", "source"])
    else { return [] }
    var result: [FormerDistrict] = []
    for row in table.rows.prefix(Limits.districts) {
      let (code, name) = (table.text(row, "district_code"), table.text(row, "name_zh"))
      let until = table.integer(row, "until", in: Limits.plausibleYears)
      table.remarkEmpty(row, "district_code", "name_zh", "successors")
      table.remark(sources.problem(of: table.text(row, "source")), row: row, "source")
      let successors = table.text(row, "successors").split(separator: " ").map(String.init)
      for successor in successors where !districts.contains(where: { $0.code == successor }) {
        table.report(.unknownDistrict(name: quoted(successor), nearest: nil), row: row, "successors")
      }
      if districts.contains(where: { $0.code == code }) || result.contains(where: { $0.code == code }) {
        table.report(.duplicateRow(key: code), row: row, "district_code")
      }
      if let until { result.append(FormerDistrict(code: code, name: name, until: until, successors: successors)) }
    }
    diagnostics += table.diagnostics
    remarks += table.remarks
    return result
  }

  /// Base populations by district; every cell must be there once.
  mutating func populations(_ areas: Areas) -> (resident: [AgeTable], registered: [AgeTable]) {
    var tables: [PopulationKind: [AgeTable]] = [:]
    for kind in PopulationKind.allCases {
      tables[kind] = Array(repeating: AgeTable(repeating: .nan), count: areas.districts.count)
    }
    guard
      var table = attempt({ (reader: inout DatasetReader) throws(InputError) in
        try reader.table("population", ["kind", "district_code", "sex", "age", "persons"])
      })
    else { return ([], []) }
    for row in table.rows {
      let kind = table.word(row, "kind", PopulationKind.self)
      let area = table.area(row, of: areas)
      let sex = table.sex(row)
      let age = table.integer(row, "age", in: 0...Age.open.years)
      let persons = table.notNegative(row, "persons")
      if area == areas.cityIndex { table.remark(.cityRow(code: areas.city.code), row: row, "district_code") }
      guard let kind, let area, let sex, let age, area != areas.cityIndex else { continue }
      if let before = tables[kind]?[area][Age(age), sex], !before.isNaN {
        table.report(.duplicateRow(key: "\(kind) \(areas[area].code) \(sex.name) \(age)"), row: row, "age")
      }
      // A row whose number is wrong is there all the same.
      tables[kind]?[area][Age(age), sex] = persons ?? 0
    }
    diagnostics += table.diagnostics
    remarks += table.remarks
    if extent == .population, tables[.registered]?.allSatisfy({ $0.values.allSatisfy(\.isNaN) }) == true {
      tables[.registered] = []
    }
    // Rows of an area that nobody knows may be those that are missing.
    for kind in PopulationKind.allCases where !table.namesUnknownAreas {
      for (area, cells) in (tables[kind] ?? []).enumerated() {
        guard let gap = cells.firstGap else { continue }
        let detail = "kind = \(kind), district_code = \(areas[area].code), \(gap)"
        diagnostics.append(Diagnostic(ofFile: table.file, .missingRows(detail: detail)))
      }
    }
    return (tables[.resident] ?? [], tables[.registered] ?? [])
  }

  mutating func schedules() -> ScheduleTable {
    let declared = Dictionary(uniqueKeysWithValues: Model.schedules.map { ($0.path, $0) })
    var cells: [String: AgeTable] = [:]
    var firstRows: [String: Int] = [:]
    var broken = Set<String>()
    for schedule in Model.schedules {
      var table = AgeTable()
      for sex in schedule.sexes { for age in schedule.ages { table[Age(age), sex] = .nan } }
      cells[schedule.path] = table
    }
    if extent == .population, !has("tables/schedules.csv") { return ScheduleTable(cells) }
    guard
      var table = attempt({ (reader: inout DatasetReader) throws(InputError) in
        try reader.table("schedules", ["schedule", "sex", "age", "value", "evidence", "source"])
      })
    else { return ScheduleTable(cells) }
    for row in table.rows {
      let path = table.text(row, "schedule")
      guard let schedule = declared[path] else {
        let near = nearestName(to: path, in: declared.keys.sorted())
        table.report(
          .unknownName(kind: Label(zh: "年龄表", en: "schedule"), name: path, nearest: near), row: row, "schedule")
        continue
      }
      firstRows[path] = firstRows[path] ?? row
      let sex = table.sex(row)
      let age = table.integer(row, "age", in: schedule.ages)
      let value = table.number(row, "value")
      _ = table.word(row, "evidence", Evidence.self)
      table.remark(sources.problem(of: table.text(row, "source")), row: row, "source")
      if let value {
        let text = table.text(row, "value")
        table.refuse(
          schedule.unit.problem(of: value, written: text, in: schedule.plausible), row: row, "value")
      }
      if value == nil { broken.insert(path) }
      guard let sex, let age else { continue }
      if let before = cells[path]?[Age(age), sex], !before.isNaN {
        table.report(.duplicateRow(key: "\(path) \(sex.name) \(age)"), row: row, "age")
      }
      cells[path]?[Age(age), sex] = value ?? 0
    }
    for schedule in [Demography.fertilityPattern, Demography.migrationProfile] where !broken.contains(schedule.path) {
      guard let row = firstRows[schedule.path], let sum = cells[schedule.path]?.sum(), abs(sum - 1) > 1e-6 else {
        continue
      }
      table.remark(.notOne(what: schedule.path, sum: sum), row: row, "schedule")
    }
    diagnostics += table.diagnostics
    remarks += table.remarks
    for schedule in Model.schedules {
      guard let gap = cells[schedule.path]?.firstGap else { continue }
      if extent == .population, firstRows[schedule.path] == nil { continue }
      let detail = "schedule = \(schedule.path), \(gap)"
      diagnostics.append(Diagnostic(ofFile: table.file, .missingRows(detail: detail)))
    }
    return ScheduleTable(cells)
  }
}

extension AgeTable {
  /// The first cell without a number, nil when there is none.
  fileprivate var firstGap: String? {
    for sex in Sex.allCases {
      for age in 0...Age.open.years where self[Age(age), sex].isNaN { return "sex = \(sex.name), age = \(age)" }
    }
    return nil
  }
}
