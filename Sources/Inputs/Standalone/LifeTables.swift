import Domain
import Population

/// Life tables of a tidy file of death rates, by year and sex.
public struct LifeTables: Sendable {
  public struct Entry: Sendable {
    public let year: Year
    public let sex: Sex
    public let table: LifeTable
  }

  /// Oldest year first, women before men.
  public let entries: [Entry]
  /// The file read.
  public let source: InputFile

  /// Reads a file with the columns sex, age, year and mx; ages run from 0 to an open last one.
  ///
  /// - Throws: ``InputError`` with everything found wrong.
  public init(file: String) throws(InputError) {
    var table = try TableReader(path: file, columns: ["sex", "age", "year", "mx"])
    var rates: [Key: [Int: Double]] = [:]
    let cells = table.deathRates(ages: 0...130, years: 1500...2300)
    guard table.diagnostics.isEmpty else { throw InputError(table.diagnostics) }
    for cell in cells {
      rates[Key(year: cell.year, sex: cell.sex), default: [:]][cell.age] = cell.mx
    }
    var entries: [Entry] = []
    for key in rates.keys.sorted(by: { ($0.year, $0.sex.rawValue) < ($1.year, $1.sex.rawValue) }) {
      let ages = rates[key] ?? [:]
      let place = "sex = \(key.sex.name), year = \(key.year)"
      let mx = (0..<ages.count).compactMap { ages[$0] }
      if areFiveYearAges(ages.keys) {
        table.reportFile(.fiveYearAges(what: place, last: ages.keys.max() ?? 0))
        continue
      }
      guard mx.count == ages.count, mx.count > 1 else {
        let gap = (0..<ages.count).first { ages[$0] == nil } ?? mx.count
        table.reportFile(.missingRows(detail: "\(place), age = \(gap)"))
        continue
      }
      guard mx[mx.count - 1] > 0 else {
        table.reportFile(.zeroAtOpenAge(what: place, age: mx.count - 1))
        continue
      }
      do {
        entries.append(Entry(year: key.year, sex: key.sex, table: try LifeTable(mx: mx, sex: key.sex)))
      } catch {
        table.reportFile(.mortality(Label(zh: "\(place)：\(error.label.zh)", en: "\(place): \(error.label.en)")))
      }
    }
    guard table.diagnostics.isEmpty else { throw InputError(table.diagnostics) }
    self.entries = entries
    source = table.source
  }

  private struct Key: Hashable {
    let year: Year
    let sex: Sex
  }
}
