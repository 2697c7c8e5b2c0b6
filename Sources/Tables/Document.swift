/// A report as data: what it is about, what to take away, and sections; it knows nothing of how these look.
public struct Document: Hashable, Sendable {
  /// The language's way with numbers of sections and colons.
  public enum Style: Hashable, Sendable {
    case chinese, english
  }

  public let style: Style
  public let title: String
  /// How it was made; may be empty.
  public let subtitle: String
  public let lead: Lead?
  public let sections: [Section]

  public init(style: Style, title: String, subtitle: String = "", lead: Lead? = nil, sections: [Section]) {
    self.style = style
    self.title = title
    self.subtitle = subtitle
    self.lead = lead
    self.sections = sections
  }
}

extension Document {
  /// What a reader should take away, before everything else.
  public struct Lead: Hashable, Sendable {
    public let title: String
    /// The answer in a sentence; may be empty.
    public let sentence: String
    public let points: [String]

    public init(title: String, sentence: String = "", points: [String]) {
      self.title = title
      self.sentence = sentence
      self.points = points
    }
  }

  /// A part of a report: tables and sentences under a heading.
  public struct Section: Hashable, Sendable {
    public enum Part: Hashable, Sendable {
      /// Sentences that stand for themselves, a paragraph each.
      case points([String])
      /// A table with its notes.
      case table(Table)
      /// Charts with the numbers of all of them, and the table's notes; where nothing can be drawn the table stands for
      /// them.
      case figures([Chart], Table)

      /// A chart with its numbers.
      public static func figure(_ chart: Chart, _ table: Table) -> Part { .figures([chart], table) }
    }

    /// Nil for parts that need none.
    public let title: String?
    public let isNumbered: Bool
    public let parts: [Part]

    /// A section that is counted among the others.
    public init(_ title: String, _ parts: [Part]) {
      self.init(title: title, isNumbered: true, parts)
    }

    /// A section beside the numbered ones.
    public init(unnumbered title: String?, _ parts: [Part]) {
      self.init(title: title, isNumbered: false, parts)
    }

    private init(title: String?, isNumbered: Bool, _ parts: [Part]) {
      self.title = title
      self.isNumbered = isNumbered
      // A part without content would leave a gap.
      self.parts = parts.filter { $0 != .points([]) }
    }
  }

  /// The headings of the sections, numbered; nil for those without.
  var headings: [String?] {
    var number = 0
    return sections.map { section in
      guard let title = section.title else { return nil }
      guard section.isNumbered else { return title }
      number += 1
      return style.heading(number, title)
    }
  }
}

extension Document.Style {
  /// A heading with its number: 一、人口 or 1. Population.
  func heading(_ number: Int, _ title: String) -> String {
    switch self {
    case .chinese: "\(chineseNumber(number))、\(title)"
    case .english: "\(number). \(title)"
    }
  }

  /// What stands between a word and what it announces.
  var colon: String {
    switch self {
    case .chinese: "："
    case .english: ": "
    }
  }
}

/// A number from 1 to 99 in Chinese: 十二.
private func chineseNumber(_ number: Int) -> String {
  precondition((1...99).contains(number), "a number of a section")
  let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
  let (tens, ones) = number.quotientAndRemainder(dividingBy: 10)
  switch tens {
  case 0: return digits[ones]
  case 1: return "十" + digits[ones]
  default: return digits[tens] + "十" + digits[ones]
  }
}
