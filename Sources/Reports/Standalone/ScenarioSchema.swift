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
    object([
      ("$schema", .text("http://json-schema.org/draft-07/schema#")),
      ("title", .text(language.say("情景：\(title.zh)", "Scenario: \(title.en)"))), ("type", .text("object")),
      ("additionalProperties", .flag(false)), ("properties", properties), ("definitions", definitions),
    ]).fileText
  }

  private var properties: JSONValue {
    let path = schema("string", say("相对于本文件的路径", "a path relative to this file"))
    return object([
      (
        "name",
        schema("string", say("名称，也是输出文件夹名；不写则为文件名", "the name, also of the folder written to; the file's when missing"))
      ),
      ("title", either([schema("string"), mapping([("zh", schema("string")), ("en", schema("string"))])])),
      ("extends", path), ("dataset", path), ("known_until", ScenarioSchema.year),
      ("horizon", mapping([("from", ScenarioSchema.year), ("to", ScenarioSchema.year)])),
      ("members", mapping([("draws", ScenarioSchema.count), ("seed", ScenarioSchema.count)])),
      ("set", set),
    ])
  }

  /// A property for every parameter.
  private var set: JSONValue {
    let labels = city.allValues
    return mapping(
      city.model.parameters.map { parameter in
        let range = "\(parameter.range.lowerBound)…\(parameter.range.upperBound)"
        let label = labels[parameter.path]?.label(language) ?? ""
        let words = say(
          "\(label)（\(parameter.unit.name(language))，\(range)，\(parameter.role.label.zh)）",
          "\(label) (\(parameter.unit.name(language)), \(range), \(parameter.role.label.en))")
        return (
          parameter.path,
          object([
            ("description", .text(words)),
            ("anyOf", .list([reference(parameter.scope == .city ? "change" : "change_by_district")])),
          ])
        )
      })
  }

  // MARK: - Forms of a change

  private var definitions: JSONValue {
    let value = object([("type", .list([.text("number"), .text("string")]))])
    let interval = object([
      ("type", .text("object")), ("properties", object([("value", reference("value"))])),
      ("patternProperties", object([("^[0-9.]+%$", ends)])), ("required", .list([.text("value")])),
      ("additionalProperties", .flag(false)),
    ])
    let dated = object([
      ("type", .text("object")), ("minProperties", .number(1)),
      ("patternProperties", object([("^[0-9]{4}(-[0-9]{2}-[0-9]{2})?$", either([reference("value"), interval]))])),
      ("additionalProperties", .flag(false)),
    ])
    let change = [reference("value"), reference("dated"), adjustment("multiply"), adjustment("add")]
    return object([
      ("value", value), ("dated", dated), ("change", either(change)),
      ("change_by_district", either(change + [byDistrict])),
    ])
  }

  /// The two ends of an expert's interval.
  private var ends: JSONValue {
    object([
      ("type", .text("array")), ("items", reference("value")), ("minItems", .number(2)), ("maxItems", .number(2)),
    ])
  }

  /// A factor or an amount on the layer below, between two years.
  private func adjustment(_ word: String) -> JSONValue {
    mapping(
      [("from", ScenarioSchema.year), ("to", ScenarioSchema.year), (word, reference("value"))],
      required: ["from", word])
  }

  private var byDistrict: JSONValue {
    let names = city.areas.districts.flatMap { [$0.label.zh, $0.label.en, $0.code] }
    let districts = mapping(names.map { ($0, reference("change")) })
    return mapping([("districts", districts)], required: ["districts"])
  }

  private static let year = JSONValue.object([
    .init("type", .text("integer")), .init("minimum", .number(1000)), .init("maximum", .number(9999)),
  ])
  private static let count = JSONValue.object([.init("type", .text("integer")), .init("minimum", .number(0))])

  // MARK: - Pieces

  private func say(_ zh: String, _ en: String) -> String { language.say(zh, en) }

  private func object(_ members: [(String, JSONValue)]) -> JSONValue {
    .object(members.map { JSONValue.Member($0, $1) })
  }

  private func schema(_ type: String, _ description: String? = nil) -> JSONValue {
    object([("type", .text(type))] + (description.map { [("description", .text($0))] } ?? []))
  }

  private func either(_ schemas: [JSONValue]) -> JSONValue { object([("anyOf", .list(schemas))]) }

  private func reference(_ name: String) -> JSONValue { object([("$ref", .text("#/definitions/\(name)"))]) }

  /// A mapping with these keys and no others.
  private func mapping(_ members: [(String, JSONValue)], required: [String] = []) -> JSONValue {
    object(
      [("type", .text("object")), ("properties", object(members)), ("additionalProperties", .flag(false))]
        + (required.isEmpty ? [] : [("required", .list(required.map { .text($0) }))]))
  }
}
