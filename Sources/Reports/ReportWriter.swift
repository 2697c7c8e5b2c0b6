import Domain
import Inputs
import Simulation
import Tables

/// What the sections of a report share: the results, the language and how numbers look.
struct ReportWriter {
  let results: Results
  let dataset: Dataset
  let language: Language

  /// The width of rules and wrapped paragraphs.
  static let width = 104

  func say(_ zh: String, _ en: String) -> String { language.say(zh, en) }

  /// The year the plan ends, if the run reaches it: the last year of its targets.
  var planYear: Year? {
    guard let last = results.plan.city.targets.map(\.year).max() else { return nil }
    return results.years.contains(last) ? last : nil
  }

  /// The years shown: the first and the last, and between them every fifth, tenth or twentieth, as room allows.
  var milestones: [Year] {
    let years = results.years
    let step = [5, 10, 20].first { years.count / $0 <= 5 } ?? 50
    return Set([years.lowerBound, years.upperBound] + years.filter { $0 % step == 0 }).sorted()
  }

  var lastYear: Year { results.years.upperBound }

  // MARK: - Numbers

  /// Whether the city is large enough for 万人 or thousands.
  private var isLarge: Bool { (results.city("population.total", results.years.lowerBound) ?? 0) >= 1e6 }

  /// People in 万人 or thousands, of a small city one by one.
  func people(_ value: Double?) -> String {
    guard let value else { return "–" }
    let unit = say(isLarge ? " 万人" : " 人", isLarge ? " thousand" : "")
    return peopleFormat.text(value) + unit
  }

  func percent(_ value: Double?, decimals: Int = 1) -> String {
    value.map { NumberFormat.percent(decimals: decimals).text($0) } ?? "–"
  }

  func number(_ value: Double?, decimals: Int = 0) -> String {
    value.map { NumberFormat(decimals: decimals).text($0) } ?? "–"
  }

  /// The scale of people in tables, with the word for the header.
  var peopleFormat: NumberFormat {
    guard isLarge else { return NumberFormat() }
    return language == .zh
      ? NumberFormat(decimals: 1, scale: .wan) : NumberFormat(decimals: 0, scale: NumberFormat.Scale(powerOfTen: 3))
  }

  var peopleUnit: String { say(isLarge ? "万人" : "人", isLarge ? "thousand" : "persons") }

  func cell(_ value: Double?, _ format: NumberFormat) -> Cell { value.map { .number($0, format) } ?? .text("–") }

  // MARK: - Layout

  func heading(_ text: String) -> String { "\n\(text)\n" }

  /// Paragraphs with a bullet, wrapped under their first word.
  func bullets(_ texts: [String]) -> String {
    texts.map { text in
      let lines = wrapped(text, width: ReportWriter.width - 4)
      return lines.enumerated().map { ($0.offset == 0 ? "  · " : "    ") + $0.element + "\n" }.joined()
    }.joined()
  }

  /// A table moved in by two columns.
  func indented(_ table: Table) -> String {
    table.text().split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map { "  \($0)\n" }.joined()
  }

  /// A table with a row for each area, the city first, and a column for each milestone.
  func byArea(_ title: String, _ columns: [(header: String, value: (Int) -> Cell)]) -> Table {
    var table = Table(
      title: nil,
      columns: [Column("area", header: title)]
        + columns.enumerated().map { Column("c\($0.offset)", header: $0.element.header, alignment: .trailing) })
    let order = [results.areas.cityIndex] + Array(results.areas.districts.indices)
    for area in order {
      table.append([.text(results.areas[area].label(language))] + columns.map { $0.value(area) })
    }
    return table
  }

  /// A table with a row for each indicator of the city and a column for each milestone.
  func byYear(_ title: String, _ rows: [(name: String, label: String, format: NumberFormat)]) -> Table {
    var table = Table(
      columns: [Column("row", header: title)]
        + milestones.map { Column("\($0)", header: "\($0)", alignment: .trailing) }
        + (results.draws > 0
          ? [Column("interval", header: say("\(lastYear) 年 80% 区间", "80 % interval \(lastYear)"), alignment: .trailing)]
          : []))
    for row in rows {
      let interval = results.draws > 0 ? [Cell.text(intervalText(row.name, lastYear, row.format) ?? "")] : []
      table.append([.text(row.label)] + milestones.map { cell(results.city(row.name, $0), row.format) } + interval)
    }
    return table
  }
}
