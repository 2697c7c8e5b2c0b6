/// A cell of a sheet: what stands in it, and how it looks.
public struct SheetCell: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    /// Stays text whatever it begins with.
    case text(String)
    case number(Double)
    /// A formula without its equals sign, and what it comes to: programs that do not calculate show that.
    case formula(String, value: Double)
    /// A formula that comes to a text.
    case textFormula(String, value: String)
    /// Leads to the first cell of another sheet.
    case link(String, sheet: String)
    case blank
  }

  public let content: Content
  public let style: SheetStyle

  public init(_ content: Content, _ style: SheetStyle = .plain) {
    self.content = content
    self.style = style
  }

  public static func text(_ text: String, _ style: SheetStyle = .plain) -> SheetCell { SheetCell(.text(text), style) }

  /// A number; a blank where it is none.
  public static func number(_ number: Double?, _ style: SheetStyle) -> SheetCell {
    guard let number, number.isFinite else { return SheetCell(.blank, style) }
    return SheetCell(.number(number), style)
  }

  /// A formula; what has no value shows that it is not available.
  public static func formula(_ formula: String, value: Double, _ style: SheetStyle) -> SheetCell {
    value.isFinite
      ? SheetCell(.formula(formula, value: value), style) : SheetCell(.textFormula(formula, value: "#N/A"), style)
  }

  public static let blank = SheetCell(.blank)
}

/// How a cell looks, by what it is.
public struct SheetStyle: Hashable, Sendable {
  public enum Role: Hashable, Sendable {
    case plain
    /// The name of a form, in the middle over its columns.
    case title
    /// What a form is of, and in which unit.
    case caption
    /// The unit of a form, at its right.
    case unit
    case head
    case label
    /// A part of what stands above it.
    case detail
    case note
    case value
    /// May be changed.
    case input
    /// Does not follow inputs.
    case held
    case total
    case link
  }

  /// How numbers are shown.
  public enum Digits: String, Hashable, Sendable {
    case general = "General"
    case whole = "#,##0"
    case hundredths = "#,##0.00"
    case full = "#,##0.######"
    case signed = "+#,##0.00;-#,##0.00;0.00"
    case percent = "0.0%"
    case year = "0"
  }

  public let role: Role
  public let digits: Digits
  public let wraps: Bool

  public init(_ role: Role, _ digits: Digits = .general, wraps: Bool = false) {
    self.role = role
    self.digits = digits
    self.wraps = wraps
  }

  public static let plain = SheetStyle(.plain)
  public static let title = SheetStyle(.title)
  public static let caption = SheetStyle(.caption)
  public static let head = SheetStyle(.head, wraps: true)
  public static let label = SheetStyle(.label)
  public static let note = SheetStyle(.note)
  public static let text = SheetStyle(.plain, wraps: true)
}
