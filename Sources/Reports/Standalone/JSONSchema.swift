import Tables

/// The pieces of which schemas of input files are put together.
enum JSONSchema {
  static let year = object([
    ("type", .text("integer")), ("minimum", .number(1000)), ("maximum", .number(9999)),
  ])
  static let count = object([("type", .text("integer")), ("minimum", .number(0))])
  /// A number, or a number with its unit.
  static let value = object([("type", .list([.text("number"), .text("string")]))])

  /// A name in both languages, or one for both.
  static let label = either([type("string"), mapping([("zh", type("string")), ("en", type("string"))])])

  static func object(_ members: [(String, JSONValue)]) -> JSONValue {
    .object(members.map { JSONValue.Member($0, $1) })
  }

  static func type(_ name: String, _ description: String? = nil) -> JSONValue {
    object([("type", .text(name))] + (description.map { [("description", .text($0))] } ?? []))
  }

  static func either(_ schemas: [JSONValue]) -> JSONValue { object([("anyOf", .list(schemas))]) }

  static func reference(_ name: String) -> JSONValue { object([("$ref", .text("#/definitions/\(name)"))]) }

  static func word(_ words: [String]) -> JSONValue { object([("enum", .list(words.map { .text($0) }))]) }

  /// A list of so many things, or of any number but none.
  static func list(of item: JSONValue, count: Int? = nil) -> JSONValue {
    object(
      [("type", .text("array")), ("items", item), ("minItems", .number(Double(count ?? 1)))]
        + (count.map { [("maxItems", .number(Double($0)))] } ?? []))
  }

  /// A mapping with these keys and no others.
  static func mapping(_ members: [(String, JSONValue)], required: [String] = []) -> JSONValue {
    object(
      [("type", .text("object")), ("properties", object(members)), ("additionalProperties", .flag(false))]
        + (required.isEmpty ? [] : [("required", .list(required.map { .text($0) }))]))
  }
}
