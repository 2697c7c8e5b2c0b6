/// The languages of reports and messages.
public enum Language: String, CaseIterable, Sendable {
  case zh, en
}

/// A name in both languages.
public struct Label: Hashable, Sendable {
  public let zh: String
  public let en: String

  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  public func callAsFunction(_ language: Language) -> String { language == .zh ? zh : en }
}
