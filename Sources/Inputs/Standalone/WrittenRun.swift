import Domain

/// What a run wrote, as far as a notebook shows it: the city's rows of its tables, field by field as they stand.
public struct WrittenRun: Sendable {
  /// A table with some of its columns.
  public struct Rows: Sendable {
    public let columns: [String]
    public let rows: [[String]]
  }

  public let folder: String
  public let scenario: String
  /// The city's indicators that are shown.
  public let indicators: Rows
  /// What each payer pays for the city by year and line.
  public let payers: Rows
  public let targets: Rows
  public let files: [InputFile]
  private let names: [(name: String, label: Label)]

  /// - Parameters:
  ///   - folder: where the run was written.
  ///   - shown: indicators with their labels, in the order in which they are shown.
  /// - Throws: ``InputError`` where it is no folder of a run, or its tables have lost columns.
  public init(folder: String, shown: [(name: String, label: Label)]) throws(InputError) {
    func table(_ name: String, _ columns: [String]) throws(InputError) -> TableReader {
      try TableReader(path: "\(folder)/\(name)", columns: columns)
    }
    let quantiles = ["p2_5", "p10", "p50", "p90", "p97_5"]
    let kept = ["district_code", "year", "indicator", "unit", "central", "mean"] + quantiles
    let all = try table("indicators.csv", ["scenario"] + kept)
    let budgetColumns = ["year", "line", "payer", "nature", "nominal_yuan", "real_yuan"]
    let budget = try table("budget.csv", ["district_code"] + budgetColumns)
    let targetColumns = [
      "target_id", "name", "year", "comparator", "target", "unit", "projected", "gap", "p_met", "basis", "status",
    ]
    let targets = try table("targets.csv", targetColumns)
    let city = WrittenRun.city(all)
    let wanted = Set(shown.map(\.name))
    self.folder = folder
    scenario = all.rows.first.map { all.text($0, "scenario") } ?? ""
    names = shown.filter { shown in all.rows.contains { all.text($0, "indicator") == shown.name } }
    indicators = WrittenRun.rows(of: all, kept) { row in
      all.text(row, "district_code") == city && wanted.contains(all.text(row, "indicator"))
    }
    payers = WrittenRun.rows(of: budget, budgetColumns) { budget.text($0, "district_code") == city }
    self.targets = WrittenRun.rows(of: targets, targetColumns) { _ in true }
    files = [all.source, budget.source, targets.source]
    let found = all.diagnostics + budget.diagnostics + targets.diagnostics
    guard found.isEmpty else { throw InputError(found) }
  }

  /// What the indicators shown are called.
  public func labels(_ language: Language) -> [(String, String)] { names.map { ($0.name, $0.label(language)) } }

  /// The code with the most people: the city has those of all its districts.
  private static func city(_ table: TableReader) -> String {
    var best = (code: "", persons: -1.0)
    for row in table.rows where table.text(row, "indicator") == "population.total" {
      let persons = table.plainNumber(row, "central") ?? 0
      if persons > best.persons { best = (table.text(row, "district_code"), persons) }
    }
    return best.code
  }

  private static func rows(of table: TableReader, _ columns: [String], where keeps: (Int) -> Bool) -> Rows {
    Rows(columns: columns, rows: table.rows.filter(keeps).map { row in columns.map { table.text(row, $0) } })
  }
}
