import CSV
import Domain
import Foundation

/// What `datapackage.json` says of the tables of a package, held against the tables that are there.
struct PackageDescription {
  private let directory: String
  private(set) var problems: [Diagnostic] = []

  /// - Parameter isWhole: whether the package must describe its tables at all.
  init(directory: String, isWhole: Bool) {
    self.directory = directory
    // What cannot be read has been reported by whoever needs it.
    let path = "\(directory)/\(DatasetReader.package)"
    guard let text = try? text(ofFile: path), let document = try? YAMLDocument(file: path, text: text),
      let pairs = document.root?.pairs
    else { return }
    checkForm(text, path)
    if isWhole {
      checkFolder("parameters", knowing: DatasetReader.parameterFiles) { _ in
        .fileNotRead(known: DatasetReader.parameterFiles)
      }
    }
    guard let resources = pairs.value(of: "resources") else {
      if isWhole { problems.append(Diagnostic(ofFile: path, .missingKey(name: "resources"))) }
      return
    }
    var reader = ValueReader(document)
    guard let items = resources.items else {
      problems.append(document.diagnostic(.expected(.list, found: resources.summary), at: resources))
      return
    }
    var listed: [String] = []
    for item in items {
      guard let resource = reader.pairs(item) else { continue }
      guard let place = resource.value(of: "path"), let file = reader.text(place) else {
        if resource.value(of: "path") == nil { reader.report(.missingKey(name: "path"), at: item) }
        continue
      }
      listed.append(file)
      guard FileManager.default.fileExists(atPath: "\(directory)/\(file)") else {
        reader.report(.fileNotFound, at: place)
        continue
      }
      // Parameter files have no columns.
      guard file.hasSuffix(".csv") else { continue }
      guard let fields = resource.value(of: "schema")?.pairs?.value(of: "fields")?.items else {
        reader.report(.missingKey(name: "schema"), at: place)
        continue
      }
      check(file, fields, &reader)
    }
    problems += reader.diagnostics
    checkFolder("tables", knowing: listed) { .tableNotListed(table: $0) }
  }

  /// Our reader takes more than JSON; other programs that read packages do not.
  private mutating func checkForm(_ text: String, _ path: String) {
    if let comma = trailingComma(in: text) {
      let place = Position(file: path, line: comma.line, column: comma.column)
      problems.append(Diagnostic(at: Passage(place, found: ","), .notJSON))
      return
    }
    do {
      _ = try JSONSerialization.jsonObject(with: Data(text.utf8))
    } catch {
      // "Invalid value around character 8."
      let said = "\((error as NSError).userInfo[NSDebugDescriptionErrorKey] ?? "")"
      let before = said.split { !$0.isNumber }.last.flatMap { Int($0) }.map { text.utf8.prefix($0) }
      let lines = before?.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) ?? []
      let column = lines.last.map { String(decoding: $0, as: UTF8.self).unicodeScalars.count + 1 }
      let place = Position(file: path, line: lines.count, column: column ?? 0)
      problems.append(Diagnostic(at: Passage(place), .notJSON))
    }
  }

  /// Reports the files of a folder that nobody knows.
  private mutating func checkFolder(_ folder: String, knowing known: [String], _ problem: (String) -> Problem) {
    for name in names(inFolder: "\(directory)/\(folder)") where !known.contains("\(folder)/\(name)") {
      let file = "\(folder)/\(name)"
      problems.append(Diagnostic(ofFile: "\(directory)/\(file)", problem(file)))
    }
  }

  /// Holds the columns of a table against its description, and its cells against their constraints.
  private mutating func check(_ file: String, _ fields: [YAMLValue], _ reader: inout ValueReader) {
    let shown = "\(directory)/\(file)"
    guard var table = try? TableReader(path: shown, columns: []) else { return }
    let described = fields.compactMap { $0.pairs?.value(of: "name")?.text }
    for (index, column) in table.header.enumerated() where !described.contains(column) {
      let near = nearestName(to: column, in: described)
      problems.append(Diagnostic(at: table.passage(header: index), .columnNotDescribed(name: column, nearest: near)))
    }
    for field in fields {
      guard let constraint = ColumnConstraint(field) else {
        reader.report(.missingKey(name: "name"), at: field)
        continue
      }
      guard table.has(constraint.column) else {
        let near = nearestName(to: constraint.column, in: table.header)
        // A misspelt column has been reported where it stands.
        if let near, !described.contains(near) { continue }
        reader.report(
          .missingColumn(name: constraint.column, nearest: near), at: field.pairs?.value(of: "name") ?? field)
        continue
      }
      constraint.check(&table)
    }
    problems += table.remarks
  }
}

/// The first comma of a JSON text that nothing follows, which Foundation lets pass.
private func trailingComma(in text: String) -> (line: Int, column: Int)? {
  var isInString = false
  var isEscaped = false
  var comma: (line: Int, column: Int)?
  for (line, content) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
    for (column, letter) in content.unicodeScalars.enumerated() {
      if isInString {
        if letter == "\"", !isEscaped { isInString = false }
        isEscaped = letter == "\\" && !isEscaped
        continue
      }
      switch letter {
      case " ", "\t": continue
      case ",": comma = (line + 1, column + 1)
      case "]", "}":
        if let comma { return comma }
      default:
        isInString = letter == "\""
        comma = nil
      }
    }
  }
  return nil
}
