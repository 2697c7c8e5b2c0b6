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

  /// Reads a file with the columns sex, age, year and mx; ages run from 0 to an open last one, by single years or in the
  /// groups of an abridged table, 0, 1–4, 5–9 …, named by their first ages or in full.
  ///
  /// - Throws: ``InputError`` with everything found wrong.
  public init(file: String) throws(InputError) {
    var table = try TableReader(path: file, columns: ["sex", "age", "year", "mx"])
    var rates: [Key: [Int: Double]] = [:]
    var groups: [Key: [Int: Int]] = [:]
    let cells = table.deathRates(ages: 0...130, years: 1500...2300)
    guard table.diagnostics.isEmpty else { throw InputError(table.diagnostics) }
    for cell in cells {
      let key = Key(year: cell.year, sex: cell.sex)
      rates[key, default: [:]][cell.age] = cell.mx
      if let last = cell.last { groups[key, default: [:]][cell.age] = last }
    }
    var entries: [Entry] = []
    for key in rates.keys.sorted(by: { ($0.year, $0.sex.rawValue) < ($1.year, $1.sex.rawValue) }) {
      let place = "sex = \(key.sex.name), year = \(key.year)"
      let ages = (rates[key] ?? [:]).keys.sorted()
      let mx = ages.compactMap { rates[key]?[$0] }
      if let problem = LifeTables.problem(ages, groups[key] ?? [:], mx, place) {
        table.reportFile(problem)
        continue
      }
      do {
        entries.append(Entry(year: key.year, sex: key.sex, table: try LifeTables.table(ages, mx, key.sex)))
      } catch {
        table.reportFile(.mortality(Label(zh: "\(place)：\(error.label.zh)", en: "\(place): \(error.label.en)")))
      }
    }
    guard table.diagnostics.isEmpty else { throw InputError(table.diagnostics) }
    self.entries = entries
    source = table.source
  }

  private static func table(_ ages: [Int], _ mx: [Double], _ sex: Sex) throws(MortalityError) -> LifeTable {
    guard let widths = abridgedWidths(ages) else { return try LifeTable(mx: mx, sex: sex) }
    return try LifeTable(abridged: mx, widths: widths, sex: sex)
  }

  /// Why no life table can be made of rates by first ages; nil when one can.
  ///
  /// - Parameter groups: the last ages of those groups that are written with it.
  private static func problem(_ ages: [Int], _ groups: [Int: Int], _ mx: [Double], _ place: String) -> Problem? {
    let next = Dictionary(uniqueKeysWithValues: zip(ages, ages.dropFirst()))
    if let (first, last) = groups.sorted(by: { $0.key < $1.key }).first(where: {
      next[$0.key] ?? $0.value + 1 != $0.value + 1
    }) {
      let found = next[first] ?? last + 1
      return found > last + 1
        ? .missingRows(detail: "\(place), age = \(last + 1)")
        : .overlappingAges(what: place, text: "\(first)–\(last)", next: found)
    }
    guard abridgedWidths(ages) == nil else {
      return mx.last == 0 ? .zeroAtOpenAge(what: place, age: ages.last ?? 0) : nil
    }
    if areFiveYearAges(ages) { return .fiveYearAges(what: place, last: ages.last ?? 0) }
    if let gap = (0..<max(ages.count, 2)).first(where: { !ages.contains($0) }) {
      return .missingRows(detail: "\(place), age = \(gap)")
    }
    return mx.last == 0 ? .zeroAtOpenAge(what: place, age: ages.count - 1) : nil
  }

  private struct Key: Hashable {
    let year: Year
    let sex: Sex
  }
}
