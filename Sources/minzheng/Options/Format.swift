import ArgumentParser
import Tables

/// How results are shown on standard output: a page for readers as text or Markdown, rows for programs.
enum Format: String, ExpressibleByArgument, CaseIterable {
  case table, csv, json, md

  /// A table in this format.
  func text(of table: Table) -> String {
    switch self {
    case .table: table.text()
    case .csv: table.csv
    case .json: table.json
    case .md: table.markdown
    }
  }

  /// A table for readers, or the rows behind it for programs.
  func text(of page: Table, rows: @autoclosure () -> Table) -> String {
    switch self {
    case .table, .md: text(of: page)
    case .csv, .json: text(of: rows())
    }
  }

  /// A page for readers, or the rows behind it for programs.
  func text(of page: Document, rows: @autoclosure () -> Table) -> String {
    switch self {
    case .table: page.text
    case .md: page.markdown
    case .csv, .json: text(of: rows())
    }
  }
}
