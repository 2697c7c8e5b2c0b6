import Domain
import Formulas
import Foundation

/// One scenario file as written, before its changes are understood.
struct ScenarioFile {
  let path: String
  /// What was read, nil where the text was given.
  let source: InputFile?
  let document: YAMLDocument
  private let pairs: [(key: YAMLValue, value: YAMLValue)]
  /// Keys that mean nothing.
  let diagnostics: [Diagnostic]

  static let keys = ["name", "title", "extends", "dataset", "horizon", "members", "known_until", "set"]

  init(path: String) throws(InputError) {
    let bytes = try bytes(ofFile: path, limit: Limits.textBytes)
    try self.init(
      path: path, text: try text(of: bytes, inFile: path), source: InputFile(path: path, bytes: bytes))
  }

  init(path: String, text: String, source: InputFile? = nil) throws(InputError) {
    self.path = path
    self.source = source
    document = try YAMLDocument(file: path, text: text)
    var reader = ValueReader(document)
    pairs = document.root.flatMap { reader.pairs($0) } ?? []
    // What is no scenario at all lacks everything; once is enough.
    guard reader.diagnostics.isEmpty else { throw InputError(reader.diagnostics) }
    reader.checkKeys(pairs, allowed: ScenarioFile.keys)
    diagnostics = reader.diagnostics
  }

  /// The files that a specification names itself.
  static func parts(of specification: String) -> [String] { specification.split(separator: "+").map(String.init) }

  /// The same for every way to write a path.
  static func place(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }

  var place: String { ScenarioFile.place(path) }

  /// The file's name without its ending.
  var stem: String { fileStem(path) }

  func value(of key: String) -> YAMLValue? { pairs.value(of: key) }

  /// The files a specification names, each once, the lowest layer first.
  ///
  /// `a.yaml+b.yaml` puts b over a; a file lies over the one it extends.
  ///
  /// - Parameter shipped: where a file is looked for that is not where its name says.
  static func layers(_ specification: String, _ shipped: ShippedFiles = .none) throws(InputError) -> [ScenarioFile] {
    var layers: [ScenarioFile] = []
    let paths = parts(of: specification)
    guard !paths.isEmpty else { throw InputError(ofFile: "'\(specification)'", .fileNotFound) }
    for path in paths {
      for file in try chain(shipped.path(path, .scenario), shipped)
      where !layers.contains(where: { $0.place == file.place }) { layers.append(file) }
    }
    return layers
  }

  private static func chain(_ path: String, _ shipped: ShippedFiles) throws(InputError) -> [ScenarioFile] {
    var files = [try ScenarioFile(path: path)]
    while let base = files[0].value(of: "extends") {
      let file = files[0]
      guard let name = base.text, !name.isEmpty else {
        throw InputError(at: file.document.passage(of: base), .expected(.text, found: base.summary))
      }
      let next = shipped.path(name, .scenario, beside: file.path)
      guard !files.contains(where: { $0.place == ScenarioFile.place(next) }) else {
        let way = files.reversed().map(\.path) + [next]
        throw InputError(at: file.document.passage(of: base), .extendsCycle(files: way))
      }
      guard files.count < Limits.layers else {
        throw InputError(at: file.document.passage(of: base), .extendsTooDeep(limit: Limits.layers))
      }
      do {
        files.insert(try ScenarioFile(path: next), at: 0)
      } catch {
        // A base that is not there is a mistake of the file that names it.
        guard error.diagnostics.first?.problem == .fileNotFound else { throw error }
        throw InputError(at: file.document.passage(of: base), .fileNotFound)
      }
    }
    return files
  }
}
