/// A calendar year.
public typealias Year = Int

/// A day of the Gregorian calendar.
public struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let year: Year
  public let month: Int
  public let day: Int

  /// Nil when there is no such day.
  public init?(year: Year, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= Day.length(ofMonth: month, in: year) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The first of January.
  public init(firstOf year: Year) {
    self.year = year
    month = 1
    day = 1
  }

  public static func < (a: Day, b: Day) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  /// The share of the year that lies before this day.
  public var elapsedShareOfYear: Double {
    let before = (1..<month).reduce(0) { $0 + Day.length(ofMonth: $1, in: year) } + day - 1
    return Double(before) / (Day.isLeap(year) ? 366 : 365)
  }

  public var isFirstOfYear: Bool { month == 1 && day == 1 }

  public var description: String {
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    return "\(year)-\(two(month))-\(two(day))"
  }

  static func isLeap(_ year: Year) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  static func length(ofMonth month: Int, in year: Year) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
