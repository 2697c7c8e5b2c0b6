import Domain
import Foundation

/// A study file as written, before what it says is understood.
struct StudyFile {
  let path: String
  let source: InputFile
  let document: YAMLDocument
  private let root: YAMLValue
  private let pairs: [(key: YAMLValue, value: YAMLValue)]
  private(set) var diagnostics: [Diagnostic]

  static let keys = ["name", "title", "scenario", "vary", "worlds", "outcomes", "design"]

  init(path: String) throws(InputError) {
    self.path = path
    let bytes = try bytes(ofFile: path, limit: Limits.textBytes)
    source = InputFile(path: path, bytes: bytes)
    document = try YAMLDocument(file: path, text: try text(of: bytes, inFile: path))
    guard let root = document.root else { throw InputError(ofFile: path, .missingKey(name: "scenario")) }
    self.root = root
    var reader = ValueReader(document)
    pairs = reader.pairs(root) ?? []
    guard reader.diagnostics.isEmpty else { throw InputError(reader.diagnostics) }
    reader.checkKeys(pairs, allowed: StudyFile.keys)
    for key in ["scenario", "outcomes"] where pairs.value(of: key) == nil {
      reader.report(.missingKey(name: key), at: root)
    }
    diagnostics = reader.diagnostics
  }

  func value(of key: String) -> YAMLValue? { pairs.value(of: key) }

  func key(_ name: String) -> YAMLValue { pairs.first { $0.key.text == name }?.key ?? root }

  /// The scenario files, seen from where the study lies.
  ///
  /// - Throws: ``InputError`` where one is not there, at the place that names it.
  ///
  /// - Parameter shipped: where a file is looked for that is not where its name says.
  func specification(_ shipped: ShippedFiles) throws(InputError) -> String {
    guard let value = value(of: "scenario") else { throw InputError(diagnostics) }
    guard let text = value.text, !text.isEmpty else {
      let wrong = document.diagnostic(.expected(.text, found: value.summary), at: value)
      throw InputError(diagnostics + [wrong])
    }
    let files = ScenarioFile.parts(of: text).map { shipped.path($0, .scenario, beside: path) }
    guard files.allSatisfy({ FileManager.default.fileExists(atPath: $0) }) else {
      throw InputError(diagnostics + [document.diagnostic(.fileNotFound, at: value)])
    }
    return files.joined(separator: "+")
  }

  /// The file's name without its ending.
  var stem: String { fileStem(path) }
}

/// Whether a file is a study, and not a scenario, by what it asks for.
public func isStudy(path: String) -> Bool {
  guard let text = try? text(ofFile: path), let document = try? YAMLDocument(file: path, text: text) else {
    return false
  }
  return document.root?.pairs?.value(of: "outcomes") != nil
}
