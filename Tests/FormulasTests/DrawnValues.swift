import Domain
import Formulas
import NumericCore

/// Parameters of the invented town before and after chance has moved them.
struct DrawnValues {
  let central: ResolvedTable
  let moved: ResolvedTable

  /// - Parameters:
  ///   - given: parameters and what the dataset says of them, 2019 to 2030, the base year being 2020.
  ///   - followers: paths resolved again, those of the draws among them.
  init(
    _ given: [(Parameter, ParameterValues)], _ overrides: [Override] = [], moving followers: [String],
    _ draw: (inout BlockDraws) -> Void
  ) throws {
    let parameters = given.map(\.0)
    let resolver = Resolver(
      areas: Town.areas, years: 2019...2030, baseYear: 2020, knownUntil: 2020, parameters: parameters,
      values: Dictionary(uniqueKeysWithValues: given.map { ($0.path, $1) }), overrides: overrides)
    central = ResolvedTable(try resolver.resolve(parameters))
    var draws = BlockDraws(areas: Town.areas)
    draw(&draws)
    let positions = Set(parameters.indices.filter { followers.contains(parameters[$0].path) })
    moved = resolver.resolve(central, moved: positions, by: draws)
  }

  /// One parameter with experts' intervals, moved by standard normal numbers.
  init(_ parameter: Parameter, _ values: ParameterValues, _ overrides: [Override] = [], normal: LaneVector) throws {
    try self.init([(parameter, values)], overrides, moving: [parameter.path]) { $0.set(parameter, normal: normal) }
  }

  /// The members' values of the first parameter in the city.
  func lanes(_ year: Year) -> LaneVector { moved.all[0].city.value(in: year).vector }

  func center(_ year: Year) -> Double { central.all[0].city.value(in: year).first }
}

/// A value with an 80 % interval about it.
func expert(_ year: Year, _ value: Double, _ low: Double, _ high: Double) -> DatedValue {
  DatedValue(
    from: Day(firstOf: year), value: value, evidence: .assumed, source: "invented",
    interval: Interval(probability: 0.8, low: low, high: high), known: 2020)
}
