import Domain
import Formulas
import Inputs
import Simulation
import Tables
import Targets

/// What may stand in a plan file for a city, as JSON Schema (draft 7): an editor completes and checks with it.
///
/// It says what keys and forms there are; values are checked against their units when a plan is read.
public struct PlanSchema {
  private let dataset: Dataset
  private let language: Language

  public init(_ dataset: Dataset, language: Language) {
    self.dataset = dataset
    self.language = language
  }

  public var json: String {
    let title = say("规划：\(dataset.title.zh)", "Plan: \(dataset.title.en)")
    let name = say("名称；不写则为文件名", "the name; the file's when missing")
    let targets = JSONSchema.object([
      ("type", .text("object")),
      ("description", .text(say("各项目标，按编号", "the targets by their ids"))),
      ("additionalProperties", JSONSchema.reference("target")),
    ])
    return JSONSchema.object([
      ("$schema", .text("http://json-schema.org/draft-07/schema#")), ("title", .text(title)),
      ("type", .text("object")), ("additionalProperties", .flag(false)),
      (
        "properties",
        JSONSchema.object([
          ("name", JSONSchema.type("string", name)), ("title", JSONSchema.label), ("targets", targets),
        ])
      ),
      ("required", .list([.text("targets")])),
      ("definitions", JSONSchema.object([("target", target), ("values", values)])),
    ]).fileText
  }

  /// A target: judged by an indicator, by a programme, or by nothing that is simulated, which then has a unit.
  private var target: JSONValue {
    let kinds = Target.Kind.allCases.flatMap { [$0.label.zh, $0.rawValue] }
    let members: [(String, JSONValue)] = [
      ("indicator", names(dataset.city.model.published.map { ($0.name, described($0)) })),
      ("programme", names(dataset.city.programmes.map { ($0.id, $0.label(language)) })),
      ("label", JSONSchema.label),
      ("unit", JSONSchema.word(Unit.all.flatMap { [$0.name(.zh), $0.symbol] }.uniqued())),
      ("comparator", JSONSchema.word(Target.Comparator.allCases.map(\.rawValue))),
      ("values", JSONSchema.reference("values")), ("kind", JSONSchema.word(kinds)),
      ("zone", JSONSchema.type("string", say("所属的部分", "the part of the plan it belongs to"))),
      (
        "growing", JSONSchema.either([JSONSchema.type("boolean"), JSONSchema.word(["yes", "no", "true", "false"])])
      ),
      ("source", JSONSchema.type("string")), ("note", JSONSchema.type("string")),
    ]
    let ways = ["indicator", "programme", "unit"].map { JSONSchema.object([("required", .list([.text($0)]))]) }
    return JSONSchema.object([
      ("type", .text("object")), ("properties", JSONSchema.object(members)), ("additionalProperties", .flag(false)),
      ("required", .list([.text("values")])), ("anyOf", .list(ways)),
    ])
  }

  private func described(_ indicator: Indicator) -> String {
    say(
      "\(indicator.label.zh)（\(indicator.unit.name(.zh))）", "\(indicator.label.en) (\(indicator.unit.name(.en)))")
  }

  /// One of these names, each with what it means.
  private func names(_ entries: [(name: String, words: String)]) -> JSONValue {
    JSONSchema.either(
      entries.map { JSONSchema.object([("const", .text($0.name)), ("description", .text($0.words))]) })
  }

  /// What is wanted by year, such as "≥ 65%".
  private var values: JSONValue {
    JSONSchema.object([
      ("type", .text("object")), ("minProperties", .number(1)),
      ("patternProperties", JSONSchema.object([("^[0-9]{4}$", JSONSchema.value)])),
      ("additionalProperties", .flag(false)),
    ])
  }

  private func say(_ zh: String, _ en: String) -> String { language.say(zh, en) }
}
