import Benefits
import Care
import Domain
import Fiscal
import Formulas
import Simulation
import Tables

/// Districts beside one another on the page.
extension DirectorsPage {
  private var year: Year { writer.keyYear }

  /// A number of every district.
  private struct Shown {
    let id: String
    let indicator: any NamedIndicator
    let label: String
    let format: NumberFormat
    let unit: String
  }

  /// Use of beds, need unmet, care workers and money, district by district.
  var districts: Section? {
    guard results.areas.hasCity else { return nil }
    let persons = say("人", "persons")
    let shown = [
      Shown(
        id: "occupancy", indicator: Care.occupancy, label: say("床位使用率", "Occupancy of beds"), format: .percent(),
        unit: "%"),
      Shown(
        id: "unmet", indicator: Care.unmetNeed, label: say("未满足的照护需求", "Unmet need for care"),
        format: NumberFormat(), unit: persons),
      Shown(
        id: "met", indicator: Care.needMet, label: say("照护需求满足率", "Share of need met"), format: .percent(), unit: "%"),
      Shown(
        id: "workers", indicator: Care.workersShort,
        label: say("护理员缺口（负数为富余）", "Care workers short (negative: to spare)"), format: NumberFormat(), unit: persons),
      Shown(
        id: "money", indicator: Budget.Sum.fiscalCost, label: say("财政性资金", "Fiscal money"),
        format: writer.moneyFormat, unit: writer.moneyUnit),
    ]
    let isMap = results.areas.districts.allSatisfy { $0.place != nil }
    let figures = shown.map { isMap ? tiles($0) : bars($0) }
    return Section(say("\(year) 年各区县", "Districts in \(year)"), figures)
  }

  private func bars(_ shown: Shown) -> Section.Part {
    bars(
      shown.id, shown.label, unit: shown.unit, shown.format,
      value: { results.value(shown.indicator, area: $0, year: year) })
  }

  /// Tiles where the districts lie, the dark ones above the middle of the range.
  private func tiles(_ shown: Shown) -> Section.Part {
    var table = Table(
      columns: [
        Column("district", header: say("区县", "District")),
        Column("value", header: shown.label, alignment: .trailing),
      ])
    var tiles: [TilePlot.Tile] = []
    for (area, district) in results.areas.districts.enumerated() {
      guard let place = district.place else { continue }
      let value = results.value(shown.indicator, area: area, year: year)
      let name = district.label(language)
      tiles.append(TilePlot.Tile(name, column: place.column, row: place.row, value: value))
      table.append([.text(name), writer.cell(value, shown.format)])
    }
    let known = tiles.compactMap { tile in tile.value.map { (tile.name, $0) } }
    let ends = [known.max { $0.1 < $1.1 }, known.min { $0.1 < $1.1 }].compactMap { $0 }
      .map { "\($0.0) \(shown.format.text($0.1))" }
    let chart = Chart(
      id: "tiles-\(shown.id)", title: "\(shown.label)\(say("（\(shown.unit)）", " (\(shown.unit))"))",
      description: ends.count < 2
        ? ""
        : say(
          "按位置排列。最高 \(ends[0])，最低 \(ends[1])。", "Where they lie. Highest: \(ends[0]); lowest: \(ends[1])."),
      .tiles(TilePlot(tiles, unit: shown.unit, format: shown.format)))
    return .figure(chart, table)
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
