/// Writes comma-separated text in UTF-8, row by row, with line feeds at line ends.
public struct CSVWriter: Sendable {
  /// What has been written so far.
  public private(set) var bytes: [UInt8] = []
  private var rowStart = 0
  private var fieldsInRow = 0

  /// - Parameter capacity: bytes to reserve at first.
  public init(capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
  }

  /// Adds a field, in quotation marks only where its text needs them.
  public mutating func append(_ text: String) {
    beginField()
    // At the start of a file it would be taken for the mark of the encoding.
    let isByteOrderMark = bytes.isEmpty && text.unicodeScalars.first == "\u{FEFF}"
    var text = text
    text.withUTF8 { text in
      guard isByteOrderMark || text.contains(where: needsQuotes) else {
        bytes.append(contentsOf: text)
        return
      }
      bytes.append(ASCII.quote)
      for byte in text {
        if byte == ASCII.quote { bytes.append(ASCII.quote) }
        bytes.append(byte)
      }
      bytes.append(ASCII.quote)
    }
  }

  /// Adds a number in its shortest exact form; nil, NaN and infinity as an
  /// empty field.
  public mutating func append(_ value: Double?) {
    beginField()
    guard let value, var text = decimalText(value) else { return }
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  /// Adds a number in its shortest exact form that is no whole number's: with a point or an exponent.
  ///
  /// A reader that tells the type of a column by its first rows takes all of them alike.
  public mutating func append(decimal value: Double?) {
    let start = bytes.count
    append(value)
    let text = bytes[start...].drop { $0 == ASCII.comma }
    if !text.isEmpty, text.allSatisfy({ $0 == UInt8(ascii: "-") || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) {
      bytes += [UInt8(ascii: "."), UInt8(ascii: "0")]
    }
  }

  /// Hands over what has been written so far, whole rows alone, and goes on without it.
  public mutating func takeRows() -> [UInt8] {
    let rows = Array(bytes[..<rowStart])
    bytes.removeFirst(rowStart)
    rowStart = 0
    return rows
  }

  /// Adds a whole number.
  public mutating func append(_ value: Int) {
    beginField()
    var text = value.description
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  /// Ends the row. In a row of empty fields alone the first is written as `""`:
  /// readers skip blank lines.
  public mutating func endRow() {
    if fieldsInRow > 0, bytes[rowStart...].allSatisfy({ $0 == ASCII.comma }) {
      bytes.insert(contentsOf: [ASCII.quote, ASCII.quote], at: rowStart)
    }
    bytes.append(ASCII.lineFeed)
    rowStart = bytes.count
    fieldsInRow = 0
  }

  private mutating func beginField() {
    if fieldsInRow > 0 { bytes.append(ASCII.comma) }
    fieldsInRow += 1
  }

  private func needsQuotes(_ byte: UInt8) -> Bool {
    byte == ASCII.comma || byte == ASCII.quote || byte == ASCII.lineFeed
      || byte == ASCII.carriageReturn
  }
}
