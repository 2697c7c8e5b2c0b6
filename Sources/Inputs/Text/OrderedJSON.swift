/// JSON that is written again as it was read: members keep their order, numbers and texts their letters.
indirect enum OrderedJSON: Equatable {
  /// Without the quotation marks, escapes as written.
  case text(String)
  /// A number, `true`, `false` or `null`.
  case bare(String)
  case list([OrderedJSON])
  case object([Member])

  struct Member: Equatable {
    let name: String
    var value: OrderedJSON
  }

  /// - Returns: nil where the text is no JSON, or nested too deep.
  init?(_ text: String) {
    var parser = Parser(letters: Array(text.utf8))
    guard let value = parser.value(depth: 0), parser.isAtEnd else { return nil }
    self = value
  }

  /// The value of a member; nil where there is none.
  subscript(_ name: String) -> OrderedJSON? {
    get {
      guard case .object(let members) = self else { return nil }
      return members.first { $0.name == name }?.value
    }
    set {
      guard case .object(var members) = self, let newValue else { return }
      if let index = members.firstIndex(where: { $0.name == name }) {
        members[index].value = newValue
      } else {
        members.append(Member(name: name, value: newValue))
      }
      self = .object(members)
    }
  }

  var text: String? {
    if case .text(let text) = self { return text }
    return nil
  }

  var items: [OrderedJSON]? {
    if case .list(let items) = self { return items }
    return nil
  }

  var count: Int? {
    if case .bare(let digits) = self { return Int(digits) }
    return nil
  }

  /// The text of a file, two blanks a level.
  var fileText: String { written("") + "\n" }

  private func written(_ indent: String) -> String {
    func block(_ open: String, _ parts: [String], _ close: String) -> String {
      guard !parts.isEmpty else { return open + close }
      return "\(open)\n\(indent)  \(parts.joined(separator: ",\n\(indent)  "))\n\(indent)\(close)"
    }
    switch self {
    case .text(let text): return "\"\(text)\""
    case .bare(let word): return word
    case .list(let items): return block("[", items.map { $0.written(indent + "  ") }, "]")
    case .object(let members):
      return block("{", members.map { "\"\($0.name)\": \($0.value.written(indent + "  "))" }, "}")
    }
  }
}

private struct Parser {
  let letters: [UInt8]
  private var place = 0

  init(letters: [UInt8]) { self.letters = letters }

  var isAtEnd: Bool {
    mutating get {
      skipBlanks()
      return place == letters.count
    }
  }

  mutating func value(depth: Int) -> OrderedJSON? {
    skipBlanks()
    guard place < letters.count, depth <= Limits.nesting else { return nil }
    switch letters[place] {
    case UInt8(ascii: "\""): return quoted().map { .text($0) }
    case UInt8(ascii: "["):
      return sequence(closedBy: "]") { $0.value(depth: depth + 1) }.map { .list($0) }
    case UInt8(ascii: "{"):
      return sequence(closedBy: "}") { $0.member(depth: depth + 1) }.map { .object($0) }
    default:
      let end = letters[place...].firstIndex { ",]}: \t\r\n".utf8.contains($0) } ?? letters.count
      defer { place = end }
      return end > place ? .bare(String(decoding: letters[place..<end], as: UTF8.self)) : nil
    }
  }

  private mutating func member(depth: Int) -> OrderedJSON.Member? {
    skipBlanks()
    guard let name = quoted(), take(":"), let value = value(depth: depth) else { return nil }
    return OrderedJSON.Member(name: name, value: value)
  }

  /// What stands between brackets, separated by commas.
  private mutating func sequence<Part>(
    closedBy close: Unicode.Scalar, _ part: (inout Parser) -> Part?
  ) -> [Part]? {
    place += 1
    var parts: [Part] = []
    if take(close) { return parts }
    repeat {
      guard let part = part(&self) else { return nil }
      parts.append(part)
    } while take(",")
    return take(close) ? parts : nil
  }

  private mutating func quoted() -> String? {
    guard take("\"") else { return nil }
    let start = place
    while place < letters.count, letters[place] != UInt8(ascii: "\"") {
      place += letters[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard place < letters.count else { return nil }
    defer { place += 1 }
    return String(decoding: letters[start..<place], as: UTF8.self)
  }

  private mutating func take(_ letter: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard place < letters.count, letters[place] == UInt8(ascii: letter) else { return false }
    place += 1
    return true
  }

  private mutating func skipBlanks() {
    while place < letters.count, " \t\r\n".utf8.contains(letters[place]) { place += 1 }
  }
}
