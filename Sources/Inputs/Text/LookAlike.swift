import Foundation

extension Unicode.Scalar {
  /// Whether nothing is seen of it in a text: marks of width zero, of direction, of the encoding.
  var isInvisible: Bool {
    properties.isDefaultIgnorableCodePoint || properties.generalCategory == .format
  }

  /// Its number in at least four hexadecimal digits.
  var hexadecimal: String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(4 - digits.count, 0)) + digits
  }
}

/// The same for all names that a reader cannot tell apart: those that differ by case, width, blanks or invisible characters.
func lookOf(_ name: String) -> String {
  let seen = String(
    String.UnicodeScalarView(name.unicodeScalars.filter { !$0.isInvisible && !$0.properties.isWhitespace }))
  return seen.folding(options: [.caseInsensitive, .widthInsensitive], locale: nil)
}

/// Names that have been read, to find two that look alike.
struct SeenNames {
  private var names: [String: (name: String, line: Int)] = [:]

  /// Takes a name, or says which one before it looks the same but is another.
  mutating func problem(of name: String, line: Int) -> Problem? {
    guard !name.unicodeScalars.contains(where: \.isInvisible) else { return .invisibleCharacter(name: quoted(name)) }
    let look = lookOf(name)
    if let other = names[look], other.name != name {
      return .looksAlike(name: quoted(name), other: quoted(other.name), line: other.line)
    }
    names[look] = names[look] ?? (name, line)
    return nil
  }
}
