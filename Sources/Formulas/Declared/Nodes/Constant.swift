import Domain

/// A number that follows from what words mean, and so needs no source: months of a year, the whole, nothing.
public struct Constant: Hashable, Sendable {
  public let name: Label
  public let value: Double
  public let unit: Unit

  init(_ zh: String, _ en: String, _ value: Double, _ unit: Unit) {
    name = Label(zh: zh, en: en)
    self.value = value
    self.unit = unit
  }

  /// Twelve months are one year.
  public static let monthsPerYear = Constant("12", "12", 12, Unit("months/year", .none, scale: 1.0 / 12))
  /// Ten thousand persons are one 万人.
  public static let tenThousand = Constant("10 000", "10 000", 10_000, Unit("10k", .none, scale: 1e-4))
  /// The whole of which shares are parts, and an index in its first year.
  public static let one = Constant("1", "1", 1, .ratio)
  /// A bed is a place for one person.
  public static let personsPerBed = Constant("每床 1 人", "1 person per bed", 1, .personsPerBed)
  /// What is paid by the year is paid for one year.
  public static let oneYear = Constant("1 年", "1 year", 1, .years)
  /// The days of a year that is no leap year.
  public static let daysPerYear = Constant("365", "365", 365, Unit("days/year", .none, scale: 1.0 / 365))

  /// Nothing of a unit, to compare with.
  public static func zero(_ unit: Unit) -> Constant { Constant("0", "0", 0, unit) }
}

extension Formula {
  public static let monthsPerYear = Formula(.constant(.monthsPerYear))
  public static let tenThousand = Formula(.constant(.tenThousand))
  public static let personsPerBed = Formula(.constant(.personsPerBed))
  /// The whole of which shares are parts, and an index in its first year.
  public static let one = Formula(.constant(.one))
  public static let oneYear = Formula(.constant(.oneYear))
  public static let daysPerYear = Formula(.constant(.daysPerYear))

  /// Nothing of a unit, to compare with.
  public static func zero(_ unit: Unit) -> Formula { Formula(.constant(.zero(unit))) }
}
