/// A table as data: it knows its columns and cells, not how they look.
public struct Table: Hashable, Sendable {
  public let title: String?
  public let columns: [Column]
  public private(set) var rows: [Row] = []
  /// Remarks below the table, a paragraph each.
  public private(set) var notes: [String] = []

  /// A table without rows yet.
  ///
  /// - Parameter columns: their keys must differ.
  public init(title: String? = nil, columns: [Column]) {
    let keys = Set(columns.map(\.key))
    precondition(keys.count == columns.count, "columns with the same key")
    self.title = title
    self.columns = columns
  }

  /// Adds a row with a cell for each column.
  public mutating func append(_ cells: [Cell]) {
    precondition(cells.count == columns.count, "\(cells.count) cells for \(columns.count) columns")
    rows.append(.cells(cells))
  }

  /// Adds a heading over the rows that follow.
  public mutating func appendSection(_ heading: String) {
    rows.append(.section(heading))
  }

  /// Adds a line between rows, as above a total.
  public mutating func appendRule() {
    rows.append(.rule)
  }

  /// Adds a remark below the table.
  public mutating func appendNote(_ note: String) {
    notes.append(note)
  }
}

extension Table {
  /// A line of the table.
  ///
  /// Sections and rules are for readers: CSV and JSON leave them out. A group
  /// that programs need is a column of its own.
  public enum Row: Hashable, Sendable {
    case cells([Cell])
    case section(String)
    case rule
  }

  /// The same rows without title and notes.
  var untitled: Table {
    var table = Table(columns: columns)
    table.rows = rows
    return table
  }

  /// The rows that have cells.
  var records: [[Cell]] {
    rows.compactMap { row in
      if case .cells(let cells) = row { cells } else { nil }
    }
  }
}

/// A column of a table.
public struct Column: Hashable, Sendable {
  /// The name for programs: the header in CSV, the member in JSON.
  public let key: String
  /// The heading for readers.
  public let header: String
  public let alignment: Alignment

  /// - Parameter header: the heading for readers; the key, if none is given.
  public init(_ key: String, header: String? = nil, alignment: Alignment = .leading) {
    self.key = key
    self.header = header ?? key
    self.alignment = alignment
  }
}

/// The side on which text stands in its column.
public enum Alignment: Hashable, Sendable {
  case leading
  case trailing
}
