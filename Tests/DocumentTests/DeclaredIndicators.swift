import Foundation

/// Indicators that the sources declare, each by its constant or property, and where lists name them.
struct DeclaredIndicators {
  struct Declaration {
    let file: String
    let name: String
  }

  let all: [Declaration]
  private let code: [String]

  /// - Parameter sources: text by file.
  init(_ sources: [(file: String, text: String)]) throws {
    code = sources.map { source in
      source.text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { line in line.range(of: "//").map { String(line.prefix(upTo: $0.lowerBound)) } ?? String(line) }
        .joined(separator: "\n")
    }
    let makers = try code.flatMap { try Self.matches("func (\\w+)\\([^{}]*?\\)\\s*-> Indicator \\{", in: $0) }
    let calls = Set(makers + ["Indicator"]).sorted().joined(separator: "|")
    let constant = "static let (\\w+)(?:: Indicator)? =\\s*(?:(?!Formula\\.)\\w+\\.)?(?:\(calls))\\("
    var found: [Declaration] = []
    for (source, code) in zip(sources, code) {
      let names =
        try Self.matches(constant, in: code) + Self.matches("var (\\w+): Indicator \\{", in: code)
      found += names.map { Declaration(file: source.file, name: $0) }
    }
    all = found
  }

  /// Whether a list, or an argument that becomes part of one, names it; formulas do not count.
  func isListed(_ name: String) throws -> Bool {
    let item =
      "(?:[\\[,]|\\b(?:recipients|payment|built|demand):)\\s*(?:[\\w$]+\\.)*\(name)\\s*[,\\])]|map\\(\\\\\\.\(name)\\)"
    return try code.contains { try !Self.matches("(\(item))", in: $0).isEmpty }
  }

  private static func matches(_ pattern: String, in text: String) throws -> [String] {
    let expression = try NSRegularExpression(pattern: pattern)
    return expression.matches(in: text, range: NSRange(text.startIndex..., in: text)).compactMap {
      Range($0.range(at: 1), in: text).map { String(text[$0]) }
    }
  }
}
