import Domain
import Formulas
import Simulation
import Tables

/// An indicator of a year, district beside district: one scenario with its intervals, or several beside one another.
public struct DistrictChart {
  /// What one scenario says of every area.
  public struct Side: Sendable {
    fileprivate let name: Label
    /// By area, the city last; nil where there is none.
    fileprivate let values: [Double?]
    fileprivate let intervals: [ClosedRange<Double>?]

    public init(_ run: Results, _ indicator: Indicator, year: Year) {
      let title = run.plan.scenario.title
      name = title ?? Label(zh: run.plan.scenario.name, en: run.plan.scenario.name)
      let all = run.areas.all.indices
      values = all.map { run.value(indicator, area: $0, year: year) }
      intervals = all.map { area in
        run.interval(named: indicator.name, area: area, year).map { $0.low...$0.high }
      }
    }
  }

  private let sides: [Side]
  private let areas: Areas
  private let indicator: Indicator
  private let year: Year
  private let language: Language

  /// - Parameters:
  ///   - sides: of one city, at least one.
  ///   - year: of which they are.
  public init(_ sides: [Side], _ areas: Areas, _ indicator: Indicator, year: Year, language: Language) {
    precondition(!sides.isEmpty, "a chart of no run")
    self.sides = sides
    self.areas = areas
    self.indicator = indicator
    self.year = year
    self.language = language
  }

  private func say(_ zh: String, _ en: String) -> String { language.say(zh, en) }

  /// The districts that have a value, the largest of the first run first.
  private var districts: [Int] {
    areas.districts.indices.filter { area in sides.contains { $0.values[area] != nil } }
      .sorted { (sides[0].values[$1] ?? -.infinity, $0) < (sides[0].values[$0] ?? -.infinity, $1) }
  }

  /// Nil where no district has a value.
  public var chart: Chart? {
    let districts = districts
    guard let first = districts.first, let last = districts.last else { return nil }
    let sizes = sides.flatMap { side in districts.compactMap { side.values[$0].map(abs) } }
    let format = LevelFormat(indicator.unit, largest: sizes.max() ?? 0, language: language)
    func bar(_ side: Side, _ area: Int) -> GroupPlot.Bar? {
      side.values[area].map { GroupPlot.Bar($0, interval: sides.count == 1 ? side.intervals[area] : nil) }
    }
    func told(_ area: Int) -> String {
      let values = sides.map { $0.values[area].map(format.level.text) ?? "–" }
      return "\(areas[area].label(language)) \(values.joined(separator: " / "))"
    }
    let rows = districts.map { area in GroupPlot.Row(areas[area].label(language), sides.map { bar($0, area) }) }
    let names = sides.map { $0.name(language) }
    let city = areas.cityIndex
    return Chart(
      id: "chart",
      title: say(
        "\(year) 年 \(indicator.label.zh)（\(format.unit)）", "\(indicator.label.en) in \(year) (\(format.unit))"),
      description: say(
        "最高 \(told(first))，最低 \(told(last))；\(told(city))。",
        "Highest: \(told(first)); lowest: \(told(last)); \(told(city))."),
      .groups(GroupPlot(names, rows, unit: format.unit, format: format.level)))
  }
}
