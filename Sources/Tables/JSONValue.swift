import CSV

/// A value of JSON whose members keep their order.
public indirect enum JSONValue: Hashable, Sendable {
  case null
  case flag(Bool)
  case text(String)
  /// In full; null when not finite.
  case number(Double)
  /// A number in digits of its own, such as an amount with two decimals.
  case digits(String)
  case list([JSONValue])
  case object([Member])

  public struct Member: Hashable, Sendable {
    public let name: String
    public let value: JSONValue
    public init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// The text of a file: members of the outer two levels on lines of their own, the rest in one line each.
  public var fileText: String { text(level: 0) + "\n" }

  private func text(level: Int) -> String {
    let indent = String(repeating: "  ", count: level + 1)
    func block(_ open: String, _ parts: [String], _ close: String) -> String {
      guard !parts.isEmpty else { return open + close }
      guard level < 2 else { return open + parts.joined(separator: ", ") + close }
      return "\(open)\n\(indent)\(parts.joined(separator: ",\n" + indent))\n\(indent.dropLast(2))\(close)"
    }
    switch self {
    case .null: return "null"
    case .flag(let flag): return flag ? "true" : "false"
    case .text(let text): return jsonString(text)
    case .number(let value): return decimalText(value) ?? "null"
    case .digits(let digits): return digits
    case .list(let items): return block("[", items.map { $0.text(level: level + 1) }, "]")
    case .object(let members):
      return block("{", members.map { jsonString($0.name) + ": " + $0.value.text(level: level + 1) }, "}")
    }
  }
}
