import Domain
import Formulas

extension NameSearch {
  /// What may have been meant by a text that is nobody's name.
  enum Meaning: Equatable, Sendable {
    /// One name, misspelt or cut short.
    case slip(Entry)
    /// Names that go by the words of the text, or by most of them.
    case words([Entry])
    case nothing
  }

  func meaning(of text: String) -> Meaning {
    let names = entries.map(\.name)
    if let name = nearestName(to: text, in: names) ?? onlyName(beginning: text, in: names),
      let entry = entries.first(where: { $0.name == name })
    {
      return .slip(entry)
    }
    // Of those that have all words, the one that has few others is meant most likely.
    let found = found(by: text).enumerated().sorted {
      ($0.element.label.zh.count, $0.offset) < ($1.element.label.zh.count, $1.offset)
    }.map(\.element)
    let alike = found.isEmpty ? akin(to: text) : found
    return alike.isEmpty ? .nothing : .words(alike)
  }
}

extension [NameSearch.Entry] {
  /// The first of some names with what they are called, to stand behind the words that another is unknown.
  var offer: Label {
    let first = prefix(NameSearch.offered)
    let rest = count - first.count
    let zh = first.map { "\($0.name)（\($0.label.zh)）" }.joined(separator: "、")
    let en = first.map { "\($0.name) (\($0.label.en))" }.joined(separator: ", ")
    return Label(
      zh: "；用词相同或相近的有：\(zh)\(rest > 0 ? " 等 \(count) 个" : "")",
      en: "; these go by such words: \(en)\(rest > 0 ? " and \(rest) more" : "")")
  }
}

extension NameSearch {
  /// Among indicators, by name and label.
  public init(_ indicators: [Indicator]) { self.init(indicators.map { Entry($0.name, $0.label) }) }
}

extension Problem {
  /// What is wrong with a name that no indicator has, with what may have been meant.
  public static func noIndicator(_ name: String, among indicators: [Indicator]) -> Problem {
    .unknown(name, kind: Label(zh: "指标", en: "indicator"), in: NameSearch(indicators))
  }

  /// What is wrong with a name that none of those searched has.
  public static func unknown(_ name: String, kind: Label, in search: NameSearch) -> Problem {
    switch search.meaning(of: name) {
    case .slip(let entry): .unknownName(kind: kind, name: name, nearest: entry.name)
    case .words(let akin): .unknownName(kind: kind, name: name, nearest: nil, akin: akin)
    case .nothing: .unknownName(kind: kind, name: name, nearest: nil)
    }
  }
}
