import CSV
import Domain
import Formulas
import Inputs
import Simulation
import Tables

/// One parameter in full: what it is, what the dataset says, and what a scenario makes of it.
public struct ParameterDetail {
  private let parameter: Parameter
  private let dataset: Dataset
  private let plan: Plan?
  private let language: Language

  /// - Parameter plan: a scenario's plan, to show resolved values; nil for the dataset alone.
  public init?(_ path: String, _ dataset: Dataset, plan: Plan?, language: Language) {
    let parameters = dataset.city.model.parameters
    guard let parameter = parameters.first(where: { $0.path == path }) else { return nil }
    self.parameter = parameter
    self.dataset = dataset
    self.plan = plan
    self.language = language
  }

  private func say(_ zh: String, _ en: String) -> String { language.say(zh, en) }
  private var values: ParameterValues? { dataset.city.allValues[parameter.path] }

  public var text: String {
    var lines = ["\(parameter.path)  \(values?.label(language) ?? "")"]
    lines.append(
      say(
        "  单位 \(parameter.unit.name(language))，可取 \(number(parameter.range.lowerBound))…\(number(parameter.range.upperBound))，性质：\(parameter.role.label.zh)，适用：\(parameter.scope.label.zh)",
        "  unit \(parameter.unit.symbol), allowed \(number(parameter.range.lowerBound))…\(number(parameter.range.upperBound)), role: \(parameter.role.label.en), scope: \(parameter.scope.label.en)"
      ))
    lines.append("  " + inWorlds)
    if let values {
      lines.append(
        "  between \(values.between.rawValue) · before \(values.before.rawValue) · beyond \(beyond(values))")
    }
    let given = values.map { [givenTable($0).text()] } ?? []
    return (lines + [""] + given + (plan.map { [resolvedTable($0).text()] } ?? [])).joined(separator: "\n")
  }

  /// What worlds do with it.
  private var inWorlds: String {
    let spread = dataset.city.ranges?.districtSpreads.first { $0.input == parameter.path }
    guard let spread else { return inTheCity }
    let deviation = number(spread.deviation)
    return inTheCity
      + say(
        "；未公布人数的区县各自偏离（对数标准差 \(deviation)）",
        "; districts that publish no count deviate (by a standard deviation of \(deviation) of the logarithm)")
  }

  private var inTheCity: String {
    switch dataset.city.worldsUse(of: parameter) {
    case .wanders(let process):
      return say("各次模拟：逐年变动（过程 \(process)）", "in worlds: wanders from year to year (process \(process))")
    case .drawn(let group):
      let with = group.map { say("，与“\($0)”组一起", ", together with the group \($0)") } ?? ""
      return say("各次模拟：从范围中抽取\(with)", "in worlds: drawn from its range\(with)")
    case .solved(let solves):
      let figures = solves.map { "\($0.indicator)@\($0.year)/\(dataset.city.areas[$0.area].label(language))" }
      let list = figures.joined(separator: say("、", ", "))
      return say("各次模拟：由公布数求解（\(list)），其余抽取", "in worlds: solved by published figures (\(list)), drawn elsewhere")
    case .held: return say("各次模拟：取定值", "in worlds: held")
    case .fixed: return say("各次模拟：不变", "in worlds: fixed")
    }
  }

  /// What the dataset gives, a dated value a row.
  private func givenTable(_ values: ParameterValues) -> Table {
    var table = Table(columns: [
      Column("area", header: say("地区", "Area")), Column("from", header: say("自", "From")),
      Column("value", header: say("取值", "Value"), alignment: .trailing),
      Column("evidence", header: say("把握", "Evidence")),
      Column("range", header: say("范围", "Range")), Column("known", header: say("可知于", "Known"), alignment: .trailing),
      Column("source", header: say("来源", "Source")), Column("note", header: say("说明", "Note")),
    ])
    let city = values.city.map { (dataset.city.areas.city.label(language), $0) }
    let districts = dataset.city.areas.districts.flatMap { district in
      (values.districts[district.code] ?? []).map { (district.label(language), $0) }
    }
    for (area, value) in city + districts {
      table.append([
        .text(area), .text(value.from.isFirstOfYear ? "\(value.from.year)" : value.from.description),
        .text(number(value.value)), .text(value.evidence.label(language)),
        .text(value.range.map { "\(number($0.lowerBound))…\(number($0.upperBound))" } ?? ""),
        .number(Double(value.known), .year), .text(value.source), .text(value.note ?? ""),
      ])
    }
    return table
  }

  /// What holds year by year under a scenario, and the line that set it.
  private func resolvedTable(_ plan: Plan) -> Table {
    let resolved = plan.parameters[parameter]
    var table = Table(columns: [
      Column("area", header: say("地区", "Area")), Column("year", header: say("年份", "Year"), alignment: .trailing),
      Column("value", header: say("年末值", "At year-end"), alignment: .trailing),
      Column("set_by", header: say("由何处设定", "Set by")),
    ])
    let areas = plan.city.areas
    let own = areas.districts.indices.filter { resolved.districts[$0] != nil }
    for area in (parameter.scope == .district ? [] : [areas.cityIndex]) + own {
      let series = resolved.series(in: area)
      for year in plan.scenario.horizon where series.years.contains(year) {
        let value = series.value(in: year)
        let origin = series.origin(in: year)
        table.append([
          .text(areas[area].label(language)), .number(Double(year), .year),
          .text(value.isAbsent ? "" : number(value.first)),
          .text(origin.map { "\($0.file):\($0.line)" } ?? say("数据集", "dataset")),
        ])
      }
    }
    return table
  }

  private func beyond(_ values: ParameterValues) -> String {
    switch values.beyond {
    case .absent: "absent"
    case .hold: "hold"
    case .fail: "fail"
    case .index(let path):
      values.blend.map { "index: \(path), weight: \($0.weight), rest: \($0.rest)" } ?? "index: \(path)"
    }
  }

  private func number(_ value: Double) -> String { decimalText(value) ?? "" }
}
