import CSV

/// A CSV file as spreadsheets open it: with the mark of its encoding, CRLF, labels beside keys, amounts in 万元 beside
/// those in yuan, and no cell that would be run.
public struct SpreadsheetCSV: Sendable {
  /// A column that is added behind another.
  private struct Addition {
    let title: String
    let text: @Sendable (String) -> String
  }

  /// For columns of keys: the title of the labels, and the label of each key.
  public typealias Labels = [String: (title: String, labels: [String: String])]

  private let labels: Labels

  public init(labels: Labels) { self.labels = labels }

  /// The names of the columns with those that are added.
  public func header(_ names: [String]) -> [String] { names.flatMap { [$0] + (addition($0).map { [$0.title] } ?? []) } }

  /// Whether a column is added, and holds numbers.
  public static func isAmount(_ title: String) -> Bool { title.hasSuffix(tenThousand) }

  public func text(_ csv: [UInt8]) -> [UInt8] {
    let document = CSVReader.read(csv).document
    let additions = document.header.map(addition)
    var writer = CSVWriter(capacity: csv.count * 3 / 2)
    for name in header(document.header) { writer.append(SpreadsheetCSV.harmless(name)) }
    writer.endRow()
    for row in 0..<document.rowCount {
      for column in document.header.indices {
        let field = document.field(row: row, column: column)
        writer.append(SpreadsheetCSV.harmless(field))
        if let addition = additions[column] { writer.append(SpreadsheetCSV.harmless(addition.text(field))) }
      }
      writer.endRow()
    }
    // Within quotation marks a line feed stays one.
    var isQuoted = false
    var text: [UInt8] = [0xEF, 0xBB, 0xBF]
    text.reserveCapacity(writer.bytes.count * 11 / 10)
    for byte in writer.bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == 10, !isQuoted { text.append(13) }
      text.append(byte)
    }
    return text
  }

  private static let tenThousand = "（万元）"

  private func addition(_ name: String) -> Addition? {
    if let (title, labels) = labels[name] { return Addition(title: title) { labels[$0] ?? "" } }
    guard name.hasSuffix("_yuan") else { return nil }
    return Addition(title: "\(name.dropLast(5))\(SpreadsheetCSV.tenThousand)") { amount in
      Double(amount).flatMap { decimalText($0 / 10_000) } ?? ""
    }
  }

  /// A text that a spreadsheet would take for a formula gets an apostrophe in front; numbers stay numbers.
  static func harmless(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, "=+-@\t\r＝＋－＠".unicodeScalars.contains(first), Double(text) == nil
    else { return text }
    return "'\(text)"
  }
}
