internal import CXlsxWriter

/// Hands a workbook to libxlsxwriter, which frees all it is given when the book is closed.
final class WorkbookWriter {
  typealias Page = UnsafeMutablePointer<lxw_worksheet>
  let book: UnsafeMutablePointer<lxw_workbook>
  private var formats: [SheetStyle: UnsafeMutablePointer<lxw_format>] = [:]

  private let footer: String

  /// - Parameter footer: what stands below every page.
  init(_ book: UnsafeMutablePointer<lxw_workbook>, footer: String) {
    self.book = book
    self.footer = footer
  }

  func describe(_ workbook: Workbook) {
    var properties = lxw_doc_properties()
    properties.created = time_t(workbook.made.seconds)
    WorkbookWriter.cellText(workbook.title).withCString { title in
      WorkbookWriter.cellText(workbook.subject).withCString { subject in
        properties.title = UnsafeMutablePointer(mutating: title)
        properties.subject = UnsafeMutablePointer(mutating: subject)
        workbook_set_properties(book, &properties)
      }
    }
  }

  func write(_ sheet: Sheet, to page: Page) -> lxw_error {
    for (column, width) in sheet.widths.enumerated() {
      worksheet_set_column(page, UInt16(column), UInt16(column), width, nil)
    }
    for (row, height) in sheet.heights.sorted(by: { $0.key < $1.key }) {
      worksheet_set_row(page, UInt32(row), height, nil)
    }
    for (row, cells) in sheet.rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        let code = write(cell, to: page, UInt32(row), UInt16(column))
        guard code == LXW_NO_ERROR else { return code }
      }
    }
    arrange(sheet, page)
    for chart in sheet.charts {
      let code = insert(chart, on: page)
      guard code == LXW_NO_ERROR else { return code }
    }
    return LXW_NO_ERROR
  }

  private func write(_ cell: SheetCell, to page: Page, _ row: UInt32, _ column: UInt16) -> lxw_error {
    let format = format(cell.style)
    switch cell.content {
    case .text(let text):
      return text.isEmpty
        ? worksheet_write_blank(page, row, column, format)
        : worksheet_write_string(page, row, column, WorkbookWriter.cellText(text), format)
    case .number(let number): return worksheet_write_number(page, row, column, number, format)
    case .formula(let formula, let value):
      return worksheet_write_formula_num(page, row, column, "=\(formula)", format, value)
    case .textFormula(let formula, let value):
      return worksheet_write_formula_str(page, row, column, "=\(formula)", format, value)
    case .link(let text, let sheet):
      let address = "internal:\(SheetRange.prefix(sheet))A1"
      return worksheet_write_url_opt(page, row, column, address, format, WorkbookWriter.cellText(text), nil)
    case .blank: return worksheet_write_blank(page, row, column, format)
    }
  }

  /// A4 across, as wide as the page, heads on every page, pages counted; what is no input is locked, without a password.
  private func arrange(_ sheet: Sheet, _ page: Page) {
    worksheet_set_landscape(page)
    worksheet_set_paper(page, 9)  // A4, by ECMA-376
    worksheet_fit_to_pages(page, 1, 0)
    worksheet_set_margins(page, 0.5, 0.5, 0.6, 0.6)
    worksheet_set_footer(page, "&C\(footer)")
    worksheet_gridlines(page, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
    if sheet.headRows > 0 {
      worksheet_repeat_rows(page, 0, UInt32(sheet.headRows - 1))
      worksheet_freeze_panes(page, UInt32(sheet.headRows), UInt16(sheet.headColumns))
    }
    if sheet.isFiltered, sheet.rows.count > sheet.headRows, sheet.headRows > 0 {
      let last = (sheet.rows.map(\.count).max() ?? 1) - 1
      worksheet_autofilter(page, UInt32(sheet.headRows - 1), 0, UInt32(sheet.rows.count - 1), UInt16(last))
    }
    var allowed = lxw_protection()
    allowed.format_columns = 1
    allowed.format_rows = 1
    allowed.autofilter = 1
    allowed.sort = 1
    worksheet_protect(page, nil, &allowed)
  }

  private func format(_ style: SheetStyle) -> UnsafeMutablePointer<lxw_format>? {
    if let known = formats[style] { return known }
    guard let format = workbook_add_format(book) else { return nil }
    style.apply(to: format)
    formats[style] = format
    return format
  }

  /// The most that a cell holds, in characters.
  private static let longest = 32_767

  /// A text as a cell may hold it: what XML cannot is shown as not known, what is too long is cut.
  static func cellText(_ text: String) -> String {
    let units = text.utf16.count
    let fitting = units <= longest ? text : String(text.prefix(longest / 2 - 1)) + "…"
    var result = String.UnicodeScalarView()
    for scalar in fitting.unicodeScalars {
      switch scalar {
      case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
