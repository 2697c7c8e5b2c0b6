import Foundation
import Testing

/// What `schema scenario` prints, held against scenarios that are read and scenarios that are refused.
struct SchemaTests {
  private let program: Program
  private let schema: PlainSchema

  init() throws {
    program = try Program()
    let outcome = try program.run("schema", "scenario")
    #expect(outcome.status == 0 && outcome.complaints.isEmpty)
    schema = PlainSchema(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)))
  }

  @Test(arguments: [
    #"{"name": "a", "title": "t", "dataset": "d", "horizon": {"from": 2020, "to": 2030}}"#,
    #"{"title": {"zh": "一", "en": "one"}, "members": {"draws": 10, "seed": 1}, "known_until": 2022}"#,
    #"{"set": {"care.beds.convert": {"2025": "900 张", "2026-07-01": 3}}}"#,
    #"{"set": {"benefits.dibao.ratio": {"from": 2026, "add": "1%"}, "care.workers.exit_rate": 0.2}}"#,
    #"{"set": {"care.workers.exit_rate": {"2026": {"value": "18%", "80%": ["12%", "25%"]}}}}"#,
    #"{"set": {"care.beds.build": {"districts": {"淳安县": {"2026": "300 张"}, "Chun'an County": 3}}}}"#,
  ])
  func formsOfAScenarioAreAccepted(text: String) throws {
    #expect(try schema.accepts(JSONSerialization.jsonObject(with: Data(text.utf8))))
  }

  @Test(arguments: [
    #"{"nome": "a"}"#, #"{"horizon": {"from": 2020, "until": 2030}}"#, #"{"members": {"draws": -1}}"#,
    #"{"set": {"care.beds.convrt": 1}}"#, #"{"set": {"care.beds.convert": {"May": 1}}}"#,
    #"{"set": {"care.beds.convert": {"from": 2026}}}"#,
    #"{"set": {"care.beds.convert": {"from": 2026, "add": 1, "multiply": 2}}}"#,
    #"{"set": {"benefits.dibao.ratio": {"districts": {"淳安县": 1}}}}"#,
    #"{"set": {"care.beds.build": {"districts": {"海淀区": 1}}}}"#,
  ])
  func whatIsNoScenarioIsRefused(text: String) throws {
    #expect(try !schema.accepts(JSONSerialization.jsonObject(with: Data(text.utf8))))
  }

  /// What a scenario file may hold is said by the reader, too, when it meets another key.
  @Test func topLevelKeysAreThoseOfTheReader() throws {
    let file = program.folder.appendingPathComponent("strange.yaml")
    try Data("zzzzzzzz: 1\n".utf8).write(to: file)
    let complaint = try program.run("run", file.path, "--lang", "en").complaints
    let keys = schema.keys
    #expect(keys.count == 8)
    for key in keys { #expect(complaint.contains(key), "\(key)") }
  }
}

/// As much of JSON Schema as the printed one uses.
private struct PlainSchema {
  private let root: [String: Any]

  init(_ root: Any) { self.root = root as? [String: Any] ?? [:] }

  var keys: [String] { (root["properties"] as? [String: Any] ?? [:]).keys.sorted() }

  func accepts(_ value: Any) -> Bool { accepts(value, root) }

  private func accepts(_ value: Any, _ schema: [String: Any]) -> Bool {
    if let name = (schema["$ref"] as? String)?.split(separator: "/").last {
      let definitions = root["definitions"] as? [String: Any]
      guard let target = definitions?[String(name)] as? [String: Any] else { return false }
      return accepts(value, target)
    }
    if let choices = schema["anyOf"] as? [[String: Any]], !choices.contains(where: { accepts(value, $0) }) {
      return false
    }
    let types = schema["type"] as? [String] ?? (schema["type"] as? String).map { [$0] } ?? []
    guard types.isEmpty || types.contains(where: { isOf($0, value) }) else { return false }
    if let number = value as? Double, let least = schema["minimum"] as? Double, number < least { return false }
    if let items = value as? [Any] {
      guard items.count >= schema["minItems"] as? Int ?? 0, items.count <= schema["maxItems"] as? Int ?? .max else {
        return false
      }
    }
    return (value as? [String: Any]).map { members($0, schema) } ?? true
  }

  private func isOf(_ type: String, _ value: Any) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "number": value is Double
    case "integer": (value as? Double).map { $0 == $0.rounded() } ?? false
    default: false
    }
  }

  private func members(_ object: [String: Any], _ schema: [String: Any]) -> Bool {
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    let patterns = schema["patternProperties"] as? [String: [String: Any]] ?? [:]
    guard (schema["required"] as? [String] ?? []).allSatisfy({ object[$0] != nil }) else { return false }
    guard object.count >= schema["minProperties"] as? Int ?? 0 else { return false }
    return object.allSatisfy { key, value in
      if let own = properties[key] { return accepts(value, own) }
      let matching = patterns.filter { key.range(of: $0.key, options: .regularExpression) != nil }
      if !matching.isEmpty { return matching.values.allSatisfy { accepts(value, $0) } }
      return schema["additionalProperties"] as? Bool ?? true
    }
  }
}
