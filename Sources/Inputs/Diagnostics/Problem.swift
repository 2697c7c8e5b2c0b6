import Domain

/// What can be wrong with an input: its facts in words of both languages, and how a user mends it.
///
/// A problem is one function of its facts, in the file of its topic; `docs/errors.md` is made of an example of each.
public struct Problem: Equatable, Sendable {
  /// The name under which `docs/errors.md` describes the problem; it stays as it is when the words change.
  public let id: String
  /// The sentence a user reads.
  public let words: Label
  /// What to do about it, whatever the facts.
  public let mend: Label
  /// The name that the message offers for the one found, nil when it offers none.
  public let suggestion: String?
  /// Whether it only may be a mistake: what was read is used all the same.
  public private(set) var isWarning = false

  /// - Parameter near: the name nearest to the one found, which is offered behind the words.
  init(_ id: String, zh: String, en: String, near: String? = nil, mend: Label) {
    self.id = id
    words = Label(
      zh: zh + (near.map { "；最接近的是 ‘\($0)’" } ?? ""), en: en + (near.map { "; did you mean '\($0)'?" } ?? ""))
    self.mend = mend
    suggestion = near
  }

  init(_ id: String, words: Label, suggestion: String? = nil, mend: Label) {
    self.id = id
    self.words = words
    self.mend = mend
    self.suggestion = suggestion
  }

  /// The same, said without refusing anything.
  var asWarning: Problem {
    var copy = self
    copy.isWarning = true
    return copy
  }

  public func message(_ language: Language) -> String { words(language) }
}

extension [String] {
  /// Names one after another, as each language parts them.
  var listed: Label { Label(zh: joined(separator: "、"), en: joined(separator: ", ")) }
}

extension Double {
  /// A sum of shares without the rounding error of adding.
  var summed: Double { (self * 1e9).rounded() / 1e9 }

  /// Whole numbers without a point.
  public var plain: String { self == rounded() && abs(self) < 1e15 ? "\(Int(self))" : "\(self)" }
}
