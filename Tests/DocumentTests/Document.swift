import Foundation

/// A document of the repository.
struct Document {
  /// The root of the repository: three levels above this file.
  static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }

  /// Relative to the root.
  let path: String
  let text: String

  init(_ path: String) throws {
    self.path = path
    text = try String(contentsOfFile: "\(Document.root)/\(path)", encoding: .utf8)
  }

  /// What a person wrote: without samples of what the program prints.
  var prose: String {
    text.split(separator: "```", omittingEmptySubsequences: false).enumerated()
      .compactMap { $0.offset.isMultiple(of: 2) ? String($0.element) : nil }.joined(separator: "\n")
  }

  /// The documents that people read, but for the changelog, which tells of the past, and pages made by tests.
  static func all() throws -> [Document] {
    let pages = try FileManager.default.subpathsOfDirectory(atPath: "\(root)/docs").sorted()
      .filter { $0.hasSuffix(".md") && $0 != "errors.md" }
    let top = ["README.md", "README.zh-CN.md", "CONTRIBUTING.md", "SECURITY.md", "Benchmarks/README.md"]
    return try (top + pages.map { "docs/\($0)" }).map(Document.init)
  }
}
