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
    Dimension(
      persons: persons + sign * other.persons, yuan: yuan + sign * other.yuan,
      beds: beds + sign * other.beds, years: years + sign * other.years,
      hours: hours + sign * other.hours, items: items + sign * other.items)
  }
}

/// A unit of measure: a dimension and how many base units one of it is.
///
/// The base units are person, yuan, bed, year, hour and item. A yuan per
/// person-month is 12 yuan per person-year; a bed per 10 000 persons is 0.0001.
public struct Unit: Hashable, Sendable {
  /// The spelling used in tables.
  public let symbol: String
  public let dimension: Dimension
  public let scale: Double

  public init(_ symbol: String, _ dimension: Dimension, scale: Double = 1) {
    self.symbol = symbol
    self.dimension = dimension
    self.scale = scale
  }

  /// Whether numbers in the two units may be added.
  public func measuresLike(_ other: Unit) -> Bool {
    dimension == other.dimension && abs(scale / other.scale - 1) < 1e-12
  }

  public static func * (a: Unit, b: Unit) -> Unit {
    Unit("\(a.symbol)·\(b.symbol)", a.dimension.combined(with: b.dimension, sign: 1), scale: a.scale * b.scale)
  }

  public static func / (a: Unit, b: Unit) -> Unit {
    Unit("\(a.symbol)/(\(b.symbol))", a.dimension.combined(with: b.dimension, sign: -1), scale: a.scale / b.scale)
  }
}

extension Unit {
  public static let share = Unit("share", .none)
  public static let ratio = Unit("ratio", .none)
  public static let flag = Unit("flag", .none)
  public static let version = Unit("version", .none)
  public static let persons = Unit("persons", Dimension(persons: 1))
  public static let yuan = Unit("yuan", Dimension(yuan: 1))
  public static let beds = Unit("beds", Dimension(beds: 1))
  public static let years = Unit("years", Dimension(years: 1))
  public static let count = Unit("count", Dimension(items: 1))
  public static let minutes = Unit("minutes", Dimension(hours: 1), scale: 1.0 / 60)
  public static let yuanPerPersonYear = Unit("yuan/person/year", Dimension(persons: -1, yuan: 1, years: -1))
  public static let yuanPerPersonMonth = Unit(
    "yuan/person/month", Dimension(persons: -1, yuan: 1, years: -1), scale: 12)
  public static let yuanPerPersonDay = Unit(
    "yuan/person/day", Dimension(persons: -1, yuan: 1, years: -1), scale: 365)
  public static let yuanPerPerson = Unit("yuan/person", Dimension(persons: -1, yuan: 1))
  public static let yuanPerBed = Unit("yuan/bed", Dimension(yuan: 1, beds: -1))
  public static let yuanPerHour = Unit("yuan/hour", Dimension(yuan: 1, hours: -1))
  public static let daysPerYear = Unit("days/year", .none, scale: 1.0 / 365)
  public static let hoursPerPersonMonth = Unit(
    "hours/person/month", Dimension(persons: -1, years: -1, hours: 1), scale: 12)
  public static let bedsPerTenThousand = Unit("beds/10k persons", Dimension(persons: -1, beds: 1), scale: 1e-4)
  public static let personsPerTenThousand = Unit("persons/10k persons", .none, scale: 1e-4)
  public static let personsPerBed = Unit("persons/bed", Dimension(persons: 1, beds: -1))
  public static let yuanPerYear = Unit("yuan/year", Dimension(yuan: 1, years: -1))
  public static let yuanPerCount = Unit("yuan/count", Dimension(yuan: 1, items: -1))
  public static let yuanPerCountYear = Unit("yuan/count/year", Dimension(yuan: 1, years: -1, items: -1))

  /// Every unit a parameter, an indicator or a target may have.
  public static let all: [Unit] = [
    .share, .ratio, .flag, .version, .persons, .yuan, .beds, .years, .count, .minutes, .yuanPerPersonYear,
    .yuanPerPersonMonth, .yuanPerPersonDay, .yuanPerPerson, .yuanPerBed, .yuanPerHour, .daysPerYear,
    .hoursPerPersonMonth,
    .bedsPerTenThousand, .personsPerTenThousand, .personsPerBed, .yuanPerYear, .yuanPerCount, .yuanPerCountYear,
  ]
}
