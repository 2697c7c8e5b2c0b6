/// Letters of a column counted from nought: A, B, …, Z, AA, …
public func columnLetters(_ column: Int) -> String {
  precondition(column >= 0, "columns are counted from nought")
  var letters = ""
  var rest = column + 1
  while rest > 0 {
    letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))) + letters
    rest = (rest - 1) / 26
  }
  return letters
}

/// Cells of a sheet, rows and columns counted from nought.
public struct SheetRange: Hashable, Sendable {
  public let sheet: String
  public let rows: ClosedRange<Int>
  public let columns: ClosedRange<Int>

  public init(_ sheet: String, rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.sheet = sheet
    self.rows = rows
    self.columns = columns
  }

  /// With the sheet's name, rows and columns that move with the formula.
  public var reference: String { "\(SheetRange.prefix(sheet))\(text(columns: "", rows: ""))" }

  /// With the sheet's name, columns that move with the formula and rows that do not.
  public var columnReference: String { "\(SheetRange.prefix(sheet))\(text(columns: "", rows: "$"))" }

  /// With the sheet's name and dollar signs.
  public var fixedReference: String { "\(SheetRange.prefix(sheet))\(text(columns: "$", rows: "$"))" }

  private func text(columns column: String, rows row: String) -> String {
    let first = "\(column)\(columnLetters(columns.lowerBound))\(row)\(rows.lowerBound + 1)"
    guard rows.count > 1 || columns.count > 1 else { return first }
    return "\(first):\(column)\(columnLetters(columns.upperBound))\(row)\(rows.upperBound + 1)"
  }

  /// What stands before the cells of a sheet: its name, in quotes where it is no plain word.
  public static func prefix(_ sheet: String) -> String {
    let isPlain = sheet.allSatisfy { $0.isLetter || $0 == "_" }
    return isPlain ? "\(sheet)!" : "'\(sheet.replacing("'", with: "''"))'!"
  }
}
