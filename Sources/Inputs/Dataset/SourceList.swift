import Domain

/// The ids of a package's list of sources.
struct SourceList {
  /// Nil where a package has no list.
  private let known: Set<String>?

  static let file = "SOURCES.md"
  static let none = SourceList(text: nil)

  /// - Parameter text: a Markdown table whose first column holds the ids.
  init(text: String?) {
    known = text.map { text in
      Set(
        text.split(whereSeparator: \.isNewline).filter { $0.hasPrefix("|") }
          .compactMap { $0.split(separator: "|").first.map { $0.filter { !$0.isWhitespace && $0 != "`" } } })
    }
  }

  /// What is wrong with the source a value names, nil when nothing is.
  func problem(of source: String) -> Problem? {
    guard !source.isEmpty else { return .emptyField(column: "source") }
    guard let known, !known.contains(source) else { return nil }
    return .unknownName(
      kind: Label(zh: "来源", en: "source"), name: source, nearest: nearestName(to: source, in: known.sorted()))
  }
}
