import Domain
import Formulas
import Inputs
import Studies
import Tables

/// What may stand in a study file for a city, as JSON Schema (draft 7): an editor completes and checks with it.
///
/// It says what keys and forms there are; units, ranges, years and districts are checked when a study is read.
public struct StudySchema {
  private let dataset: Dataset
  private let language: Language

  public init(_ dataset: Dataset, language: Language) {
    self.dataset = dataset
    self.language = language
  }

  public var json: String {
    let title = language.say("研究：\(dataset.title.zh)", "Study: \(dataset.title.en)")
    return JSONSchema.object([
      ("$schema", .text("http://json-schema.org/draft-07/schema#")), ("title", .text(title)),
      ("type", .text("object")), ("additionalProperties", .flag(false)), ("properties", properties),
      ("required", .list([.text("scenario"), .text("outcomes")])), ("definitions", definitions),
    ]).fileText
  }

  private var properties: JSONValue {
    let name = language.say("名称，也是输出文件夹名；不写则为文件名", "the name, also of the folder written to; the file's when missing")
    let scenario = language.say("相对于本文件的路径；a.yaml+b.yaml 叠加", "a path relative to this file; a.yaml+b.yaml composes")
    let statistics = OutcomeStatistic.allCases.map(\.rawValue).joined(separator: "|")
    return JSONSchema.object([
      ("name", JSONSchema.type("string", name)), ("title", JSONSchema.label),
      ("scenario", JSONSchema.type("string", scenario)), ("vary", vary),
      ("worlds", matching("^(central|(common|own|chance) [0-9]+)$")),
      ("outcomes", JSONSchema.list(of: matching("^[a-z0-9_.]+@[0-9]{4}(/[^:]+)?(:(\(statistics)))?$"))),
      ("design", design),
    ])
  }

  private func matching(_ pattern: String) -> JSONValue {
    JSONSchema.object([("type", .text("string")), ("pattern", .text(pattern))])
  }

  /// Every parameter by its path, other addresses by their form, and names of several.
  private var vary: JSONValue {
    let labels = dataset.city.allValues
    let paths = dataset.city.model.parameters.map { parameter -> (String, JSONValue) in
      let words = "\(labels[parameter.path]?.label(language) ?? "") (\(parameter.unit.name(language)))"
      let forms = [JSONSchema.reference("axis"), JSONSchema.reference("several")]
      return (parameter.path, JSONSchema.object([("description", .text(words)), ("anyOf", .list(forms))]))
    }
    let roles = JSONSchema.word(Parameter.Role.allCases.map(\.rawValue))
    let all: [(String, JSONValue)] = [
      ("all", JSONSchema.word(["stated"])), ("role", JSONSchema.either([roles, JSONSchema.list(of: roles)])),
    ]
    return JSONSchema.object([
      ("type", .text("object")), ("minProperties", .number(1)), ("properties", JSONSchema.object(all + paths)),
      ("patternProperties", JSONSchema.object([(StudySchema.address, JSONSchema.reference("axis"))])),
      ("additionalProperties", JSONSchema.reference("several")),
    ])
  }

  private static let address = "^[a-z0-9_.]+@[0-9]{4}(-[0-9]{2}-[0-9]{2})?(/.+)?$"

  private var definitions: JSONValue {
    let value = JSONSchema.value
    let interval = JSONSchema.object([
      ("type", .text("object")), ("properties", JSONSchema.object([("value", value)])),
      ("patternProperties", JSONSchema.object([("^[0-9.]+%$", JSONSchema.list(of: value, count: 2))])),
      ("required", .list([.text("value")])), ("minProperties", .number(2)), ("additionalProperties", .flag(false)),
    ])
    let numbers = [
      value, JSONSchema.list(of: value), interval,
      JSONSchema.mapping([("from", value), ("to", value), ("steps", JSONSchema.count)], required: ["from", "to"]),
      JSONSchema.mapping([("uniform", JSONSchema.list(of: value, count: 2))], required: ["uniform"]),
      JSONSchema.mapping([("triangular", JSONSchema.list(of: value, count: 3))], required: ["triangular"]),
    ]
    let acting = ["multiply", "add"].map { word in
      JSONSchema.mapping(
        [(word, JSONSchema.reference("numbers")), ("from", JSONSchema.year), ("to", JSONSchema.year)],
        required: [word, "from"])
    }
    let several = ["linked", "grouped"].map { word in
      let axes = JSONSchema.object([
        ("type", .text("object")), ("minProperties", .number(1)),
        ("additionalProperties", JSONSchema.reference("axis")),
      ])
      return JSONSchema.mapping([(word, axes)], required: [word])
    }
    return JSONSchema.object([
      ("numbers", JSONSchema.either(numbers)),
      ("axis", JSONSchema.either([JSONSchema.word(["stated"]), JSONSchema.reference("numbers")] + acting)),
      ("several", JSONSchema.either(several)),
    ])
  }

  private var correlations: JSONValue {
    JSONSchema.list(
      of: JSONSchema.list(of: JSONSchema.either([JSONSchema.type("string"), JSONSchema.type("number")]), count: 3))
  }

  private var design: JSONValue {
    let count = JSONSchema.count
    func sampled(_ word: String, _ others: [String]) -> JSONValue {
      JSONSchema.mapping([(word, count)] + others.map { ($0, count) }, required: [word])
    }
    return JSONSchema.either([
      JSONSchema.word(["grid", "one-at-a-time"]), sampled("latin-hypercube", ["seed"]),
      sampled("sobol", ["replicates", "seed"]), sampled("saltelli", ["replicates", "seed"]),
      sampled("morris", ["levels", "seed"]),
      JSONSchema.mapping(
        [("shapley", count), ("replicates", count), ("seed", count), ("correlations", correlations)],
        required: ["shapley"]),
      JSONSchema.mapping([("table", JSONSchema.type("string"))], required: ["table"]),
    ])
  }
}
