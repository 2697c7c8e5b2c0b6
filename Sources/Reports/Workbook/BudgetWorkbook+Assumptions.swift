import Domain
import Formulas
import Inputs
import Simulation
import Tables

/// What may be changed, and what may not and why.
extension BudgetWorkbook {
  /// Where a copy of the assumptions as delivered stands.
  var copyColumn: Int { grid.behind + 6 }

  /// Assumptions with a cell for each year: the value of the budget years may be changed.
  var assumptionSheet: Sheet {
    let more = [
      say("下限", "Low"), say("上限", "High"), say("依据", "Evidence"), say("来源", "Source"), say("写在", "Written in"), "",
    ]
    var sheet = Sheet(
      name(.assumptions), widths: grid.widths([38, 40, 12, 14], [12, 12, 10, 18, 34, 3]), headRows: 1,
      headColumns: BookGrid.words)
    sheet.append(
      [say("参数", "Parameter"), say("含义", "Meaning"), say("地区", "Area"), say("单位", "Unit")].map { .text($0, .head) }
        + grid.heads + more.map { .text($0, .head) }
        + grid.years.map { .text(say("原 \($0)", "was \($0)"), .head) })
    for (parameter, area) in cells.assumptions {
      let series = results.plan.parameters[parameter].series(in: area)
      let held = SheetStyle(.held, .full)
      let values = grid.years.map { series.value(in: $0).first }
      sheet.append(
        words(parameter, area) + [.number(series.value(in: grid.before).first, held)]
          + values.map { .number($0, SheetStyle(.input, .full)) } + basis(of: parameter, area) + [.blank]
          + values.map { .number($0, held) })
    }
    return sheet
  }

  private func words(_ parameter: Parameter, _ area: Int) -> [SheetCell] {
    let label = results.plan.city.values[parameter.path]?.label(language) ?? parameter.path
    return [parameter.path, label, results.areas[area].label(language), parameter.unit.name(language)].map {
      .text($0, .label)
    }
  }

  /// Range, evidence, source and place of an assumption; the range as far from the first year's value as it is from the
  /// value it was stated for.
  private func basis(of parameter: Parameter, _ area: Int) -> [SheetCell] {
    let first = grid.years.lowerBound
    let origin = results.plan.provenance(of: parameter, area: area, year: first)
    let range = origin?.dated?.range
    let scale = origin.flatMap { origin in
      origin.dated.flatMap { dated in origin.value.map { dated.value == 0 ? 1 : $0 / dated.value } }
    }
    func end(_ value: Double?) -> SheetCell {
      .number(value.flatMap { value in scale.map { value * $0 } }, SheetStyle(.held, .full))
    }
    let place = origin?.place.map { "\($0.file):\($0.line)" } ?? ""
    return [end(range?.lowerBound), end(range?.upperBound)]
      + [origin?.evidence?.label(language) ?? "", origin?.source ?? "", place].map { .text($0, .label) }
  }

  /// The parameters that formulas do not follow.
  var heldSheet: Sheet {
    var sheet = Sheet(
      name(.held), widths: grid.widths([38, 44, 12, 14], [60]), headRows: 1, headColumns: BookGrid.words)
    sheet.append(
      [say("参数", "Parameter"), say("含义", "Meaning"), say("地区", "Area"), say("单位", "Unit")].map { .text($0, .head) }
        + grid.heads + [.text(say("为什么不随动", "Why it is not followed"), .head)])
    let held = cells.local.held.filter { $0.why != .unread }.map { ($0.parameter, reason($0.why)) }
    let nothing = say(
      "它所乘的数量这几年都是零（或没有数值），改了也不动任何合计",
      "what it is multiplied by is nought in these years, or has no value: no total would move")
    for (parameter, why) in held + cells.idle.map({ ($0, nothing) }) {
      let area = results.areas.cityIndex
      let values = grid.all.map { year in results.plan.parameters.value(parameter, in: area, year).first }
      sheet.append(
        words(parameter, area) + values.map { .number($0, SheetStyle(.held, .full)) } + [.text(why, .note)])
    }
    return sheet
  }

  private func reason(_ barrier: LocalInputs.Barrier) -> String {
    switch barrier {
    case .people: say("决定人口，须重新推算", "it moves people, who must be projected again")
    case .followed(let path): say("其他参数随它变动，例如 \(path)", "other inputs go on with it, such as \(path)")
    case .carried(let name): say("它自己随 \(name) 变动", "it goes on with \(name) itself")
    case .wider(let indicator):
      say(
        "还改变模型中的 \(indicator.label.zh)（\(indicator.name)）", "it also moves \(indicator.label.en) (\(indicator.name))")
    case .withinYear: say("公式不只读它的年末值", "formulas read more of it than its value at the end of the year")
    case .allocation: say("公益金按它分配，本表保持原分配", "the fund is shared out by it, and the split is held")
    case .unread: ""
    }
  }

  /// A name for the years of each assumption: its path, and a district's code.
  func nameAssumptions(in book: inout Workbook) {
    for (row, (parameter, area)) in cells.assumptions.enumerated() {
      let suffix = area == results.areas.cityIndex ? "" : "._\(results.areas[area].code)"
      book.name(
        parameter.path + suffix,
        SheetRange(
          name(.assumptions), rows: row + 1...row + 1,
          columns: grid.column(grid.years.lowerBound)...grid.columns.upperBound))
    }
  }
}
