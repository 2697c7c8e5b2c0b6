import CSV
import Domain

/// A CSV table of a dataset, read column by column with the place of every fault.
struct TableReader {
  let file: String
  /// What was read.
  let source: InputFile
  private let document: CSVDocument
  private(set) var diagnostics: [Diagnostic]
  /// What a run can do with but a check of the package reports.
  private(set) var remarks: [Diagnostic] = []
  private var unknownCodes = Set<String>()
  private var firstRows: [String: Int] = [:]
  private var disagreeing = Set<String>()

  /// Reads a table; `columns` must all be there.
  init(path file: String, columns: [String]) throws(InputError) {
    try self.init(bytes: try bytes(ofFile: file, limit: Limits.tableBytes), of: file, columns: columns)
  }

  /// Reads a table from its bytes.
  init(bytes: [UInt8], of file: String, columns: [String]) throws(InputError) {
    self.file = file
    source = InputFile(path: file, bytes: bytes)
    let (document, faults) = CSVReader.read(bytes)
    if !columns.allSatisfy(document.header.contains), let kind = FileKind(head: bytes, columns: columns) {
      throw InputError(at: Passage(Position(file: file, line: 1, column: 1)), .anotherKind(kind))
    }
    self.document = document
    diagnostics = faults.prefix(TableReader.mostFaults).map {
      Diagnostic(at: Passage(Position(file: file, line: $0.line, column: $0.column)), .csv(detail: $0.kind.label))
    }
    let isEmpty = faults.contains { $0.kind == .missingHeader }
    let header = Passage(Position(file: file, line: 1, column: 1))
    for column in columns where !isEmpty && document.columnIndex(named: column) == nil {
      let near = nearestName(to: column, in: document.header)
      diagnostics.append(Diagnostic(at: header, .missingColumn(name: column, nearest: near)))
    }
    // A row that cannot be read leaves the others readable; a header does not.
    guard faults.allSatisfy({ !$0.kind.isOfHeader }), columns.allSatisfy(has) else { throw InputError(diagnostics) }
  }

  /// After this many faults of form, the rest of a file says nothing new.
  private static let mostFaults = 20

  var rows: Range<Int> { 0..<document.rowCount }

  /// Names of the columns.
  var header: [String] { document.header }

  /// A name of the header, quotation marks left aside.
  func passage(header index: Int) -> Passage {
    let column = header[..<index].reduce(1) { $0 + $1.unicodeScalars.count + 1 }
    return Passage(Position(file: file, line: 1, column: column), found: header[index])
  }

  /// Reports columns that nobody reads, in a table without a description of its own.
  mutating func refuseColumns(otherThan known: [String]) {
    for (index, name) in header.enumerated() where !known.contains(name) {
      let problem = Problem.unknownName(
        kind: Label(zh: "列", en: "column"), name: quoted(name), nearest: nearestName(to: name, in: known))
      diagnostics.append(Diagnostic(at: passage(header: index), problem))
    }
  }

  func has(_ column: String) -> Bool { document.columnIndex(named: column) != nil }

  /// A field's text, empty where the table has no such column.
  func text(_ row: Int, _ column: String) -> String {
    document.columnIndex(named: column).map { document.field(row: row, column: $0) } ?? ""
  }

  mutating func report(_ problem: Problem, row: Int, _ column: String) {
    guard diagnostics.count <= Limits.problems else { return }
    let isTooMany = diagnostics.count == Limits.problems
    diagnostics.append(diagnostic(isTooMany ? .tooManyProblems(limit: Limits.problems) : problem, row: row, column))
  }

  /// Reports a problem at a field read before.
  mutating func report(_ problem: Problem, at passage: Passage) { diagnostics.append(Diagnostic(at: passage, problem)) }

  /// Reports a problem where there is one.
  mutating func refuse(_ problem: Problem?, row: Int, _ column: String) {
    if let problem { report(problem, row: row, column) }
  }

  /// Notes what only a check of the package reports.
  mutating func remark(_ problem: Problem?, row: Int, _ column: String) {
    guard let problem else { return }
    remarks.append(diagnostic(problem, row: row, column))
  }

  /// Notes which of some columns are empty in a row.
  mutating func remarkEmpty(_ row: Int, _ columns: String...) {
    for column in columns where text(row, column).isEmpty { remark(.emptyField(column: column), row: row, column) }
  }

  /// Notes a field that differs from the first row with the same key, once a key.
  mutating func remarkDisagreement(_ row: Int, of column: String, under key: String) {
    let name = text(row, key)
    let found = text(row, column)
    guard !name.isEmpty else { return }
    let first = firstRows["\(key)/\(column)/\(name)"] ?? row
    firstRows["\(key)/\(column)/\(name)"] = first
    let expected = text(first, column)
    guard found != expected, disagreeing.insert("\(key)/\(column)/\(name)").inserted else { return }
    remark(
      .disagrees(text: found, expected: expected, key: name, firstLine: document.line(row: first)), row: row, column)
  }

  func diagnostic(_ problem: Problem, row: Int, _ column: String) -> Diagnostic {
    Diagnostic(at: passage(row: row, column), problem)
  }

  /// The line on which a row begins.
  func line(_ row: Int) -> Int { document.line(row: row) }

  /// A field of the table.
  func passage(row: Int, _ column: String) -> Passage {
    let index = document.columnIndex(named: column) ?? 0
    let (line, place) = (document.line(row: row, column: index), document.column(row: row, column: index))
    return Passage(Position(file: file, line: line, column: place), found: quoted(text(row, column)))
  }

  /// Reports rows that are missing from the table as a whole, at its header.
  mutating func reportMissing(_ detail: String) {
    diagnostics.append(Diagnostic(at: Passage(Position(file: file, line: 1, column: 1)), .missingRows(detail: detail)))
  }

  /// Reports what is wrong with the table as a whole.
  mutating func reportFile(_ problem: Problem) { diagnostics.append(Diagnostic(ofFile: file, problem)) }

  /// Notes what only a check reports of the table as a whole.
  mutating func remarkFile(_ problem: Problem) { remarks.append(Diagnostic(ofFile: file, problem)) }

  mutating func number(_ row: Int, _ column: String) -> Double? {
    guard !text(row, column).isEmpty else {
      report(.emptyField(column: column), row: row, column)
      return nil
    }
    guard let index = document.columnIndex(named: column), let value = document.double(row: row, column: index) else {
      report(.notAPlainNumber(text: quoted(text(row, column))), row: row, column)
      return nil
    }
    return value
  }

  /// The number that stands in a field, if it is one.
  func plainNumber(_ row: Int, _ column: String) -> Double? {
    document.columnIndex(named: column).flatMap { document.double(row: row, column: $0) }
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
    guard let index = document.columnIndex(named: column), let value = wholeNumber(row, index) else {
      report(.notAPlainNumber(text: quoted(text(row, column))), row: row, column)
      return nil
    }
    guard range.contains(value) else {
      report(.outOfRange(text: "\(value)", low: "\(range.lowerBound)", high: "\(range.upperBound)"), row: row, column)
      return nil
    }
    return value
  }

  /// A whole number, which a program for tables may have written as 5.0.
  private func wholeNumber(_ row: Int, _ column: Int) -> Int? {
    if let value = document.integer(row: row, column: column) { return value }
    let text = document.field(row: row, column: column)
    guard text.contains("."), text.allSatisfy({ $0.isNumber || $0 == "." || $0 == "-" }),
      let value = document.double(row: row, column: column), value == value.rounded()
    else { return nil }
    return Int(exactly: value)
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

  /// Index of the area whose code stands in the row; a code nobody knows is reported once.
  mutating func area(_ row: Int, of areas: Areas) -> Int? {
    index(row, "district_code", among: areas.all, of: areas)
  }

  /// Index of the district whose code stands in a column.
  mutating func district(_ row: Int, _ column: String, of areas: Areas) -> Int? {
    index(row, column, among: areas.districts, of: areas)
  }

  /// Whether rows named areas that nobody knows, which may be those missed elsewhere.
  var namesUnknownAreas: Bool { !unknownCodes.isEmpty }

  private mutating func index(_ row: Int, _ column: String, among known: [Area], of areas: Areas) -> Int? {
    let code = text(row, column)
    if let index = known.firstIndex(where: { $0.code == code }) { return index }
    guard unknownCodes.insert(code).inserted else { return nil }
    // A column of codes: a name in it is not what is meant, but tells which code is.
    let named = areas.all.first { $0.isNamed(code) || lookOf($0.code) == lookOf(code) }
    report(
      named.map { .unknownDistrict(name: quoted(code), nearest: $0.code) } ?? .noDistrict(code, in: areas), row: row,
      column)
    return nil
  }
}
