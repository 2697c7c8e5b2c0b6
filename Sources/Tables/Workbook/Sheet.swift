/// A sheet of a workbook: rows of cells, and how they are looked at and printed.
public struct Sheet: Hashable, Sendable {
  /// At most 31 characters, none of them one of `[]:*?/\`.
  public let name: String
  /// Of the columns, in characters.
  public let widths: [Double]
  /// How many rows stay in sight, and are repeated on every page: those up to the heads of the columns.
  public let headRows: Int
  /// How many columns stay in sight.
  public let headColumns: Int
  public private(set) var rows: [[SheetCell]] = []
  /// Heights of rows in points, where they are not the usual.
  public private(set) var heights: [Int: Double] = [:]
  public private(set) var charts: [SheetChart] = []
  /// Whether filters stand over the columns.
  public let isFiltered: Bool

  public init(_ name: String, widths: [Double], headRows: Int, headColumns: Int = 0, isFiltered: Bool = false) {
    precondition(
      !name.isEmpty && name.unicodeScalars.count <= 31 && !name.contains { "[]:*?/\\".contains($0) }, "a sheet's name")
    self.name = name
    self.widths = widths
    self.headRows = headRows
    self.headColumns = headColumns
    self.isFiltered = isFiltered
  }

  /// Adds a row below the others.
  ///
  /// - Returns: its place, counted from nought.
  @discardableResult
  public mutating func append(_ cells: [SheetCell], height: Double? = nil) -> Int {
    if let height { heights[rows.count] = height }
    rows.append(cells)
    return rows.count - 1
  }

  /// The place of the next row.
  public var next: Int { rows.count }

  public mutating func append(_ chart: SheetChart) { charts.append(chart) }

  /// Puts another cell in a place that has one.
  public mutating func replace(row: Int, column: Int, with cell: SheetCell) { rows[row][column] = cell }

  /// Cells of a row.
  public func range(row: Int, columns: ClosedRange<Int>) -> SheetRange {
    SheetRange(name, rows: row...row, columns: columns)
  }
}

/// A drawing that a spreadsheet makes of its cells.
public struct SheetChart: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case stackedColumns, lines, bars
  }

  /// A row of cells, and the cell with its name.
  public struct Series: Hashable, Sendable {
    public let name: SheetRange
    public let values: SheetRange

    public init(name: SheetRange, values: SheetRange) {
      self.name = name
      self.values = values
    }
  }

  public let kind: Kind
  public let title: String
  /// The chart's numbers in words, for those who do not see it.
  public let description: String
  public let unit: String
  public let categories: SheetRange
  public let series: [Series]
  /// The row and column of its upper left corner.
  public let row: Int
  public let column: Int

  public init(
    _ kind: Kind, title: String, description: String, unit: String, categories: SheetRange, series: [Series], row: Int,
    column: Int
  ) {
    self.kind = kind
    self.title = title
    self.description = description
    self.unit = unit
    self.categories = categories
    self.series = series
    self.row = row
    self.column = column
  }
}
