import CSV

extension Table {
  /// The table for programs: an array with an object a row, its members in the
  /// order of the columns, numbers in full and unscaled, null for no value.
  /// Title, sections, rules and notes are left out.
  public var json: String {
    let objects = records.map { cells in
      let members = zip(columns, cells).map { column, cell in
        jsonString(column.key) + ": " + jsonValue(cell)
      }
      return "  {" + members.joined(separator: ", ") + "}"
    }
    guard !objects.isEmpty else { return "[]\n" }
    return "[\n" + objects.joined(separator: ",\n") + "\n]\n"
  }
}

private func jsonValue(_ cell: Cell) -> String {
  switch cell {
  case .text(let text): jsonString(text)
  case .number(let value, _): decimalText(value) ?? "null"
  case .empty: "null"
  }
}

/// Source: RFC 8259, section 7.
func jsonString(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    case "\u{0}"..."\u{1F}":
      let digits = String(scalar.value, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
