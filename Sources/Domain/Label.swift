/// The languages of reports and messages.
public enum Language: String, CaseIterable, Sendable {
  case zh, en

  /// The text in this language of the two.
  public func say(_ zh: String, _ en: String) -> String { self == .zh ? zh : en }
}

/// A name in both languages.
public struct Label: Hashable, Sendable {
  public let zh: String
  public let en: String

  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// Nothing to say.
  public static let empty = Label(zh: "", en: "")

  public func callAsFunction(_ language: Language) -> String { language.say(zh, en) }
}
