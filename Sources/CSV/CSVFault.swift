/// Something wrong with a CSV file's form: where, and the facts a message needs.
public struct CSVFault: Error, Hashable, Sendable {
  /// Line in the file, from 1.
  public let line: Int
  /// Column in Unicode scalars, from 1; a byte order mark does not count.
  public let column: Int
  public let kind: Kind

  public init(line: Int, column: Int, kind: Kind) {
    self.line = line
    self.column = column
    self.kind = kind
  }

  /// What is wrong. Field numbers count from 1.
  ///
  /// Of the kinds about single bytes, only the first in each field is reported.
  public enum Kind: Hashable, Sendable {
    /// The file has no line at all.
    case missingHeader
    /// A header that goes on beyond the columns any table has; nothing below it is read.
    case tooManyColumns(limit: Int)
    /// A column without a name.
    case emptyHeader(field: Int)
    /// A column whose name an earlier column has.
    case duplicateHeader(name: String, firstField: Int)
    /// A row with more or fewer fields than the header; placed at the first
    /// field too many, or at the end of a row that is too short.
    case fieldCount(expected: Int, found: Int)
    /// A quotation mark inside a field that does not begin with one.
    case strayQuote
    /// Text between a closing quotation mark and the next comma.
    case textAfterQuote
    /// A quoted field that never ends; placed at its opening mark.
    case unterminatedQuote
    /// A carriage return without a line feed, outside quotes.
    case bareCarriageReturn
    /// A byte of value zero.
    case nulByte
    /// Bytes that are not UTF-8, and the encoding that the field seems to have.
    case invalidUTF8(found: UInt8, resembles: Encoding?)
  }

  /// An encoding other than UTF-8 in which Chinese files come.
  public enum Encoding: Hashable, Sendable {
    /// GB18030 and its subsets GBK and GB2312, the default of Chinese Excel.
    case gb18030
  }
}
