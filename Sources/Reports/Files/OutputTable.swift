import CSV
import Domain
import Publishing
import Tables

/// A file of rows: from one list of columns come its text, its schema, its key and its line in the list of files.
public struct OutputTable<Source>: Sendable {
  /// Such as `budget.csv`.
  public let file: String
  /// What its rows are, for the list of files.
  public let about: Label
  public let fields: [OutputField]
  /// Whether a source has anything for it.
  let isWritten: @Sendable (Source) -> Bool
  /// Writes all rows; after each, what was written may be taken away.
  private let write: @Sendable (Source, inout CSVWriter, _ afterRow: (inout CSVWriter) -> Void) -> Void
  private let fill: @Sendable (Source, inout Table) -> Void
  /// About how many bytes it takes.
  private let capacity: Int

  /// - Parameter rows: hands on a source's rows, in the order of the key.
  init<Row>(
    _ file: String, zh: String, en: String, capacity: Int = 50_000,
    isWritten: @escaping @Sendable (Source) -> Bool = { _ in true }, _ columns: [OutputColumn<Row>],
    rows: @escaping @Sendable (Source, (Row) -> Void) -> Void
  ) {
    self.file = file
    about = Label(zh: zh, en: en)
    fields = columns.map(\.field)
    self.capacity = capacity
    self.isWritten = isWritten
    write = { source, csv, afterRow in
      rows(source) { row in
        for column in columns { column.append(row, to: &csv) }
        csv.endRow()
        afterRow(&csv)
      }
    }
    fill = { source, table in
      rows(source) { row in table.append(columns.map { $0.cell(row) }) }
    }
  }

  /// The text of the file.
  public func csv(of source: Source) -> [UInt8] {
    var csv = begun(capacity)
    write(source, &csv) { _ in }
    return csv.bytes
  }

  private func begun(_ capacity: Int) -> CSVWriter {
    var csv = CSVWriter(capacity: capacity)
    for field in fields { csv.append(field.name) }
    csv.endRow()
    return csv
  }

  /// The file, of which only some rows are in memory at a time.
  ///
  /// - Throws: `PublishingFailure` when there is no room for it.
  func streamed(_ source: Source) throws(PublishingFailure) -> Publication.File {
    let piece = 1 << 20
    let stored = try StoredFile { (take) throws(PublishingFailure) in
      var csv = begun(piece + 1000)
      var failure: PublishingFailure?
      write(source, &csv) { csv in
        guard csv.bytes.count >= piece else { return }
        let rows = csv.takeRows()
        guard failure == nil else { return }
        do throws(PublishingFailure) { try take(rows) } catch { failure = error }
      }
      if let failure { throw failure }
      try take(csv.takeRows())
    }
    return Publication.File(name: file, stored: stored)
  }

  /// The same as text.
  public func text(of source: Source) -> String { String(decoding: csv(of: source), as: UTF8.self) }

  /// The file.
  public func written(_ source: Source) -> OutputFile { (file, csv(of: source)) }

  /// The same rows for other formats.
  public func table(of source: Source) -> Table {
    var table = Table(columns: fields.map { Column($0.name, alignment: $0.type == .string ? .leading : .trailing) })
    fill(source, &table)
    return table
  }
}

/// What a column is to other programs.
public struct OutputField: Equatable, Sendable {
  /// The types of Table Schema that are used.
  public enum FieldType: String, Sendable {
    case string, integer, number
  }

  public let name: String
  public let type: FieldType
  /// Whether it is part of what tells rows apart.
  public let isKey: Bool
}
