import Domain
import Formulas
import Inputs
import Simulation

/// The cities the tests run, read once.
enum Cities {
  /// The root of the repository: four levels above this file.
  static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }

  static func tinytown() throws -> City { try city("Tests/Fixtures/tinytown") }
  static func hangzhou() throws -> City { try city("datasets/hangzhou") }

  private static func city(_ folder: String) throws -> City {
    try Dataset(directory: "\(root)/\(folder)").city
  }

  static let names = ["tinytown", "hangzhou"]

  static func city(named name: String) throws -> City { name == "tinytown" ? try tinytown() : try hangzhou() }
}

extension City {
  /// Runs the central member to 2035 with changes given by path.
  func run(
    _ changes: [(path: String, change: Override.Change)] = [], from: Year? = nil, knownUntil: Year? = nil,
    to: Year = 2035
  ) throws -> Results {
    let origin = Origin(file: "test", line: 1, column: 1)
    let scenario = Scenario(
      name: "test", title: nil, horizon: (from ?? baseYear)...to, knownUntil: knownUntil, seed: 1,
      overrides: changes.map { Override(path: $0.path, change: $0.change, origin: origin) })
    return try Plan(self, scenario).run()
  }

  /// The same city with parts replaced.
  func with(
    areas: Areas? = nil, residents: [AgeTable]? = nil, registered: [AgeTable]? = nil,
    observations: Observations? = nil, values: [String: ParameterValues]? = nil, correlations: [Correlation]? = nil
  ) -> City {
    City(
      name: name, baseYear: baseYear, areas: areas ?? self.areas, residents: residents ?? self.residents,
      registered: registered ?? self.registered, schedules: schedules, observations: observations ?? self.observations,
      programmes: programmes, careOrder: careOrder, carePayers: carePayers, fundUses: fundUses, targets: targets,
      index: index, values: values ?? self.values,
      rates: rates,
      correlations: correlations ?? self.correlations)
  }
}

extension Results {
  /// A published indicator in an area and a year.
  struct Cell {
    let indicator: Indicator
    let area: Int
    let year: Year
    let value: Double?
  }

  /// Every published indicator in every area and year.
  var cells: [Cell] {
    indicators.enumerated().flatMap { index, indicator in
      (0..<areas.count).flatMap { area in
        years.map { Cell(indicator: indicator, area: area, year: $0, value: value(index, area: area, year: $0)) }
      }
    }
  }

  func city(_ name: String, in year: Year) -> Double { city(name, year) ?? .nan }
}

/// Whether two numbers agree within a relative error.
func near(_ a: Double?, _ b: Double?, _ tolerance: Double) -> Bool {
  guard let a, let b else { return a == nil && b == nil }
  return abs(a - b) <= tolerance * max(abs(a), abs(b), 1e-9)
}

extension ParameterValues {
  /// The same dates with values changed.
  func mapValues(_ change: (Double) -> Double) -> ParameterValues {
    func changed(_ values: [DatedValue]) -> [DatedValue] {
      values.map {
        DatedValue(
          from: $0.from, value: change($0.value), evidence: $0.evidence, source: $0.source, known: $0.known)
      }
    }
    var result = self
    result.city = changed(city)
    result.districts = districts.mapValues(changed)
    return result
  }
}
