import Domain
import Formulas
import Inputs
import Simulation
import Tables

/// Some parameters of a dataset: what each is called, what it is now, what it may be and what it moves.
public struct ParameterList {
  /// A parameter of the list.
  private struct Entry {
    let parameter: Parameter
    let values: ParameterValues?
    /// The published indicators it moves, nearest first.
    let moved: [(indicator: Indicator, steps: Int)]
    /// How many steps it is away from the indicator that the list is about.
    let steps: Int?

    var last: DatedValue? { values?.city.last }
    /// Those that are moved by nothing in between.
    var nearest: [Indicator] { moved.filter { $0.steps == moved[0].steps }.map(\.indicator) }
  }

  private let entries: [Entry]
  private let language: Language

  /// - Parameters:
  ///   - text: by which parameters are found; empty for all.
  ///   - indicator: what they must move; nil for anything.
  ///   - role: what must decide them; nil for any.
  public init(
    _ dataset: Dataset, foundBy text: String, moving indicator: Indicator? = nil, role: Parameter.Role? = nil,
    language: Language
  ) {
    let influence = Influence(dataset.city)
    let given = dataset.city.allValues
    let found = Set(dataset.parameterSearch.found(by: text).map(\.name))
    let moving = indicator.map { influence.parameters(moving: $0.name).map { ($0.parameter, Int?.some($0.steps)) } }
    let all = moving ?? dataset.city.model.parameters.map { ($0, nil) }
    entries = all.filter { found.contains($0.0.path) && (role == nil || $0.0.role == role) }.map { parameter, steps in
      Entry(
        parameter: parameter, values: given[parameter.path], moved: influence.indicators(movedBy: parameter.path),
        steps: steps)
    }
    self.language = language
  }

  public var isEmpty: Bool { entries.isEmpty }

  private func say(_ zh: String, _ en: String) -> String { language.say(zh, en) }
}

extension ParameterList {
  /// For readers, each value as a scenario would write it.
  public var page: Table {
    var table = Table(columns: [
      Column("path", header: say("参数", "Parameter")), Column("label", header: say("含义", "Meaning")),
      Column("value", header: say("现值", "Value"), alignment: .trailing),
      Column("year", header: say("自", "From"), alignment: .trailing),
      Column("range", header: say("可取值", "Allowed"), alignment: .trailing),
      Column("role", header: say("性质", "Role")), Column("scope", header: say("适用", "Scope")),
      Column("evidence", header: say("把握", "Evidence")), Column("moves", header: say("影响", "Moves")),
    ])
    for entry in entries {
      let (parameter, last) = (entry.parameter, entry.last)
      let unit = parameter.unit
      table.append([
        .text(parameter.path), .text(entry.values?.label(language) ?? ""),
        .text(last.map { Quantity.written($0.value, in: unit) } ?? say("按区县", "by district", where: entry.values)),
        last.map { .number(Double($0.from.year), .year) } ?? .empty,
        .text(allowed(parameter)),
        .text(parameter.role.label(language)), .text(parameter.scope.label(language)),
        .text(evidence(entry)?.label(language) ?? ""), .text(moves(entry)),
      ])
    }
    return table
  }

  /// Said where a parameter has values of districts alone.
  private func say(_ zh: String, _ en: String, where values: ParameterValues?) -> String {
    values?.districts.isEmpty == false ? say(zh, en) : ""
  }

  /// Between which ends a value may lie; bounds that only keep numbers finite say nothing.
  private func allowed(_ parameter: Parameter) -> String {
    let range = parameter.range
    guard range.upperBound < ParameterList.boundless else { return say("不限", "any") }
    let low = Quantity.written(range.lowerBound, in: parameter.unit)
    let high = Quantity.written(range.upperBound, in: parameter.unit)
    let digits = low.prefix { $0.isNumber || ".-".contains($0) }
    return low.dropFirst(digits.count) == high.drop { $0.isNumber || ".-".contains($0) }
      ? "\(digits)…\(high)" : "\(low)…\(high)"
  }

  private static let boundless = 1e15

  private func evidence(_ entry: Entry) -> Evidence? { entry.last?.evidence ?? entry.values?.all.last?.evidence }

  /// The nearest indicators by label, and how many there are in all.
  private func moves(_ entry: Entry) -> String {
    guard !entry.moved.isEmpty else { return "–" }
    let names = entry.nearest.prefix(ParameterList.named).map { $0.label(language) }
    let list = names.joined(separator: say("、", "; "))
    let rest = entry.moved.count - names.count
    return rest > 0 ? say("\(list) 等 \(entry.moved.count) 项", "\(list) and \(rest) more") : list
  }

  /// So many of what a parameter moves are named in a line.
  private static let named = 2

  /// For programs: keys and numbers in inside units, whatever the language.
  public var rows: Table {
    var table = Table(
      columns: [
        "path", "label_zh", "label_en", "unit", "role", "scope", "low", "high", "value", "year", "evidence", "moves",
        "steps",
      ].map { Column($0) })
    for entry in entries {
      let parameter = entry.parameter
      table.append([
        .text(parameter.path), .text(entry.values?.label.zh ?? ""), .text(entry.values?.label.en ?? ""),
        .text(parameter.unit.symbol), .text(parameter.role.rawValue), .text(parameter.scope.rawValue),
        .number(parameter.range.lowerBound, NumberFormat()), .number(parameter.range.upperBound, NumberFormat()),
        entry.last.map { .number($0.value, NumberFormat()) } ?? .empty,
        entry.last.map { .number(Double($0.from.year), .year) } ?? .empty,
        evidence(entry).map { .text($0.rawValue) } ?? .empty,
        .text(entry.moved.isEmpty ? "" : entry.nearest.map(\.name).joined(separator: " ")),
        entry.steps.map { .number(Double($0), .year) } ?? .empty,
      ])
    }
    return table
  }
}
