import Domain
import Formulas
import Inputs
import Simulation
import Tables

/// The parameters of a dataset whose path begins with a text.
public func parameterTable(_ dataset: Dataset, startingWith path: String, language: Language) -> Table {
  let say = language.say
  var table = Table(columns: [
    Column("path", header: say("参数", "Parameter")), Column("label", header: say("含义", "Meaning")),
    Column("unit", header: say("单位", "Unit")), Column("role", header: say("性质", "Role")),
    Column("scope", header: say("适用", "Scope")), Column("range", header: say("可取值", "Allowed")),
    Column("latest", header: say("最近取值", "Latest value"), alignment: .trailing),
    Column("evidence", header: say("把握", "Evidence")),
  ])
  let given = dataset.city.allValues
  for parameter in dataset.city.model.parameters where parameter.path.hasPrefix(path) {
    let values = given[parameter.path]
    let last = values?.city.last
    table.append([
      .text(parameter.path), .text(values?.label(language) ?? ""),
      .text(parameter.unit.name(language)), .text(parameter.role.label(language)),
      .text(parameter.scope.label(language)),
      .text("\(short(parameter.range.lowerBound))…\(short(parameter.range.upperBound))"),
      .text(last.map { "\(short($0.value)) (\($0.from.year))" } ?? ""),
      .text(last?.evidence.label(language) ?? values?.all.last?.evidence.label(language) ?? ""),
    ])
  }
  return table
}

/// The indicators of a dataset's city whose name begins with a text.
public func indicatorTable(_ dataset: Dataset, startingWith name: String, language: Language) -> Table {
  let say = language.say
  var table = Table(columns: [
    Column("indicator", header: say("指标", "Indicator")), Column("label", header: say("含义", "Meaning")),
    Column("unit", header: say("单位", "Unit")), Column("city", header: say("全市", "City")),
    Column("population", header: say("人口口径", "Counts")), Column("formula", header: say("公式", "Formula")),
  ])
  let indicators = dataset.city.model.published.filter { $0.name.hasPrefix(name) }
  for indicator in indicators.sorted(by: { $0.name < $1.name }) {
    table.append([
      .text(indicator.name), .text(indicator.label(language)), .text(indicator.unit.name(language)),
      .text(indicator.aggregation.label(language)), .text(indicator.population?.label(language) ?? ""),
      .text(indicator.formula.text(in: language)),
    ])
  }
  return table
}

private func short(_ value: Double) -> String {
  value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
}
