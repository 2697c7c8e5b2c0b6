/// A sign of Chinese typing that stands where YAML needs that of the keyboard.
struct WideSign {
  let sign: String
  let needed: String
  let line: Int
  let column: Int

  /// Brackets that YAML takes for text, and what opens a list or a mapping in their place.
  private static let brackets: [Character: String] = ["｛": "{", "｝": "}", "［": "[", "］": "]", "【": "[", "】": "]"]

  /// The first one at or before a line that could not be read: a bracket where a value begins or ends, or a colon
  /// behind a key.
  static func first(before last: Int, in lines: [Substring]) -> WideSign? {
    for (index, line) in lines.prefix(max(last, 0)).enumerated() {
      let text = line.prefix { $0 != "#" }
      func sign(_ place: Substring.Index, _ needed: String) -> WideSign {
        let column = text.unicodeScalars.distance(from: text.startIndex, to: place) + 1
        return WideSign(sign: String(text[place]), needed: needed, line: index + 1, column: column)
      }
      if let place = text.firstIndex(where: { brackets[$0] != nil }), let needed = brackets[text[place]],
        isAtValue(text[..<place])
      {
        return sign(place, needed)
      }
      if let place = text.firstIndex(of: "："), isKey(text[..<place]) { return sign(place, ": ") }
    }
    return nil
  }

  private static func isKey(_ text: Substring) -> Bool {
    text.allSatisfy { $0.isLetter || $0.isNumber || "._ -\"'{,".contains($0) }
  }

  /// Whether a value may begin behind a text: behind a colon, a comma, a bracket or the dash of a list.
  private static func isAtValue(_ text: Substring) -> Bool {
    guard let before = text.last(where: { $0 != " " }) else { return true }
    return ":：,，{[-".contains(before) || text.contains("{")
  }
}
