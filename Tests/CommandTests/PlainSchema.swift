import Foundation

/// As much of JSON Schema as the printed one uses.
struct PlainSchema {
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
    if let words = schema["enum"] as? [String], !words.contains(value as? String ?? "") { return false }
    if let only = schema["const"] as? String, value as? String != only { return false }
    if let pattern = schema["pattern"] as? String,
      (value as? String)?.range(of: pattern, options: .regularExpression) == nil
    {
      return false
    }
    if let number = value as? Double, let least = schema["minimum"] as? Double, number < least { return false }
    if let items = value as? [Any] {
      guard items.count >= schema["minItems"] as? Int ?? 0, items.count <= schema["maxItems"] as? Int ?? .max else {
        return false
      }
      if let item = schema["items"] as? [String: Any], !items.allSatisfy({ accepts($0, item) }) { return false }
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
      if let other = schema["additionalProperties"] as? [String: Any] { return accepts(value, other) }
      return schema["additionalProperties"] as? Bool ?? true
    }
  }
}
