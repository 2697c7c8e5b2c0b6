/// The bytes between a field's quotation marks, or all its bytes when it has none.
struct CSVField {
  let content: Range<Int>
  /// Whether a quotation mark in the content is written as two.
  let isQuoted: Bool

  /// Takes off the quotation marks around `field`, if both are there.
  init(in bytes: [UInt8], _ field: Range<Int>) {
    isQuoted =
      field.count >= 2 && bytes[field.lowerBound] == ASCII.quote
      && bytes[field.upperBound - 1] == ASCII.quote
    content = isQuoted ? field.lowerBound + 1..<field.upperBound - 1 : field
  }

  func text(in bytes: [UInt8]) -> String {
    String(decoding: unescaped(in: bytes), as: UTF8.self)
  }

  /// The content with doubled quotation marks written once.
  func unescaped(in bytes: [UInt8]) -> ArraySlice<UInt8> {
    let raw = bytes[content]
    guard isQuoted, raw.contains(ASCII.quote) else { return raw }
    var result: [UInt8] = []
    result.reserveCapacity(raw.count)
    var isSecondQuote = false
    for byte in raw {
      isSecondQuote = byte == ASCII.quote && !isSecondQuote
      if !isSecondQuote { result.append(byte) }
    }
    return result[...]
  }
}
