import Domain
import Formulas
import Inputs
import Population
import Simulation
import Tables
import Targets

/// What the sections of a report share: the results, the language and how numbers look.
struct ReportWriter {
  let results: Results
  let dataset: Dataset
  let language: Language
  /// Whose values tables by year show: the city's, or a district's own.
  let area: Int
  /// Of every target in each of its years.
  let judgements: [Judgement]
  /// Of every target of the dataset in the last of its years that the run reaches, else in its last.
  let final: [Judgement]
  /// Of the targets of a plan file, in all their years.
  let own: [Judgement]

  init(results: Results, dataset: Dataset, language: Language, area: Int? = nil) {
    self.results = results
    self.dataset = dataset
    self.language = language
    self.area = area ?? results.areas.cityIndex
    judgements = results.judgements
    final = judgements.filter { $0.target.plan == nil }.lastOfEach(reaching: results.years)
    own = judgements.filter { $0.target.plan != nil }
  }

  var isOfCity: Bool { area == results.areas.cityIndex }

  func say(_ zh: String, _ en: String) -> String { language.say(zh, en) }

  /// The year the dataset's plan ends, if the run reaches it: the last year of its targets.
  var planYear: Year? {
    guard let last = judgements.map(\.target).filter({ $0.plan == nil }).map(\.year).max() else { return nil }
    return results.years.contains(last) ? last : nil
  }

  /// The year that is spoken of first: in which the plan ends, or of a package without one the last that is known.
  var keyYear: Year {
    planYear ?? min(max(results.plan.knownUntil, results.years.lowerBound + 1), lastYear)
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
  private var isLarge: Bool {
    (results.value(Demography.populationTotal, area: area, year: results.years.lowerBound) ?? 0) >= 1e6
  }

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

  /// An indicator's value in the area.
  func value(_ indicator: some NamedIndicator, _ year: Year) -> Double? {
    results.value(indicator, area: area, year: year)
  }

  func cell(_ value: Double?, _ format: NumberFormat) -> Cell { value.map { .number($0, format) } ?? .text("–") }

  // MARK: - Tables

  /// The head of a table by year: whose it is, and its unit.
  func heading(_ unit: String) -> String {
    let whose = isOfCity ? say("全市", "City") : results.areas[area].label(language)
    return say("\(whose)（\(unit)）", "\(whose) (\(unit))")
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

  /// A table with a row for each indicator of the area and a column for each milestone; a district has no rows of what
  /// only the city has.
  func byYear(_ title: String, _ rows: [YearRow]) -> Table {
    var table = Table(
      columns: [Column("row", header: title)]
        + milestones.map { Column("\($0)", header: "\($0)", alignment: .trailing) }
        + (results.draws > 0
          ? [Column("interval", header: say("\(lastYear) 年八成可能", "80 % interval \(lastYear)"), alignment: .trailing)]
          : []))
    let own = rows.filter { row in isOfCity || milestones.contains { value(row.indicator, $0) != nil } }
    for row in own {
      let interval = results.draws > 0 ? [Cell.text(intervalText(row.indicator, lastYear, row.format) ?? "")] : []
      table.append([.text(row.label)] + milestones.map { cell(value(row.indicator, $0), row.format) } + interval)
    }
    return table
  }
}

/// A row of a table by year: an indicator of the city, in a reader's words.
struct YearRow {
  let indicator: any NamedIndicator
  let label: String
  let format: NumberFormat

  init(_ indicator: any NamedIndicator, _ label: String, _ format: NumberFormat) {
    self.indicator = indicator
    self.label = label
    self.format = format
  }
}

/// A part of a report.
typealias Section = Document.Section

extension ReportWriter {
  /// A report about the run, under a title of its own.
  func document(lead: Document.Lead? = nil, _ sections: [Section?]) -> Document {
    Document(
      style: language == .zh ? .chinese : .english, title: place, subtitle: making, lead: lead,
      sections: sections.compactMap(\.self))
  }

  /// The city and the scenario.
  private var place: String {
    let scenario = results.plan.scenario
    let name = scenario.title.map { say("\($0.zh)（\(scenario.name)）", "\($0.en) (\(scenario.name))") } ?? scenario.name
    return "\(results.areas[area].label(language))  \(name)"
  }

  /// How the run was made.
  private var making: String {
    let years = "\(results.years.lowerBound)–\(results.years.upperBound)"
    return say(
      "\(years) 年 · \(members) · 已知至 \(results.plan.knownUntil) 年",
      "\(years) · \(members) · known until \(results.plan.knownUntil)")
  }
}

extension Table {
  /// The table with remarks below it.
  func noting(_ notes: [String]) -> Table {
    var table = self
    for note in notes { table.appendNote(note) }
    return table
  }
}
