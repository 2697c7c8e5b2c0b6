import Domain
import Fiscal
import Formulas
import Population

/// A scenario for a city, resolved and compiled: ready to run.
public struct Plan: Sendable {
  public let city: City
  public private(set) var scenario: Scenario
  public let model: Model
  public let knownUntil: Year
  /// What an allocation of the fund decided stands behind those of the model.
  public private(set) var parameters: ResolvedTable
  /// What the scenario multiplies or adds to parameters that go on with an indicator.
  public let adjustments: [Adjustment]
  /// What the scenario changes within a year of parameters that go on with an indicator.
  public let partYears: [PartYear]
  /// How the fund's money is shared out, year by year; nil until that is decided.
  public internal(set) var allocation: FundAllocation?
  /// The shares of another run, under which nothing is allocated anew; nil where the fund allocates.
  public internal(set) var heldShares: FundShares?
  /// What was published up to the information date.
  public let observations: Observations
  let drivers: Program
  private(set) var program: Program
  private(set) var held: HeldValues
  /// How far the formulas need the kernels.
  private(set) var kernels: Kernels
  /// Whether any formula reads what an allocation of the fund decides.
  var readsFund: Bool
  let heldDrivers: HeldValues
  /// What is left to chance.
  let resolver: Resolver
  let values: [String: ParameterValues]

  /// - Parameters:
  ///   - model: the population alone, or nil for the whole chain. The population alone does
  ///     without parameters that its tables of rates make needless.
  ///   - others: changes that members may make besides the scenario's.
  /// - Throws: ``ResolutionError`` when the dataset's values do not cover the run.
  public init(_ city: City, _ scenario: Scenario, model: Model? = nil, or others: [Override] = [])
    throws(ResolutionError)
  {
    self.city = city
    self.scenario = scenario
    self.model = model ?? city.model
    let model = self.model
    knownUntil = max(scenario.knownUntil ?? city.informationDate, city.baseYear)
    var values = city.allValues
    if model.extent == .population {
      for parameter in model.parameters where values[parameter.path] == nil {
        values[parameter.path] = ParameterValues(label: Label(zh: parameter.path, en: parameter.path))
      }
    }
    let followed = Plan.followed(model, values)
    let helpers = Plan.helpers(followed, values, scenario.overrides, or: others, from: city.baseYear - 1)
    (adjustments, partYears) = (helpers.adjustments, helpers.partYears)
    for added in adjustments.map(\.values) + partYears.map(\.values) { values.merge(added) { own, _ in own } }
    let declared = model.parameters + (adjustments.flatMap(\.parameters) + partYears.flatMap(\.parameters))
    // Rules that look back need the year before the base year.
    let resolver = Resolver(
      areas: city.areas, years: city.baseYear - 1...scenario.horizon.upperBound, baseYear: city.baseYear,
      knownUntil: knownUntil, parameters: declared, values: values,
      overrides: Plan.laid(scenario.overrides, adjustments, partYears), or: others,
      indicators: Set(model.indicators.map(\.name)),
      drawing: scenario.holdsInputs ? nil : city.ranges.map { model.drawn($0) })
    let all = city.baseYear...scenario.horizon.upperBound
    let undecided = model.decisions.map { ResolvedParameter($0, years: all, areas: city.areas) { _, _ in .nan } }
    parameters = ResolvedTable(try resolver.resolve(declared) + undecided)
    self.resolver = resolver
    self.values = values
    try ShareCheck(model.budget).require(
      parameters, areas: city.areas, years: city.baseYear...scenario.horizon.upperBound)
    observations = city.observations.known(until: knownUntil)
    drivers = Program(Demography.drivers, parameters: model.parameters, measures: [])
    let indexation = try Indexation(model.indicators, following: followed, adjustedBy: adjustments, cutBy: partYears)
    program = Program(indexation.indicators, parameters: declared + model.decisions, measures: Model.measures)
    held = HeldValues(program, observations, areas: city.areas)
    kernels = model.extent == .whole ? .ability : .people
    readsFund = model.budget != nil
    heldDrivers = HeldValues(drivers, Observations([]), areas: city.areas)
  }

  /// The parameters that wander from year to year in worlds, and the inputs drawn once a world, in the order of the
  /// model; none without draws.
  public var uncertainParameters: (wandering: [Parameter], drawn: [Parameter]) {
    guard scenario.draws > 0, let worlds = try? worlds() else { return ([], []) }
    func ordered(_ parameters: [Parameter]) -> [Parameter] {
      let paths = Set(parameters.map(\.path))
      return model.parameters.filter { paths.contains($0.path) }
    }
    return (ordered(worlds.drivers.map(\.process.parameter)), ordered(worlds.uncertain.map(\.parameter)))
  }

  /// - Throws: ``WorldsError`` when no worlds can be as the dataset says.
  package func worlds() throws(WorldsError) -> Worlds { try Worlds(self, resolver: resolver, values: values) }

  /// What changes of parameters that go on with an indicator come to, where these act on a value that only formulas
  /// know, or cut a year in two.
  private static func helpers(
    _ followed: [(Parameter, Indicator)], _ values: [String: ParameterValues], _ overrides: [Override],
    or others: [Override], from firstYear: Year
  ) -> (adjustments: [Adjustment], partYears: [PartYear]) {
    let adjustments = followed.compactMap { parameter, _ in
      values[parameter.path].flatMap {
        Adjustment(parameter, $0, overrides.of(parameter), or: others.of(parameter), from: firstYear)
      }
    }
    let changes = overrides.adjusted(by: adjustments)
    let others = others.adjusted(by: adjustments)
    let adjusted = adjustments.map { ($0.given, values[$0.parameter.path]) }
    let carried = followed.map(\.0).filter { parameter in !adjustments.contains { $0.parameter == parameter } }
    let partYears = (carried.map { ($0, values[$0.path]) } + adjusted).compactMap { parameter, given in
      given.flatMap { PartYear(parameter, $0, changes.of(parameter), or: others.of(parameter), from: firstYear) }
    }
    return (adjustments, partYears)
  }

  /// Changes and what they come to for the helpers of parameters that go on with an indicator.
  func laid(_ overrides: [Override]) -> [Override] { Plan.laid(overrides, adjustments, partYears) }

  private static func laid(
    _ overrides: [Override], _ adjustments: [Adjustment], _ partYears: [PartYear]
  ) -> [Override] {
    let all = overrides.adjusted(by: adjustments)
    return all + partYears.flatMap { $0.parts(of: all.of($0.parameter)) }
  }

  /// The parameters that go on with an indicator, and which.
  private static func followed(_ model: Model, _ values: [String: ParameterValues]) -> [(Parameter, Indicator)] {
    model.parameters.compactMap { parameter in
      guard case .index(let name)? = values[parameter.path]?.beyond,
        let indicator = model.indicators.first(where: { $0.name == name })
      else { return nil }
      return (parameter, indicator)
    }
  }

  /// The parameters of the model as a dataset and a scenario give them.
  public var inputs: ArraySlice<ResolvedParameter> { parameters.all.prefix(model.parameters.count) }

  /// Computes another program, to a year: nil for as far as before.
  mutating func take(_ program: Program, until year: Year?) {
    self.program = program
    held = HeldValues(program, observations, areas: city.areas)
    kernels = min(kernels, Kernels(filling: program.measuresRead))
    if let year { scenario = scenario.until(max(year, city.baseYear)) }
  }

  /// The plan under an allocation of the fund.
  func deciding(_ allocation: FundAllocation) -> Plan {
    var plan = self
    plan.parameters = decided(parameters, by: allocation)
    plan.allocation = allocation
    return plan
  }

  /// The plan under the shares that another run decided.
  func deciding(_ shares: FundShares) -> Plan {
    var plan = self
    plan.parameters = deciding(parameters) { shares.share(model.decisions[$0], area: $1, $2) }
    return plan
  }

  /// Parameters with what an allocation decides.
  func decided(_ table: ResolvedTable, by allocation: FundAllocation) -> ResolvedTable {
    deciding(table) { allocation.share($0, area: $1, $2) }
  }

  /// Parameters before anything is decided.
  func undecided(_ table: ResolvedTable) -> ResolvedTable { deciding(table) { _, _, _ in .nan } }

  private func deciding(
    _ table: ResolvedTable, _ value: (_ decision: Int, _ area: Int, _ year: Year) -> Double
  ) -> ResolvedTable {
    let decisions = model.decisions.enumerated().map { place, parameter in
      ResolvedParameter(parameter, years: years, areas: city.areas) { value(place, $0, $1) }
    }
    return table.replacing(last: decisions)
  }

  /// The years computed: from the base year, whatever part of them is asked for.
  public var years: ClosedRange<Year> { city.baseYear...scenario.horizon.upperBound }
}

extension [Override] {
  /// The changes of a parameter.
  fileprivate func of(_ parameter: Parameter) -> [Override] { filter { $0.path == parameter.path } }

  /// With what they come to for the parts of adjusted parameters.
  fileprivate func adjusted(by adjustments: [Adjustment]) -> [Override] {
    self + adjustments.flatMap { $0.parts(of: of($0.parameter)) }
  }
}
