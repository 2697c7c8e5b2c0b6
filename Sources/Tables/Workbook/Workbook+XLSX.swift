internal import CXlsxWriter
import Foundation

/// Why a workbook could not be written.
public enum WorkbookFailure: Error, Equatable, Sendable {
  /// The system gave no room for it.
  case noRoom(errno: Int32)
  /// What libxlsxwriter says.
  case refused(code: Int, words: String)
}

extension Workbook {
  /// The workbook as a file of Office Open XML: the same workbook gives the same bytes.
  ///
  /// - Throws: ``WorkbookFailure``.
  public func xlsx() throws(WorkbookFailure) -> [UInt8] {
    // The library writes to a name; this one is of memory that is gone when it is closed.
    let memory = memfd_create("workbook", 0)
    guard memory >= 0 else { throw .noRoom(errno: errno) }
    defer { close(memory) }
    try write(to: "/proc/self/fd/\(memory)")
    return try content(of: memory)
  }

  private func content(of file: Int32) throws(WorkbookFailure) -> [UInt8] {
    let size = Int(lseek(file, 0, SEEK_END))
    var bytes = [UInt8](repeating: 0, count: max(size, 0))
    var done = 0
    while done < bytes.count {
      let found = bytes.withUnsafeMutableBytes { buffer in
        pread(file, buffer.baseAddress.map { $0 + done }, buffer.count - done, off_t(done))
      }
      guard found > 0 else { throw .noRoom(errno: errno) }
      done += found
    }
    return bytes
  }

  private func write(to path: String) throws(WorkbookFailure) {
    guard let book = workbook_new(path) else { throw .noRoom(errno: ENOMEM) }
    let writer = WorkbookWriter(book, footer: footer)
    writer.describe(self)
    var code = LXW_NO_ERROR
    // Every sheet is there before anything refers to one.
    let pages = sheets.map { sheet in sheet.name.withCString { workbook_add_worksheet(book, $0) } }
    for (sheet, page) in zip(sheets, pages) where code == LXW_NO_ERROR {
      guard let page else {
        code = LXW_ERROR_SHEETNAME_ALREADY_USED
        break
      }
      code = writer.write(sheet, to: page)
    }
    for name in names where code == LXW_NO_ERROR {
      code = workbook_define_name(book, name.name, "=\(name.range)")
    }
    let closed = workbook_close(book)
    guard code == LXW_NO_ERROR, closed == LXW_NO_ERROR else {
      let failed = code == LXW_NO_ERROR ? closed : code
      throw .refused(code: Int(failed.rawValue), words: lxw_strerror(failed).map { String(cString: $0) } ?? "")
    }
  }
}

extension Workbook.Day {
  /// Seconds since 1970 at the day's beginning.
  ///
  /// Source: Hinnant (2013), *chrono-Compatible Low-Level Date Algorithms*, `days_from_civil`.
  var seconds: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let ofEra = shifted - era * 400
    let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return (era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468) * 86_400
  }
}
