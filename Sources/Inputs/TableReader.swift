import CSV
import Domain

/// A CSV table of a dataset, read column by column with the place of every fault.
struct TableReader {
  let file: String
  private let document: CSVDocument
  private(set) var diagnostics: [Diagnostic]

  /// Reads a table; `columns` must all be there.
  init(path: String, shownAs file: String, columns: [String]) throws(InputError) {
    self.file = file
    let (document, faults) = CSVReader.read(try bytes(ofFile: path, shownAs: file, limit: Limits.tableBytes))
    self.document = document
    diagnostics = faults.prefix(TableReader.mostFaults).map {
      Diagnostic(file: file, line: $0.line, column: $0.column, problem: .csv(detail: $0.kind.label))
    }
    for column in columns where document.columnIndex(named: column) == nil {
      let near = nearestName(to: column, in: document.header)
      diagnostics.append(
        Diagnostic(file: file, line: 1, column: 1, problem: .missingColumn(name: column, nearest: near)))
    }
    guard diagnostics.isEmpty else { throw InputError(diagnostics) }
  }

  /// After this many faults of form, the rest of a file says nothing new.
  private static let mostFaults = 20

  var rows: Range<Int> { 0..<document.rowCount }

  func has(_ column: String) -> Bool { document.columnIndex(named: column) != nil }

  /// A field's text, empty where the table has no such column.
  func text(_ row: Int, _ column: String) -> String {
    document.columnIndex(named: column).map { document.field(row: row, column: $0) } ?? ""
  }

  mutating func report(_ problem: Problem, row: Int, _ column: String) {
    guard diagnostics.count <= Limits.problems else { return }
    let index = document.columnIndex(named: column) ?? 0
    let isTooMany = diagnostics.count == Limits.problems
    diagnostics.append(
      Diagnostic(
        file: file, line: document.line(row: row, column: index), column: document.column(row: row, column: index),
        found: quoted(text(row, column)),
        problem: isTooMany ? .tooManyProblems(limit: Limits.problems) : problem))
  }

  /// Reports what is wrong with the table as a whole.
  mutating func reportFile(_ problem: Problem) { diagnostics.append(Diagnostic(file: file, problem: problem)) }

  mutating func number(_ row: Int, _ column: String) -> Double? {
    guard let index = document.columnIndex(named: column), let value = document.double(row: row, column: index) else {
      report(.notAPlainNumber(text: quoted(text(row, column))), row: row, column)
      return nil
    }
    return value
  }

  mutating func notNegative(_ row: Int, _ column: String) -> Double? {
    guard let value = number(row, column) else { return nil }
    guard value >= 0 else {
      report(.negative(text: quoted(text(row, column))), row: row, column)
      return nil
    }
    return value
  }

  mutating func integer(_ row: Int, _ column: String, in range: ClosedRange<Int>) -> Int? {
    guard let index = document.columnIndex(named: column), let value = document.integer(row: row, column: index) else {
      report(.notAPlainNumber(text: quoted(text(row, column))), row: row, column)
      return nil
    }
    guard range.contains(value) else {
      report(.outOfRange(text: "\(value)", low: "\(range.lowerBound)", high: "\(range.upperBound)"), row: row, column)
      return nil
    }
    return value
  }

  /// A word of a closed list.
  mutating func word<W: RawRepresentable<String> & CaseIterable>(_ row: Int, _ column: String, _: W.Type) -> W? {
    let text = text(row, column)
    if let word = W(rawValue: text) { return word }
    let allowed = W.allCases.map(\.rawValue)
    report(
      .unknownWord(text: quoted(text), nearest: nearestName(to: text, in: allowed), allowed: allowed), row: row, column)
    return nil
  }

  mutating func sex(_ row: Int) -> Sex? {
    let text = text(row, "sex")
    if let sex = Sex(name: text) { return sex }
    let allowed = Sex.allCases.map(\.name)
    report(
      .unknownWord(text: quoted(text), nearest: nearestName(to: text, in: allowed), allowed: allowed), row: row, "sex")
    return nil
  }

  /// Index of the area whose code stands in the row.
  mutating func area(_ row: Int, of areas: Areas) -> Int? {
    index(row, "district_code", among: areas.all)
  }

  /// Index of the district whose code stands in a column.
  mutating func district(_ row: Int, _ column: String, of areas: Areas) -> Int? {
    index(row, column, among: areas.districts)
  }

  private mutating func index(_ row: Int, _ column: String, among areas: [Area]) -> Int? {
    let code = text(row, column)
    if let index = areas.firstIndex(where: { $0.code == code }) { return index }
    report(
      .unknownDistrict(name: quoted(code), nearest: nearestName(to: code, in: areas.map(\.code))), row: row, column)
    return nil
  }
}

extension CSVFault.Kind {
  /// The fault in words.
  var label: Label {
    switch self {
    case .missingHeader: Label(zh: "没有表头", en: "no header row")
    case .tooManyColumns(let limit): Label(zh: "列数超过 \(limit)", en: "more than \(limit) columns")
    case .emptyHeader(let field): Label(zh: "第 \(field) 列没有名字", en: "column \(field) has no name")
    case .duplicateHeader(let name, let first):
      Label(zh: "列 ‘\(name)’ 重复，第一次在第 \(first) 列", en: "column '\(name)' stands twice; first as column \(first)")
    case .fieldCount(let expected, let found):
      Label(zh: "应有 \(expected) 个字段，实有 \(found) 个", en: "expected \(expected) fields, found \(found)")
    case .strayQuote: Label(zh: "字段中间有引号", en: "a quote inside a field")
    case .textAfterQuote: Label(zh: "引号后还有文字", en: "text after a closing quote")
    case .unterminatedQuote: Label(zh: "引号没有结束", en: "a quote is not closed")
    case .bareCarriageReturn: Label(zh: "单独的回车符", en: "a carriage return alone")
    case .nulByte: Label(zh: "空字节", en: "a NUL byte")
    case .invalidUTF8(_, let resembles):
      resembles == .gb18030
        ? Label(zh: "不是 UTF-8，像是 GB18030；请另存为 UTF-8", en: "not UTF-8; it looks like GB18030, save the file as UTF-8")
        : Label(zh: "不是 UTF-8", en: "not UTF-8")
    }
  }
}
