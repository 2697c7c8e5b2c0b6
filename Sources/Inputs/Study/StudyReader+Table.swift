import Domain
import Formulas
import Studies

/// Points given one by one: a column an address, a row a point, an empty field where a parameter stays as it is.
extension StudyReader {
  /// - Parameter value: a file, as seen from where the study lies, or `-` for standard input.
  mutating func table(_ value: YAMLValue) -> (axes: [Axis], design: StudyDesign)? {
    guard let name = reader.text(value) else { return nil }
    do throws(InputError) {
      let (path, bytes) = try content(name, value)
      let table = try TableReader(bytes: bytes, of: path, columns: [])
      tables.append(table.source)
      return points(table, String(decoding: bytes, as: UTF8.self))
    } catch {
      otherDiagnostics += error.diagnostics
      return nil
    }
  }

  private func content(_ name: String, _ value: YAMLValue) throws(InputError) -> (path: String, bytes: [UInt8]) {
    guard name != "-" else {
      guard let standardInput else { throw InputError(at: file.document.passage(of: value), .standardInputUnread) }
      return ("-", standardInput())
    }
    let path = resolve(name, beside: file.path)
    do {
      return (path, try bytes(ofFile: path, limit: Limits.tableBytes))
    } catch {
      // A table that is not there is a mistake of the file that names it.
      guard error.diagnostics.first?.problem == .fileNotFound else { throw error }
      throw InputError(at: file.document.passage(of: value), .fileNotFound)
    }
  }

  private mutating func points(_ table: TableReader, _ text: String) -> (axes: [Axis], design: StudyDesign)? {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let document = YAMLDocument(lines: lines, of: table.file)
    var reader = ValueReader(document)
    var changes = OverrideReader(
      document, model: city.model, labels: city.allValues.mapValues(\.label), areas: city.areas,
      baseYear: city.baseYear)
    var numbers = table.rows.map { _ in [Double]() }
    var axes: [Axis] = []
    var seen = Addresses()
    for (column, header) in table.header.enumerated() {
      let place = table.passage(header: column).position
      let key = YAMLValue(content: .scalar(header), line: place.line, column: place.column)
      let address = Address(key, in: document)
      guard let parameter = changes.parameter(address.path) else { continue }
      if let first = seen.first(address.place(in: city.areas), path: parameter.path, line: key.line) {
        reader.report(.duplicateKey(name: header, firstLine: first), at: key)
        continue
      }
      var template: Override?
      for row in table.rows {
        let cell = table.passage(row: row, header).position
        let text = table.text(row, header)
        guard !text.isEmpty else {
          numbers[row].append(.nan)
          continue
        }
        let value = YAMLValue(content: .scalar(text), line: cell.line, column: cell.column)
        let before = changes.overrides.count
        changes.read(address.change(to: value), parameter, district: nil, at: key)
        if changes.overrides.count > before { template = changes.overrides.last }
        numbers[row].append(template?.number ?? .nan)
      }
      guard let template else { continue }
      let part = AxisPart(address.written, .change(template, .levels([template.number])))
      axes.append(Axis(address.written, [part]))
    }
    if table.rows.isEmpty, table.diagnostics.isEmpty {
      otherDiagnostics.append(Diagnostic(ofFile: table.file, .emptyTable))
    }
    if table.rows.count > Limits.points {
      let problem = Problem.tooMany(what: Label(zh: "点", en: "points"), limit: Limits.points)
      otherDiagnostics.append(Diagnostic(ofFile: table.file, problem))
    }
    otherDiagnostics += table.diagnostics + reader.diagnostics + changes.diagnostics
    // A column of empty fields changes nothing.
    guard otherDiagnostics.isEmpty else { return nil }
    let kept = numbers[0].indices.filter { column in numbers.contains { !$0[column].isNaN } }
    return (axes, .table(numbers.map { row in kept.map { row[$0] } }))
  }
}
