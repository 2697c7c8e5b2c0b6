/// How a number is shown to readers: in which unit, how exactly, with which signs.
public struct NumberFormat: Hashable, Sendable {
  /// Digits after the point.
  public let decimals: Int
  public let grouping: Grouping
  public let sign: Sign
  public let scale: Scale
  /// What follows the number, such as `%`.
  public let suffix: String

  public init(
    decimals: Int = 0, grouping: Grouping = .space, sign: Sign = .whenNegative,
    scale: Scale = .one, suffix: String = ""
  ) {
    precondition(decimals >= 0, "negative number of decimals")
    self.decimals = decimals
    self.grouping = grouping
    self.sign = sign
    self.scale = scale
    self.suffix = suffix
  }

  /// A share 0…1 in percent, 0.125 as 12.5%.
  public static func percent(decimals: Int = 1, sign: Sign = .whenNegative) -> NumberFormat {
    NumberFormat(decimals: decimals, sign: sign, scale: .hundredth, suffix: "%")
  }

  /// A whole number without grouping, such as a year.
  public static let year = NumberFormat(grouping: .none)
}

extension NumberFormat {
  /// What stands between groups of three digits.
  public enum Grouping: Hashable, Sendable {
    case none
    case space
    /// U+202F, where lines may be broken by other programs.
    case narrowNoBreakSpace

    var separator: String {
      switch self {
      case .none: ""
      case .space: " "
      case .narrowNoBreakSpace: "\u{202F}"
      }
    }
  }

  /// Which numbers carry a sign; a number shown as zero never does.
  public enum Sign: Hashable, Sendable {
    case whenNegative
    case always
  }

  /// The unit in which a number is shown, a power of ten, so that changing the
  /// unit never changes a digit.
  public struct Scale: Hashable, Sendable {
    public let powerOfTen: Int
    public init(powerOfTen: Int) { self.powerOfTen = powerOfTen }

    public static let one = Scale(powerOfTen: 0)
    /// For percent.
    public static let hundredth = Scale(powerOfTen: -2)
    /// For per mille.
    public static let thousandth = Scale(powerOfTen: -3)
    /// 万
    public static let wan = Scale(powerOfTen: 4)
    /// 亿
    public static let yi = Scale(powerOfTen: 8)
  }
}
