import Foundation

/// What the changelog says by release, and of the headline figures in each.
struct Changelog {
  struct Release {
    let name: String
    let text: String
  }

  /// The newest first.
  let releases: [Release]

  init() throws {
    let text = try String(contentsOf: Program.root.appendingPathComponent("CHANGELOG.md"), encoding: .utf8)
    releases = text.components(separatedBy: "\n## ").dropFirst().map { section in
      Release(name: String(section.prefix { !$0.isWhitespace }), text: section)
    }
  }

  /// Whether the last figure of a cell, in whatever unit, has the digits of a value.
  static func states(_ cell: String, _ value: Double) -> Bool {
    let figure = cell.components(separatedBy: "→").last ?? cell
    let digits = figure.filter { "0123456789".contains($0) }.drop { $0 == "0" }
    guard !digits.isEmpty else { return false }
    let rounded = String(format: "%.\(digits.count - 1)e", value).prefix { $0 != "e" }.filter { $0 != "." }
    return rounded == digits
  }
}

extension Changelog.Release {
  /// The table at its start: cells by the heading of their column, for each indicator that a row names in code.
  var headlines: [String: [String: String]] {
    let rows = text.split(separator: "\n").drop { !$0.hasPrefix("|") }.prefix { $0.hasPrefix("|") }
      .map { $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } }
    guard let heading = rows.first else { return [:] }
    var found: [String: [String: String]] = [:]
    for row in rows.dropFirst(2) {
      let name = row[0].split(separator: "`").dropFirst().first.map(String.init)
      if let name { found[name] = Dictionary(zip(heading, row)) { first, _ in first } }
    }
    return found
  }
}
