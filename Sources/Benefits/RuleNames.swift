import Domain
import Formulas

/// A rule's name, said once: everything the rule declares is named after it.
struct RuleNames: Sendable {
  let rule: String
  let label: Label

  init(_ rule: String, zh: String, en: String) {
    self.rule = rule
    label = Label(zh: zh, en: en)
  }

  private func path(_ name: String) -> String { "benefits.\(rule).\(name)" }

  /// Whether a parameter is named after the rule.
  func own(_ parameter: Parameter) -> Bool { parameter.path.hasPrefix(path("")) }

  func parameter(
    _ name: String, _ unit: Unit, _ range: ClosedRange<Double>, _ role: Parameter.Role,
    _ scope: Parameter.Scope = .city, isFixed: Bool = false
  ) -> Parameter {
    Parameter(path(name), unit, range, role, scope, isFixed: isFixed)
  }

  func indicator(
    _ name: String, _ unit: Unit, zh: String, en: String, _ aggregation: Indicator.Aggregation = .sum,
    population: PopulationKind? = nil, observation: Indicator.Observation = .compares, isPublished: Bool = true,
    formula: Formula
  ) -> Indicator {
    Indicator(
      path(name), unit, zh: zh, en: en, aggregation, population: population, observation: observation,
      isPublished: isPublished, formula: formula)
  }

  /// A quantity on the way that nobody asks for, called by its name alone.
  func step(_ name: String, _ unit: Unit, _ aggregation: Indicator.Aggregation, _ formula: Formula) -> Indicator {
    indicator(name, unit, zh: name, en: name, aggregation, observation: .holds, isPublished: false, formula: formula)
  }

  /// Who the rule reaches in a year.
  func recipients(population: PopulationKind? = .registered, _ formula: Formula) -> Indicator {
    indicator(
      "recipients", .persons, zh: "\(label.zh)：人数", en: "\(label.en): recipients", population: population,
      formula: formula)
  }

  /// What the rule pays in a year.
  func payment(_ formula: Formula) -> Indicator {
    indicator("payment", .yuan, zh: "\(label.zh)支出", en: "\(label.en): payments", formula: formula)
  }

  /// A standard in force for a whole year, in yuan a person and month: the mean over its days.
  func standard(zh: String, en: String, _ formula: Formula) -> Indicator {
    indicator("standard", .yuanPerPersonMonth, zh: zh, en: en, .uniform, observation: .holds, formula: formula)
  }
}
