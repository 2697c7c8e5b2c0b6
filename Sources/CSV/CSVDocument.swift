/// The rows of a CSV file, each with a field for every column of the header.
///
/// Fields are ranges of the file's bytes; a `String` is made when asked for.
public struct CSVDocument: Sendable {
  /// Names of the columns, in the order of the file.
  public let header: [String]
  let bytes: [UInt8]
  /// Shape `[row][column]`, with one more entry a row: starts of the fields,
  /// then one past the row's end.
  private let offsets: [Int]
  private let rowLines: [Int]

  init(bytes: [UInt8], header: [String], offsets: [Int], rowLines: [Int]) {
    self.bytes = bytes
    self.header = header
    self.offsets = offsets
    self.rowLines = rowLines
  }

  /// Number of rows below the header.
  public var rowCount: Int { rowLines.count }

  /// The index of the column called `name`; of the first, if there are several.
  public func columnIndex(named name: String) -> Int? { header.firstIndex(of: name) }

  /// The field's text, without its quotation marks.
  public func field(row: Int, column: Int) -> String {
    located(row, column).text(in: bytes)
  }

  /// The field's UTF-8 bytes, without its quotation marks; a copy only where
  /// the field contains quotation marks itself.
  public func bytes(row: Int, column: Int) -> ArraySlice<UInt8> {
    located(row, column).unescaped(in: bytes)
  }
}

// MARK: - Places

extension CSVDocument {
  /// The line of the file on which the row begins, from 1.
  public func line(row: Int) -> Int { rowLines[row] }

  /// The line of the file on which the field begins: beyond that of its row
  /// when a field before it contains line breaks.
  public func line(row: Int, column: Int) -> Int { position(row, column).line }

  /// The column of the file, in Unicode scalars from 1, at which the field begins.
  public func column(row: Int, column: Int) -> Int { position(row, column).column }

  private func position(_ row: Int, _ column: Int) -> TextPosition {
    var position = TextPosition(line: rowLines[row])
    let rowStart = range(row, 0).lowerBound
    position.advance(over: bytes[rowStart..<range(row, column).lowerBound])
    return position
  }

  func located(_ row: Int, _ column: Int) -> CSVField {
    CSVField(in: bytes, range(row, column))
  }

  private func range(_ row: Int, _ column: Int) -> Range<Int> {
    precondition(header.indices.contains(column), "column outside 0..<\(header.count)")
    let index = row * (header.count + 1) + column
    return offsets[index]..<offsets[index + 1] - 1
  }
}
