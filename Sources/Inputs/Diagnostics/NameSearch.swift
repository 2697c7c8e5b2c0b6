import Domain
import Foundation

/// Finds names by what people call them: by their paths, and by the words of their labels in both languages.
public struct NameSearch: Sendable {
  /// A name with what it is called.
  public struct Entry: Equatable, Sendable {
    public let name: String
    public let label: Label

    public init(_ name: String, _ label: Label) {
      self.name = name
      self.label = label
    }
  }

  let entries: [Entry]
  /// The words of each entry, lower case.
  private let words: [[String]]

  public init(_ entries: [Entry]) {
    self.entries = entries
    words = entries.map { NameSearch.words(of: "\($0.name) \($0.label.en) \($0.label.zh)") }
  }

  /// The entry whose whole name a text is; else those that begin so; else those in whose path or labels every word of it
  /// stands; else those that have the parts of its Chinese words, as 护理型 and 床位 are of 护理型床位; else those of whose
  /// label it is short, as 低保 is of 最低生活保障. All of them for no text.
  public func found(by text: String) -> [Entry] {
    if let exact = entries.first(where: { $0.name == text }) { return [exact] }
    let beginning = entries.filter { $0.name.hasPrefix(text) }
    guard beginning.isEmpty else { return beginning }
    let wanted = NameSearch.words(of: text)
    guard !wanted.isEmpty else { return [] }
    let holding = entries.indices.filter { place in wanted.allSatisfy { NameSearch.stands($0, among: words[place]) } }
    guard holding.isEmpty else { return holding.map { entries[$0] } }
    let parted = entries.indices.filter { place in
      wanted.allSatisfy {
        NameSearch.stands($0, among: words[place]) || NameSearch.standsParted($0, among: words[place])
      }
    }
    guard parted.isEmpty else { return parted.map { entries[$0] } }
    return entries.indices.filter { place in
      wanted.allSatisfy { word in
        NameSearch.stands(word, among: words[place]) || words[place].contains { NameSearch.isShort(word, for: $0) }
      }
    }.map { entries[$0] }
  }

  /// Those that have most words in common with a text that names none, rare words counting most; at most some, and none
  /// where less than half of the text is known.
  public func akin(to text: String, atMost count: Int = NameSearch.offered) -> [Entry] {
    let wanted = NameSearch.words(of: text).flatMap(NameSearch.pieces).uniqued()
    let places = wanted.map { word in
      Set(entries.indices.filter { place in words[place].contains { NameSearch.isLike(word, $0) } })
    }
    // A word of every name says nothing; one of no name speaks against all.
    let weights = places.map { log((Double(entries.count) + 1) / (Double($0.count) + 0.5)) }
    let all = weights.reduce(0, +)
    guard all > 0 else { return [] }
    var scored: [(place: Int, score: Double)] = []
    for place in entries.indices {
      let score = zip(places, weights).reduce(0) { $0 + ($1.0.contains(place) ? $1.1 : 0) } / all
      if score >= NameSearch.leastInCommon { scored.append((place, score)) }
    }
    let best = scored.sorted { ($1.score, $0.place) < ($0.score, $1.place) }
    return best.prefix(count).map { entries[$0.place] }
  }

  /// How many names a message offers.
  public static let offered = 3
  /// The part of a text's words, by weight, that a name must have to be offered for it.
  private static let leastInCommon = 0.5
}

extension NameSearch {
  /// Runs of letters and digits, lower case; Chinese stands unparted.
  private static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private static func isLatin(_ word: String) -> Bool { word.utf8.count == word.count }

  /// Whether a word begins one of some words, or stands inside one that is Chinese; the s of a plural does not count.
  private static func stands(_ word: String, among words: [String]) -> Bool {
    guard isLatin(word) else { return words.contains { $0.contains(word) } }
    let stem = word.count > 3 && word.hasSuffix("s") ? String(word.dropLast()) : word
    return words.contains { $0.hasPrefix(stem) }
  }

  /// Whether the two parts of a Chinese word, of two signs or more each, stand inside some words.
  private static func standsParted(_ word: String, among words: [String]) -> Bool {
    guard !isLatin(word), word.count >= 4 else { return false }
    return (2...word.count - 2).contains { length in
      stands(String(word.prefix(length)), among: words) && stands(String(word.dropFirst(length)), among: words)
    }
  }

  /// Whether a Chinese word is made of some signs of another, in their order and from one place of it.
  private static func isShort(_ word: String, for other: String) -> Bool {
    guard !isLatin(word), word.count > 1 else { return false }
    let signs = Array(other)
    let reach = 3 * word.count  // 低保 takes two of six
    return signs.indices.contains { start in
      var rest = Substring(word)
      for sign in signs[start...].prefix(reach) where sign == rest.first { rest = rest.dropFirst() }
      return rest.isEmpty
    }
  }

  /// What is looked for of a word: itself, or of Chinese every two signs together.
  private static func pieces(of word: String) -> [String] {
    guard !isLatin(word), word.count > 2 else { return [word] }
    let signs = Array(word)
    return zip(signs, signs.dropFirst()).map { String([$0, $1]) }
  }

  /// Whether two words are one in another form: convert, conversion; or two Chinese signs stand in a text.
  private static func isLike(_ word: String, _ other: String) -> Bool {
    guard isLatin(word) else { return other.contains(word) }
    let shared = zip(word, other).prefix { $0 == $1 }.count
    let shorter = min(word.count, other.count)
    return shared == shorter && shorter >= min(word.count, 3) || shared >= 4 && 4 * shared >= 3 * shorter
      || shorter >= 4 && abs(word.count - other.count) <= 1 && editDistance(Array(word), Array(other)) <= 1
  }
}
