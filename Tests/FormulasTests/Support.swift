import Domain
import Formulas

/// An invented city of two districts.
enum Town {
  static let areas = Areas(
    city: Area(code: "990000", label: Label(zh: "小城", en: "Town"), kind: .city),
    districts: [
      Area(code: "990001", label: Label(zh: "东区", en: "East"), kind: .urban),
      Area(code: "990002", label: Label(zh: "西县", en: "West"), kind: .county),
    ])
  static let western = DistrictMark(id: "western", label: Label(zh: "西部各县", en: "western counties"))
  static let east = 0
  static let west = 1
  static let city = 2
  static let label = Label(zh: "参数", en: "parameter")
  static let origin = Origin(file: "reform.yaml", line: 7, column: 3)

  /// Resolves the first of some parameters for 2019 to 2030, the base year being 2020.
  static func resolve(
    _ given: [(Parameter, ParameterValues)], _ overrides: [Override] = [], knownUntil: Year = 2024
  ) throws(ResolutionError) -> ResolvedParameter {
    let parameters = given.map(\.0)
    let resolver = Resolver(
      areas: areas, years: 2019...2030, baseYear: 2020, knownUntil: knownUntil, parameters: parameters,
      values: Dictionary(uniqueKeysWithValues: given.map { ($0.path, $1) }), overrides: overrides)
    return try resolver.resolve([parameters[0]])[0]
  }

  static func resolve(
    _ parameter: Parameter, _ values: ParameterValues, _ overrides: [Override] = [], knownUntil: Year = 2024
  ) throws(ResolutionError) -> ResolvedParameter {
    try resolve([(parameter, values)], overrides, knownUntil: knownUntil)
  }
}

/// A value from the first of January of a year, known from the base year on unless told otherwise.
func dated(_ year: Year, _ value: Double, known: Year = 2020) -> DatedValue {
  dated(Day(firstOf: year), value, known: known)
}

func dated(_ day: Day?, _ value: Double, known: Year = 2020) -> DatedValue {
  DatedValue(from: day ?? Day(firstOf: 1), value: value, evidence: .observed, source: "invented", known: known)
}

/// A change of the parameter `p`, as a scenario would make it.
func change(_ change: Override.Change, district: String? = nil) -> Override {
  Override(path: "p", district: district, change: change, origin: Town.origin)
}

/// Points of a scenario, each from the first of January.
func points(_ values: KeyValuePairs<Year, Double>) -> Override.Change {
  .points(values.map { Override.Point(from: Day(firstOf: $0.key), value: $0.value) })
}

extension Series {
  /// The values at the end of some years.
  func values(_ years: ClosedRange<Year>) -> [Double] { years.map { value(in: $0).first } }
}

/// Whether two numbers agree but for rounding error.
func agree(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-12 * max(abs(a), abs(b)) }
