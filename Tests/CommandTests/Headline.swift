import CSV
import Foundation
import Testing

/// A headline figure of the shipped baseline, as it was last recorded.
struct Headline {
  let indicator: String
  let year: String
  let district: String
  /// A column of `indicators.csv`.
  let statistic: String
  var value: Double
  /// How far it may move, relative to its value, before that has to be said.
  let tolerance: Double
  /// The release, or `Unreleased`, of which the value is.
  var release: String

  static let file = Program.root.appendingPathComponent("Tests/Fixtures/headlines.csv")
  private static let columns = ["indicator", "year", "district_code", "statistic", "value", "tolerance", "release"]

  static func recorded() throws -> [Headline] {
    let table = CSVReader.read([UInt8](try Data(contentsOf: file))).document
    try #require(table.header == columns)
    return try (0..<table.rowCount).map { row in
      Headline(
        indicator: table.field(row: row, column: 0), year: table.field(row: row, column: 1),
        district: table.field(row: row, column: 2), statistic: table.field(row: row, column: 3),
        value: try #require(table.double(row: row, column: 4)),
        tolerance: try #require(table.double(row: row, column: 5)), release: table.field(row: row, column: 6))
    }
  }

  static func record(_ headlines: [Headline]) throws {
    let rows = headlines.map { "\($0.key),\($0.value),\($0.tolerance),\($0.release)" }
    try ([columns.joined(separator: ",")] + rows + [""]).joined(separator: "\n")
      .write(to: file, atomically: true, encoding: .utf8)
  }

  /// Which figure it is.
  var key: String { [indicator, year, district, statistic].joined(separator: ",") }

  func allows(_ found: Double) -> Bool { abs(found - value) <= tolerance * abs(value) }

  /// Every figure that a run wrote, by its key: indicators, and how many targets of a year have each status.
  static func figures(in run: [String: Data]) throws -> [String: Double] {
    let table = CSVReader.read([UInt8](try #require(run["indicators.csv"]))).document
    let place = try ["indicator", "year", "district_code"].map { try #require(table.columnIndex(named: $0)) }
    let statistics = try ["central", "p10", "p50", "p90"].map { ($0, try #require(table.columnIndex(named: $0))) }
    var figures: [String: Double] = [:]
    for row in 0..<table.rowCount {
      let key = place.map { table.field(row: row, column: $0) }
      for (name, column) in statistics {
        figures[(key + [name]).joined(separator: ",")] = table.double(row: row, column: column)
      }
    }
    let city = try #require(place.last.map { table.field(row: 0, column: $0) })
    let targets = CSVReader.read([UInt8](try #require(run["targets.csv"]))).document
    let (year, status) = (try #require(targets.columnIndex(named: "year")), targets.columnIndex(named: "status"))
    for row in 0..<targets.rowCount {
      let name = "targets.\(targets.field(row: row, column: try #require(status)))"
      figures["\(name),\(targets.field(row: row, column: year)),\(city),central", default: 0] += 1
    }
    return figures
  }
}
