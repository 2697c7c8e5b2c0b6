import Domain
import Fiscal
import Formulas
import Population

/// A scenario for a city, resolved and compiled: ready to run.
public struct Plan: Sendable {
  public let city: City
  public let scenario: Scenario
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
  /// What was published up to the information date.
  public let observations: Observations
  let drivers: Program
  let program: Program
  let held: HeldValues
  let heldDrivers: HeldValues
  /// What is left to chance.
  private let resolver: Resolver
  private let values: [String: ParameterValues]

  /// - Parameter model: the population alone, or nil for the whole chain. The population alone does
  ///   without parameters that its tables of rates make needless.
  /// - Throws: ``ResolutionError`` when the dataset's values do not cover the run.
  public init(_ city: City, _ scenario: Scenario, model: Model? = nil) throws(ResolutionError) {
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
    let adjustments = followed.compactMap { parameter, _ in
      values[parameter.path].flatMap { given in
        let changes = scenario.overrides.filter { $0.path == parameter.path }
        return Adjustment(parameter, given, changes, from: city.baseYear - 1)
      }
    }
    self.adjustments = adjustments
    for adjustment in adjustments { values.merge(adjustment.values) { own, _ in own } }
    let changes = scenario.overrides + adjustments.flatMap(\.overrides)
    let carried = followed.map(\.0).filter { parameter in !adjustments.contains { $0.parameter == parameter } }
    partYears = (carried + adjustments.map(\.given)).compactMap { parameter in
      values[parameter.path].flatMap { given in
        PartYear(parameter, given, changes.filter { $0.path == parameter.path }, from: city.baseYear - 1)
      }
    }
    for part in partYears { values.merge(part.values) { own, _ in own } }
    let declared = model.parameters + adjustments.flatMap(\.parameters) + partYears.flatMap(\.parameters)
    // Rules that look back need the year before the base year.
    let resolver = Resolver(
      areas: city.areas, years: city.baseYear - 1...scenario.horizon.upperBound, baseYear: city.baseYear,
      knownUntil: knownUntil, parameters: declared, values: values,
      overrides: changes + partYears.flatMap(\.overrides),
      indicators: Set(model.indicators.map(\.name)))
    let all = city.baseYear...scenario.horizon.upperBound
    let undecided = model.decisions.map { ResolvedParameter($0, years: all, areas: city.areas) { _, _ in .nan } }
    parameters = ResolvedTable(try resolver.resolve(declared) + undecided)
    self.resolver = resolver
    self.values = values
    try model.budget?.requireShares(parameters, areas: city.areas, years: city.baseYear...scenario.horizon.upperBound)
    observations = city.observations.known(until: knownUntil)
    drivers = Program(Demography.drivers, parameters: model.parameters, measures: [])
    let indexation = try Indexation(model.indicators, following: followed, adjustedBy: adjustments, cutBy: partYears)
    program = Program(indexation.indicators, parameters: declared + model.decisions, measures: Model.measures)
    held = HeldValues(program, observations, areas: city.areas)
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

  /// The plan under an allocation of the fund.
  func deciding(_ allocation: FundAllocation) -> Plan {
    var plan = self
    let decided = model.decisions.map { parameter in
      ResolvedParameter(parameter, years: years, areas: city.areas) { allocation.share(parameter, area: $0, $1) }
    }
    plan.parameters = ResolvedTable(parameters.all.dropLast(model.decisions.count) + decided)
    plan.allocation = allocation
    return plan
  }

  /// The years computed: from the base year, whatever part of them is asked for.
  public var years: ClosedRange<Year> { city.baseYear...scenario.horizon.upperBound }
}
