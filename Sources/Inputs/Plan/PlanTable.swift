import Domain
import Formulas
import Simulation
import Targets

/// Reads a table of targets as plan documents print it: a row a target, a column a year.
struct PlanTable {
  /// What a column other than a year holds.
  private enum Field: String, CaseIterable {
    case id, name, indicator, unit, kind, zone, comparator, source, note
    /// The number of the row, which means nothing.
    case place

    /// How plans head it.
    var headings: [String] {
      switch self {
      case .id: ["id", "target_id"]
      case .name: ["name", "指标", "指标名称", "主要指标", "目标", "indicator_name"]
      case .indicator: ["indicator", "对应指标"]
      case .unit: ["unit", "单位", "计量单位"]
      case .kind: ["kind", "属性", "性质", "指标属性", "指标性质"]
      case .zone: ["zone", "类别", "领域", "示范区", "板块"]
      case .comparator: ["comparator", "要求"]
      case .source: ["source", "来源"]
      case .note: ["note", "备注", "说明"]
      case .place: ["序号", "no", "number"]
      }
    }
  }

  private let path: String
  private let dataset: Dataset
  private var table: TableReader
  private var fields: [Field: String] = [:]
  /// Columns of years that something is wanted of, and of years that are told: what was reached.
  private var years: [(year: Year, column: String)] = []
  private var told: [(heading: String, column: String)] = []
  private var warnings: [Diagnostic] = []

  init(_ path: String, _ dataset: Dataset) throws(InputError) {
    self.path = path
    self.dataset = dataset
    table = try TableReader(path: path, columns: [])
    for (index, heading) in table.header.enumerated() { take(heading, at: index) }
    if fields[.name] == nil {
      table.report(.missingColumn(name: "指标", nearest: nil), at: table.passage(header: 0))
    }
    if years.isEmpty { table.report(.noYears, at: table.passage(header: 0)) }
  }

  /// Finds what a column holds.
  private mutating func take(_ heading: String, at index: Int) {
    let plain = heading.filter { !$0.isWhitespace }
    // A heading may say its unit, as in 指标（单位）, or that it is a target.
    let name = plain.prefix { !"（(".contains($0) }.lowercased()
    if let field = Field.allCases.first(where: { $0.headings.contains(name) }) {
      fields[field] = heading
    } else if let year = Int(plain.prefix(4)), Limits.plausibleYears.contains(year) {
      let words = plain.dropFirst(4)
      if ["实际", "基期", "基数", "现状", "actual", "base"].contains(where: words.contains) {
        told.append((plain, heading))
      } else {
        years.append((year, heading))
      }
    } else {
      let known = Field.allCases.flatMap(\.headings)
      table.report(
        .unknownName(
          kind: Label(zh: "列", en: "column"), name: quoted(heading), nearest: nearestName(to: plain, in: known)),
        at: table.passage(header: index))
    }
  }

  /// - Throws: ``InputError`` with everything found wrong.
  consuming func plan() throws(InputError) -> TargetPlan {
    var entries: [TargetPlan.Entry] = []
    guard table.diagnostics.isEmpty else { throw InputError(table.diagnostics) }
    for row in table.rows {
      guard let entry = entry(row, among: entries.map(\.id)) else { continue }
      entries.append(entry)
    }
    guard table.diagnostics.isEmpty else { throw InputError(table.diagnostics) }
    let name = fileStem(path)
    return TargetPlan(
      name: name, title: Label(zh: name, en: name), entries: entries, source: table.source, warnings: warnings)
  }

  private func text(_ row: Int, _ field: Field) -> String { fields[field].map { table.text(row, $0).trimmed } ?? "" }

  private mutating func entry(_ row: Int, among ids: [String]) -> TargetPlan.Entry? {
    let (name, column) = PlanTable.parted(text(row, .name))
    guard !name.isEmpty else { return nil }
    let printed = text(row, .unit).isEmpty ? column : text(row, .unit)
    let indicator = indicator(row, name)
    guard let unit = indicator?.unit ?? unit(row, printed) else { return nil }
    let wishes = wishes(row, unit, printed)
    let told = told.map { "\($0.heading) \(table.text(row, $0.column))" }
    let id = text(row, .id).isEmpty ? indicator?.name ?? "row\(row + 1)" : text(row, .id)
    return TargetPlan.Entry(
      id: free(id, among: ids), indicator: indicator, label: Label(zh: name, en: indicator?.label.en ?? name),
      unit: unit,
      zone: text(row, .zone), kind: kind(row), wishes: wishes, source: text(row, .source),
      note: ([text(row, .note)] + told).filter { !$0.isEmpty }.joined(separator: "；"))
  }

  /// A name without the unit that may stand behind it in brackets.
  private static func parted(_ text: String) -> (name: String, unit: String) {
    guard let last = text.last, "）)".contains(last), let open = text.lastIndex(where: { "（(".contains($0) }) else {
      return (text, "")
    }
    let unit = String(text[text.index(after: open)...].dropLast())
    return Unit(parsing: unit) == nil ? (text, "") : (text[..<open].trimmed, unit)
  }

  private func free(_ id: String, among ids: [String]) -> String {
    let taken = Set(ids + dataset.city.targets.map(\.id))
    return taken.contains(id) ? (2...).lazy.map { "\(id)_\($0)" }.first { !taken.contains($0) } ?? id : id
  }

  private mutating func wishes(_ row: Int, _ unit: Unit, _ printed: String) -> [TargetPlan.Wish] {
    let usual =
      text(row, .comparator).isEmpty ? nil : table.word(row, fields[.comparator] ?? "", Target.Comparator.self)
    var result: [TargetPlan.Wish] = []
    for (year, column) in years {
      switch PlanCell.read(table.text(row, column), as: unit, printed: printed) {
      case .failure(let error): table.report(error.problem, row: row, column)
      case .success(.blank): continue
      case .success(.wanted(let sign, let value, let precision)):
        // What is printed bare is reached with the figure itself.
        result.append(
          TargetPlan.Wish(year: year, comparator: sign ?? usual ?? .atLeast, value: value, precision: precision))
      }
    }
    return result.sorted { $0.year < $1.year }
  }

  private mutating func kind(_ row: Int) -> Target.Kind? {
    let text = text(row, .kind)
    guard !text.isEmpty else { return nil }
    if let kind = Target.Kind.allCases.first(where: { text.hasPrefix($0.label.zh) }) { return kind }
    return table.word(row, fields[.kind] ?? "", Target.Kind.self)
  }

  /// The indicator that a row means: that it names, that of a target of this name, or the one so called; else none, with
  /// a warning of what may be meant.
  private mutating func indicator(_ row: Int, _ name: String) -> Indicator? {
    let published = dataset.city.model.published
    let own = text(row, .indicator)
    if !own.isEmpty {
      if let found = published.first(where: { $0.name == own }) { return found }
      table.report(.noIndicator(own, among: published), row: row, fields[.indicator] ?? "")
      return nil
    }
    let target = dataset.city.targets.first { $0.label.zh == name || $0.label.en == name }
    let named = published.first { indicator in
      indicator.name == target?.indicator || indicator.label.zh == name || indicator.label.en == name
    }
    if let named { return named }
    let search = NameSearch(published)
    let found = search.found(by: name)
    if found.count == 1 { return published.first { $0.name == found[0].name } }
    let akin = found.isEmpty ? search.akin(to: name) : found
    warnings.append(table.diagnostic(.onlyListed(name: name, akin: akin), row: row, fields[.name] ?? ""))
    return nil
  }

  private mutating func unit(_ row: Int, _ printed: String) -> Unit? {
    if let unit = PlanFile.unit(printed) { return unit }
    if let read = Unit(parsing: printed), let like = Unit.all.first(where: { $0.takes(read) && $0.isAmount }) {
      return like
    }
    guard fields[.indicator].map({ table.text(row, $0).isEmpty }) ?? true else { return nil }
    table.report(
      .unknownWord(text: quoted(printed), nearest: nil, allowed: Unit.all.map { $0.name(.zh) }), row: row,
      fields[.unit] ?? fields[.name] ?? "")
    return nil
  }
}
