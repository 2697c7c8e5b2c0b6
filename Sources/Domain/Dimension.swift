/// Exponents of the base quantities a unit is made of.
public struct Dimension: Hashable, Sendable {
  public var persons = 0
  public var yuan = 0
  public var beds = 0
  public var years = 0
  public var hours = 0
  public var items = 0

  public init(persons: Int = 0, yuan: Int = 0, beds: Int = 0, years: Int = 0, hours: Int = 0, items: Int = 0) {
    self.persons = persons
    self.yuan = yuan
    self.beds = beds
    self.years = years
    self.hours = hours
    self.items = items
  }

  public static let none = Dimension()

  func combined(with other: Dimension, sign: Int) -> Dimension {
    merged(with: other) { $0 + sign * $1 }
  }

  /// What two sides of a stroke have in common.
  func shared(with other: Dimension) -> Dimension { merged(with: other) { max(min($0, $1), 0) } }

  private func merged(with other: Dimension, _ merge: (Int, Int) -> Int) -> Dimension {
    Dimension(
      persons: merge(persons, other.persons), yuan: merge(yuan, other.yuan), beds: merge(beds, other.beds),
      years: merge(years, other.years), hours: merge(hours, other.hours), items: merge(items, other.items))
  }
}
