import Domain
import Formulas
import Inputs
import Simulation
import Tables

/// What may stand in a scenario file for a city, as JSON Schema (draft 7): an editor completes and checks with it.
///
/// It says what keys and forms there are; units and ranges of values are checked when a scenario is read.
public struct ScenarioSchema {
  private let city: City
  private let title: Label
  private let language: Language

  public init(_ dataset: Dataset, language: Language) {
    city = dataset.city
    title = dataset.title
    self.language = language
  }

  public var json: String {
    JSONSchema.object([
      ("$schema", .text("http://json-schema.org/draft-07/schema#")),
      ("title", .text(language.say("情景：\(title.zh)", "Scenario: \(title.en)"))), ("type", .text("object")),
      ("additionalProperties", .flag(false)), ("properties", properties), ("definitions", definitions),
    ]).fileText
  }

  private var properties: JSONValue {
    let path = JSONSchema.type("string", say("相对于本文件的路径", "a path relative to this file"))
    return JSONSchema.object([
      (
        "name",
        JSONSchema.type(
          "string", say("名称，也是输出文件夹名；不写则为文件名", "the name, also of the folder written to; the file's when missing"))
      ),
      ("title", JSONSchema.label),
      ("extends", path), ("dataset", path), ("known_until", JSONSchema.year),
      ("horizon", JSONSchema.mapping([("from", JSONSchema.year), ("to", JSONSchema.year)])),
      ("members", JSONSchema.mapping([("draws", JSONSchema.count), ("seed", JSONSchema.count)])),
      ("set", set),
    ])
  }

  /// A property for every parameter.
  private var set: JSONValue {
    let labels = city.allValues
    return JSONSchema.mapping(
      city.model.parameters.map { parameter in
        let range = "\(parameter.range.lowerBound)…\(parameter.range.upperBound)"
        let label = labels[parameter.path]?.label(language) ?? ""
        let words = say(
          "\(label)（\(parameter.unit.name(language))，\(range)，\(parameter.role.label.zh)）",
          "\(label) (\(parameter.unit.name(language)), \(range), \(parameter.role.label.en))")
        return (
          parameter.path,
          JSONSchema.object([
            ("description", .text(words)),
            ("anyOf", .list([JSONSchema.reference(parameter.scope == .city ? "change" : "change_by_district")])),
          ])
        )
      })
  }

  // MARK: - Forms of a change

  private var definitions: JSONValue {
    let ends = JSONSchema.list(of: JSONSchema.reference("value"), count: 2)
    let interval = JSONSchema.object([
      ("type", .text("object")), ("properties", JSONSchema.object([("value", JSONSchema.reference("value"))])),
      ("patternProperties", JSONSchema.object([("^[0-9.]+%$", ends)])), ("required", .list([.text("value")])),
      ("additionalProperties", .flag(false)),
    ])
    let dated = JSONSchema.object([
      ("type", .text("object")), ("minProperties", .number(1)),
      (
        "patternProperties",
        JSONSchema.object([
          ("^[0-9]{4}(-[0-9]{2}-[0-9]{2})?$", JSONSchema.either([JSONSchema.reference("value"), interval]))
        ])
      ),
      ("additionalProperties", .flag(false)),
    ])
    let change = ["value", "dated"].map(JSONSchema.reference) + ["multiply", "add"].map(adjustment)
    return JSONSchema.object([
      ("value", JSONSchema.value), ("dated", dated), ("change", JSONSchema.either(change)),
      ("change_by_district", JSONSchema.either(change + [byDistrict])),
    ])
  }

  /// A factor or an amount on the layer below, between two years.
  private func adjustment(_ word: String) -> JSONValue {
    JSONSchema.mapping(
      [("from", JSONSchema.year), ("to", JSONSchema.year), (word, JSONSchema.reference("value"))],
      required: ["from", word])
  }

  private var byDistrict: JSONValue {
    let names = city.areas.districts.flatMap { [$0.label.zh, $0.label.en, $0.code] }
    let districts = JSONSchema.mapping(names.map { ($0, JSONSchema.reference("change")) })
    return JSONSchema.mapping([("districts", districts)], required: ["districts"])
  }

  private func say(_ zh: String, _ en: String) -> String { language.say(zh, en) }
}
