import Domain
import Formulas
import Simulation
import Tables

/// Published figures beside what the run makes of them.
extension ReportWriter {
  /// Published figures that the run does not simply take over, beside its own.
  var comparison: Section? {
    let compared = compared
    guard !compared.isEmpty else { return nil }
    var table = Table(columns: [
      Column("what", header: say("指标", "Indicator")), Column("area", header: say("地区", "Area")),
      Column("year", header: say("年份", "Year"), alignment: .trailing), Column("unit", header: say("单位", "Unit")),
      Column("published", header: say("公布", "Published"), alignment: .trailing),
      Column("run", header: say("本次", "This run"), alignment: .trailing),
      Column("difference", header: say("相差", "Difference"), alignment: .trailing),
    ])
    for (observation, indicator, value) in compared {
      let (format, unit) = style(of: indicator, observation.value)
      let mark = isSettled(observation) ? " *" : ""
      table.append([
        .text(indicator.label(language) + mark), .text(results.areas[observation.area].label(language)),
        .number(Double(observation.year), .year), .text(unit), .number(observation.value, format),
        .number(value, format),
        observation.value == 0
          ? .text("–") : .number(value / observation.value - 1, .percent(decimals: 1, sign: .always)),
      ])
    }
    return Section(
      say("与公布数对照（不强制吻合）", "Beside published figures (those the run is not held to)"),
      [.table(table), .points(settled(compared) + farOff(compared) + anchors)])
  }

  /// Whether an input is solved by a figure, so that meeting it is no test.
  private func isSettled(_ observation: Observation) -> Bool {
    results.plan.city.solves.contains {
      $0.indicator == observation.indicator && $0.area == observation.area && $0.year == observation.year
    }
  }

  private func settled(_ compared: [Compared]) -> [String] {
    guard compared.contains(where: { isSettled($0.observation) }) else { return [] }
    return [say("* 参数已据此求解，不算检验。", "* An input is solved by this figure: no test.")]
  }

  private typealias Compared = (observation: Observation, indicator: Indicator, value: Double)

  /// Published figures that the run had to find by itself, with what it found.
  private var compared: [Compared] {
    let own = dataset.city.observations.all.filter { isOfCity || $0.area == area }
    return own.filter { isCompared($0) }.compactMap { observation in
      guard let indicator = results.indicators.first(where: { $0.name == observation.indicator }),
        let value = results.value(observation.indicator, area: observation.area, year: observation.year)
      else { return nil }
      return (observation, indicator, value)
    }
  }

  /// Published figures from which the run is off by more than a third, each with its reason.
  private func farOff(_ compared: [Compared]) -> [String] {
    compared.compactMap { observation, indicator, value in
      guard observation.value != 0, abs(value / observation.value - 1) > farOffShare else { return nil }
      let what =
        "\(indicator.label(language))\(say("，", ", "))\(results.areas[observation.area].label(language)) \(observation.year)"
      let reason = observation.note?(language) ?? say("原因不明", "no reason known")
      return say("相差三分之一以上：\(what)：\(reason)。", "Off by more than a third: \(what): \(reason).")
    }
  }

  /// A published figure the run had to find by itself.
  func isCompared(_ observation: Observation) -> Bool {
    guard results.years.contains(observation.year),
      let indicator = results.indicators.first(where: { $0.name == observation.indicator })
    else { return false }
    // People are given in the base year; what the formulas make of them is not.
    if case .measure = indicator.formula.leaf, observation.year == results.plan.city.baseYear { return false }
    return results.plan.mark(of: indicator, area: observation.area, year: observation.year) != .held(observation)
  }

  /// How a published figure and its counterpart are shown.
  private func style(of indicator: Indicator, _ value: Double) -> (NumberFormat, unit: String) {
    let unit = indicator.unit
    if unit == .persons, value >= 1e5 { return (peopleFormat, peopleUnit) }
    return (unit.format(), unit.shownName(language))
  }
}

/// From what difference on the report says why.
private let farOffShare = 1.0 / 3
