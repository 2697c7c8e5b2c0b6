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
  /// How the fund's money is shared out, year by year; nil until that is decided.
  public internal(set) var allocation: FundAllocation?
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
    knownUntil = max(scenario.knownUntil ?? city.newestObservation, city.baseYear)
    var values = city.allValues
    if model.extent == .population {
      for parameter in model.parameters where values[parameter.path] == nil {
        values[parameter.path] = ParameterValues(label: Label(zh: parameter.path, en: parameter.path))
      }
    }
    let followed = Plan.followed(model, values)
    adjustments = followed.compactMap { parameter, _ in
      values[parameter.path].flatMap { given in
        func own(_ all: [Override]) -> [Override] { all.filter { $0.path == parameter.path } }
        return Adjustment(parameter, given, own(scenario.overrides), or: own(others), from: city.baseYear - 1)
      }
    }
    for adjustment in adjustments { values.merge(adjustment.values) { own, _ in own } }
    let declared = model.parameters + adjustments.flatMap(\.parameters)
    // Rules that look back need the year before the base year.
    let resolver = Resolver(
      areas: city.areas, years: city.baseYear - 1...scenario.horizon.upperBound, baseYear: city.baseYear,
      knownUntil: knownUntil, parameters: declared, values: values,
      overrides: scenario.overrides + adjustments.flatMap(\.overrides), or: others,
      indicators: Set(model.indicators.map(\.name)))
    let all = city.baseYear...scenario.horizon.upperBound
    let undecided = model.decisions.map { ResolvedParameter($0, years: all, areas: city.areas) { _, _ in .nan } }
    parameters = ResolvedTable(try resolver.resolve(declared) + undecided)
    self.resolver = resolver
    self.values = values
    try model.budget?.requireShares(parameters, areas: city.areas, years: city.baseYear...scenario.horizon.upperBound)
    observations = city.observations.known(until: knownUntil)
    drivers = Program(Demography.drivers, parameters: model.parameters, measures: [])
    let indexation = try Indexation(model.indicators, following: followed, adjustedBy: adjustments)
    program = Program(indexation.indicators, parameters: declared + model.decisions, measures: Model.measures)
    held = HeldValues(program, observations, areas: city.areas)
    kernels = model.extent == .whole ? .ability : .people
    readsFund = model.budget != nil
    heldDrivers = HeldValues(drivers, Observations([]), areas: city.areas)
  }

  /// The parameters that differ between members, in the order of the model; none without draws.
  public var uncertainParameters: [Parameter] {
    guard scenario.draws > 0, let worlds = try? worlds() else { return [] }
    let paths = Set((worlds.drivers.map(\.process.parameter) + worlds.uncertain).map(\.path))
    return model.parameters.filter { paths.contains($0.path) }
  }

  /// - Throws: ``WorldsError`` when no worlds can be as the dataset says.
  package func worlds() throws(WorldsError) -> Worlds { try Worlds(self, resolver: resolver, values: values) }

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

  /// Parameters with what an allocation decides.
  func decided(_ table: ResolvedTable, by allocation: FundAllocation) -> ResolvedTable {
    deciding(table) { allocation.share($0, area: $1, $2) }
  }

  /// Parameters before anything is decided.
  func undecided(_ table: ResolvedTable) -> ResolvedTable { deciding(table) { _, _, _ in .nan } }

  private func deciding(
    _ table: ResolvedTable, _ value: (_ decision: Parameter, _ area: Int, _ year: Year) -> Double
  ) -> ResolvedTable {
    let decisions = model.decisions.map { parameter in
      ResolvedParameter(parameter, years: years, areas: city.areas) { value(parameter, $0, $1) }
    }
    return ResolvedTable(table.all.dropLast(decisions.count) + decisions)
  }

  /// The years computed: from the base year, whatever part of them is asked for.
  public var years: ClosedRange<Year> { city.baseYear...scenario.horizon.upperBound }
}
