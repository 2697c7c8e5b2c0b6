/// Age in completed years.
@frozen public struct Age: Hashable, Comparable, Sendable {
  public let years: Int

  @inlinable public init(_ years: Int) { self.years = years }

  @inlinable public static func < (a: Age, b: Age) -> Bool { a.years < b.years }

  /// The open age group 100 and over, the last of every population table.
  public static let open = Age(100)

  /// The number of single ages 0…100.
  @inlinable public static var count: Int { 101 }

  /// The first age assessed for ability to live alone, and the plan's "older people".
  public static let elderly = Age(60)

  /// The number of single ages from ``elderly`` to the open one.
  public static let elderlyCount = count - elderly.years
}
