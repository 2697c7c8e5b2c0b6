import Benefits
import Care
import Domain
import Fiscal
import Formulas
import Simulation
import Tables

/// Districts beside one another on the page.
extension DirectorsPage {
  private var year: Year { writer.planYear ?? writer.lastYear }

  /// Use of beds, need unmet and care workers, district by district.
  var districts: Section? {
    guard results.areas.hasCity else { return nil }
    let count = NumberFormat()
    let shown: [(id: String, indicator: Indicator, label: String, format: NumberFormat, unit: String)] = [
      ("occupancy", Care.occupancy, say("床位使用率", "Occupancy of beds"), .percent(), "%"),
      ("unmet", Care.unmetNeed, say("未满足的照护需求", "Unmet need for care"), count, say("人", "persons")),
      (
        "workers", Care.workersShort, say("护理员缺口（负数为富余）", "Care workers short (negative: to spare)"), count,
        say("人", "persons")
      ),
    ]
    let figures = shown.map { shown in
      bars(
        shown.id, shown.label, unit: shown.unit, shown.format,
        value: { area in
          results.value(shown.indicator, area: area, year: year)
        })
    }
    return Section(say("\(year) 年各区县", "Districts in \(year)"), figures)
  }

  /// The share of the fund that districts spend on eldercare, against their floors.
  var fund: Section? {
    guard let year = writer.fundYear else { return nil }
    let figure = bars(
      "fund", say("福彩公益金用于养老的比例", "Share of the fund spent on eldercare"), unit: "%", .percent(),
      value: { area in results.value(Fund.Sum.eldercareShare, area: area, year: year) },
      goal: { area in writer.eldercareFloor(area, year) })
    let point = writer.fundPoint(year).map { [$0] } ?? []
    return Section(say("福彩公益金（\(year) 年）", "Lottery fund, \(year)"), [.points(point), figure])
  }

  /// A bar for each district, the largest first.
  private func bars(
    _ id: String, _ title: String, unit: String, _ format: NumberFormat, value: (Int) -> Double?,
    goal: (Int) -> Double? = { _ in nil }
  ) -> Section.Part {
    let found = results.areas.districts.indices.compactMap { area in value(area).map { (area: area, value: $0) } }
      .sorted { ($1.value, $0.area) < ($0.value, $1.area) }
    let bars = found.map { BarPlot.Bar(results.areas[$0.area].label(language), $0.value, goal: goal($0.area)) }
    let hasGoals = bars.contains { $0.goal != nil }
    var table = Table(
      columns: [
        Column("district", header: say("区县", "District")), Column("value", header: title, alignment: .trailing),
      ] + (hasGoals ? [Column("goal", header: say("下限", "Floor"), alignment: .trailing)] : []))
    for bar in bars {
      table.append(
        [.text(bar.name), .number(bar.value, format)] + (hasGoals ? [writer.cell(bar.goal, format)] : []))
    }
    let ends = [bars.first, bars.last].compactMap(\.self).map { "\($0.name) \(format.text($0.value))" }
    let chart = Chart(
      id: "bars-\(id)", title: "\(title)\(say("（\(unit)）", " (\(unit))"))",
      description: ends.count < 2
        ? "" : say("最高 \(ends[0])，最低 \(ends[1])。", "Highest: \(ends[0]); lowest: \(ends[1])."),
      .bars(BarPlot(bars, unit: unit, format: format)))
    return .figure(chart, table)
  }
}
