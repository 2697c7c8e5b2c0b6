/// Reads comma-separated text in UTF-8 as RFC 4180 has it, with a header line.
public enum CSVReader {
  /// Reads a whole file and collects everything wrong with its form.
  ///
  /// Lines end in CRLF or LF, the last one optionally; a byte order mark is
  /// skipped; no blanks are trimmed. Of several columns, a line of nothing but
  /// commas is no row, and columns without a name at the end are none unless a
  /// row says something in them. Of one column, a blank line is an empty field.
  /// Rows with a wrong number of fields or broken quoting are left out of the
  /// document, so that its fields always stand under their headers; ill-formed
  /// UTF-8 is read as U+FFFD.
  ///
  /// Reading stops after a thousand faults: a file of another kind would fill the memory with them.
  ///
  /// - Returns: the document, and the faults in the order of their places. The
  ///   document is whole only when there are none.
  /// - Complexity: O(bytes), one pass.
  public static func read(_ bytes: [UInt8]) -> (document: CSVDocument, faults: [CSVFault]) {
    var scanner = CSVScanner(bytes)
    scanner.scan()
    let document = CSVDocument(
      bytes: bytes, header: scanner.header, offsets: scanner.offsets, rowLines: scanner.rowLines)
    return (document, scanner.locatedFaults())
  }
}
