/// A YAML or JSON text with what nothing else can be meant by put as YAML wants it, and the columns it had before.
///
/// Two things are put right: a full-width colon behind a key, and a character beyond the first 65 536 that JSON writes as
/// two escapes, which YAML writes as one.
struct YAMLTyping {
  private(set) var text: String
  /// By line from 1: where a change ends in the new text, counted in scalars from 1, and how many it is longer.
  private var changes: [Int: [(end: Int, longer: Int)]] = [:]

  init(_ original: String) {
    text = original
    guard original.unicodeScalars.contains(where: { $0 == "：" || $0 == "\\" }) else { return }
    // By scalars, since the two that end a line on Windows are one character.
    let lines = original.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    let put = lines.enumerated().map { index, line in
      var scalars = Array(line)
      var made: [(end: Int, longer: Int)] = []
      putColons(&scalars, &made)
      putPairs(&scalars, &made)
      if !made.isEmpty { changes[index + 1] = made }
      return String(String.UnicodeScalarView(scalars))
    }
    text = put.joined(separator: "\n")
  }

  /// The column of the original text for one of the new text, both counted in scalars from 1.
  func original(_ column: Int, line: Int) -> Int {
    column - (changes[line] ?? []).reduce(0) { $0 + (column > $1.end ? $1.longer : 0) }
  }
}

/// Scalars that keys of scenarios and parameters are made of: paths and dates.
private func isOfKey(_ scalar: Unicode.Scalar) -> Bool {
  scalar.isASCII
    && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "._-".unicodeScalars.contains(scalar))
}

/// Puts `: ` for a full-width colon between a key, at the beginning of a line or of a pair in braces, and its value.
private func putColons(_ line: inout [Unicode.Scalar], _ made: inout [(end: Int, longer: Int)]) {
  var index = 0
  while index < line.count, line[index] != "#", line[index] != "\"", line[index] != "'" {
    defer { index += 1 }
    guard line[index] == "：" else { continue }
    let start = line[..<index].lastIndex { !isOfKey($0) }.map { $0 + 1 } ?? 0
    guard start < index else { continue }
    let before = line[..<start].last { $0 != " " }
    guard before == nil || before == "{" || before == "," else { continue }
    line[index] = ":"
    guard index + 1 < line.count, line[index + 1] != " ", line[index + 1] != "\r" else { continue }
    line.insert(" ", at: index + 1)
    made.append((index + 2, 1))
  }
}

/// Puts one escape of YAML for two of JSON that make one character.
private func putPairs(_ line: inout [Unicode.Scalar], _ made: inout [(end: Int, longer: Int)]) {
  func unit(at place: Int) -> UInt32? {
    guard place + 6 <= line.count, line[place] == "\\", line[place + 1] == "u" else { return nil }
    return UInt32(String(String.UnicodeScalarView(line[place + 2..<place + 6])), radix: 16)
  }
  var index = 0
  while index < line.count {
    guard line[index] == "\\" else {
      index += 1
      continue
    }
    if let high = unit(at: index), (0xD800...0xDBFF).contains(high), let low = unit(at: index + 6),
      (0xDC00...0xDFFF).contains(low)
    {
      let value = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)
      let digits = String(value, radix: 16, uppercase: true)
      let escape = "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      line.replaceSubrange(index..<index + 12, with: Array(escape.unicodeScalars))
      made.append((index + 10, -2))
      index += 10
    } else {
      // The next character is escaped, a backslash as well.
      index += 2
    }
  }
}
