import Benefits
import Care
import Domain
import Formulas
import Population

extension Plan {
  /// The age in the base year of the youngest on the roll of resettled people; nil where there is no roll.
  var youngestOnRoll: Int? {
    guard parameters.position(of: Resettlement.youngest) != nil else { return nil }
    let age = parameters.value(Resettlement.youngest, in: city.areas.cityIndex, city.baseYear).first
    return age.isNaN ? nil : Int(age)
  }

  /// Whether people and their ability are the same as under another scenario for the city, in every world.
  ///
  /// They are where data and worlds are and no change differs that the kernels read, or that something they read follows.
  public func hasSamePeople(as other: Plan) -> Bool {
    guard city.hasSameData(as: other.city), years == other.years,
      knownUntil == other.knownUntil, scenario.seed == other.scenario.seed,
      scenario.holdsInputs == other.scenario.holdsInputs, model.extent == other.model.extent
    else { return false }
    let paths = peoplePaths
    func changes(_ plan: Plan) -> [Override] { plan.scenario.overrides.filter { paths.contains($0.path) } }
    let (own, others) = (changes(self), changes(other))
    return own.count == others.count
      && zip(own, others).allSatisfy { $0.path == $1.path && $0.district == $1.district && $0.change == $1.change }
  }

  /// Whether people and their ability are as the dataset alone has them.
  var hasDatasetsPeople: Bool {
    let paths = peoplePaths
    return !scenario.overrides.contains { paths.contains($0.path) }
  }

  /// The parameters that the kernels read.
  static let readByKernels = Demography.parameters + Care.abilityParameters + [Resettlement.youngest]

  /// The parameters that kernels, drivers and formulas read, and those that these follow.
  var computedFrom: Set<String> {
    let read =
      program.parametersRead.map { program.parameters[$0] } + drivers.parametersRead.map { drivers.parameters[$0] }
    var paths = Set((read + Plan.readByKernels).map(\.path))
    var count = 0
    while paths.count != count {
      count = paths.count
      for path in paths { paths.formUnion(values[path]?.followed ?? []) }
    }
    return paths
  }

  /// The parameters that people and their ability depend on: those the kernels read, those these follow, and the
  /// coefficients of what moves any of them.
  private var peoplePaths: Set<String> {
    var paths = Set(Plan.readByKernels.map(\.path))
    let values = city.allValues
    var count = 0
    while paths.count != count {
      count = paths.count
      for path in paths {
        paths.formUnion(values[path]?.followed ?? [])
      }
      for process in model.processes where paths.contains(process.parameter.path) {
        paths.formUnion(process.coefficients.map(\.parameter.path))
      }
    }
    return paths
  }
}

extension City {
  /// Whether all that people, ability and what worlds draw of them come from is the same.
  fileprivate func hasSameData(as other: City) -> Bool {
    name == other.name && areas == other.areas && baseYear == other.baseYear && residents == other.residents
      && registered == other.registered && populationErrors == other.populationErrors && schedules == other.schedules
      && observations == other.observations && values == other.values && rates == other.rates
      && correlations == other.correlations && ranges == other.ranges && solves == other.solves
  }
}
