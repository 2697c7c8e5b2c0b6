import Domain

/// A quantity written down as an expression: a value that can be evaluated,
/// printed, checked for its units and taken apart.
///
/// A formula has no numbers of its own; figures are parameters.
public indirect enum Formula: Equatable, Sendable {
  /// A parameter's value at the end of the year: the area's own, else the city's.
  case parameter(Parameter)
  /// The mean over the days of the year.
  case meanOverYear(Parameter)
  /// The city's value of a parameter, in every area.
  case ofCity(Parameter)
  /// The area's own value of a parameter; no value where it has none.
  case ownValue(Parameter)
  case measure(Measure)
  case indicator(Indicator.Reference)
  /// The indicator being defined; only last year's value of it may be used.
  case itself
  case conversion(Conversion)
  /// Nothing of a unit, to compare with.
  case zero(Unit)
  case sum(Formula, Formula)
  case difference(Formula, Formula)
  case product(Formula, Formula)
  case quotient(Formula, Formula)
  case smaller(Formula, Formula)
  case larger(Formula, Formula)
  /// The first where it has a value, else the second.
  case present(Formula, else: Formula)
  /// The first in the base year, the second after it.
  case opening(Formula, then: Formula)
  case lastYear(Formula)
  /// What the districts of a group come to together, in every area: their sum where nothing else is said.
  case overDistricts(Formula, Reduction = .sum, of: DistrictGroup = .all)
  /// The first in the city, the second in its districts.
  case inCity(Formula, elsewhere: Formula)
  /// The geometric mean of like quantities, none of which is negative.
  case geometricMean([Formula])
  /// The first rounded up to a multiple of the second.
  case roundedUp(Formula, to: Formula)
  /// The first, a plain number, to the power of the second.
  case power(Formula, Formula)
  /// What a log-normal distribution of incomes says of those below a line.
  case logNormal(LogNormalTail, below: Formula, mean: Formula, deviation: Formula)
}

/// What becomes of the values of several districts. Without districts a sum is zero, and there is no largest value.
public enum Reduction: String, Sendable {
  case sum
  /// Of the districts that have a value.
  case largest, smallest
}

/// A factor that changes the unit and not the quantity.
public struct Conversion: Hashable, Sendable {
  public let name: String
  public let factor: Double
  public let unit: Unit

  /// Twelve months are one year.
  public static let monthsPerYear = Conversion(
    name: "12", factor: 12, unit: Unit("months/year", .none, scale: 1.0 / 12))
  /// Ten thousand persons are one 万人.
  public static let perTenThousand = Conversion(name: "10 000", factor: 10_000, unit: Unit("10k", .none, scale: 1e-4))
  /// An index in its first year.
  public static let one = Conversion(name: "1", factor: 1, unit: .ratio)
  /// A bed is a place for one person.
  public static let personsPerBed = Conversion(name: "1 person per bed", factor: 1, unit: .personsPerBed)
  /// What is paid by the year is paid for one year.
  public static let oneYear = Conversion(name: "1 year", factor: 1, unit: .years)
  /// The days of a year that is no leap year.
  public static let daysPerYear = Conversion(
    name: "365", factor: 365, unit: Unit("days/year", .none, scale: 1.0 / 365))
}

extension Formula {
  public static func indicator(_ indicator: Indicator) -> Formula { .indicator(indicator.reference) }

  /// An indicator that is defined further on; only last year's value of it may be used.
  public static func indicator(name: String, unit: Unit) -> Formula {
    .indicator(Indicator.Reference(name: name, unit: unit))
  }

  public static let monthsPerYear = Formula.conversion(.monthsPerYear)
  public static let tenThousand = Formula.conversion(.perTenThousand)
  public static let personsPerBed = Formula.conversion(.personsPerBed)
  public static let one = Formula.conversion(.one)
  public static let oneYear = Formula.conversion(.oneYear)
  public static let daysPerYear = Formula.conversion(.daysPerYear)

  public static func + (a: Formula, b: Formula) -> Formula { .sum(a, b) }
  public static func - (a: Formula, b: Formula) -> Formula { .difference(a, b) }
  public static func * (a: Formula, b: Formula) -> Formula { .product(a, b) }
  public static func / (a: Formula, b: Formula) -> Formula { .quotient(a, b) }

  /// The sum of a list that is not empty, from left to right.
  public static func total(_ terms: [Formula]) -> Formula {
    precondition(!terms.isEmpty, "a sum has terms")
    return terms.dropFirst().reduce(terms[0]) { .sum($0, $1) }
  }

  /// A split parameter in an area: the area's own value, else its share of the city's.
  public static func shareOut(_ parameter: Parameter, by share: Formula) -> Formula {
    .present(.ownValue(parameter), else: .ofCity(parameter) * share)
  }

  /// The parts a formula is directly made of.
  public var parts: [Formula] {
    switch self {
    case .parameter, .meanOverYear, .ofCity, .ownValue, .measure, .indicator, .itself, .conversion, .zero: []
    case .sum(let a, let b), .difference(let a, let b), .product(let a, let b), .quotient(let a, let b),
      .smaller(let a, let b), .larger(let a, let b), .present(let a, let b), .opening(let a, let b),
      .roundedUp(let a, let b), .inCity(let a, let b), .power(let a, let b):
      [a, b]
    case .logNormal(_, let line, let mean, let deviation): [line, mean, deviation]
    case .lastYear(let a), .overDistricts(let a, _, _): [a]
    case .geometricMean(let terms): terms
    }
  }

  /// Every parameter the formula itself reads, and how many years back.
  public var readings: [(parameter: Parameter, lag: Int)] {
    switch self {
    case .parameter(let p), .meanOverYear(let p), .ofCity(let p), .ownValue(let p): [(p, 0)]
    case .lastYear(let a): a.readings.map { ($0.parameter, $0.lag + 1) }
    default: parts.flatMap(\.readings)
    }
  }

  /// Every parameter the formula itself names, in order of appearance.
  public var parameters: [Parameter] {
    switch self {
    case .parameter(let p), .meanOverYear(let p), .ofCity(let p), .ownValue(let p): [p]
    default: parts.flatMap(\.parameters)
    }
  }
}
