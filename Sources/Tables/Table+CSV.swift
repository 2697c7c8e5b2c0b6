import CSV

extension Table {
  /// The table for programs: keys as header, numbers in full and unscaled.
  /// Title, sections, rules and notes are left out.
  public var csv: String {
    var writer = CSVWriter()
    for column in columns { writer.append(column.key) }
    writer.endRow()
    for cells in records {
      for cell in cells {
        switch cell {
        case .text(let text): writer.append(text)
        case .number(let value, _): writer.append(value)
        case .empty: writer.append(nil)
        }
      }
      writer.endRow()
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
