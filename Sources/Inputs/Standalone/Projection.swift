import Domain
import Simulation

extension LoadedScenario {
  /// The population of a package carried on to a year, which needs only its demographic tables and parameters.
  ///
  /// - Parameter knownUntil: the information date; without one every dated value of the package counts as known.
  /// - Throws: ``InputError`` with everything found wrong.
  public static func projection(
    of directory: String, to year: Year, draws: Int = 0, seed: UInt64 = 0, knownUntil: Year? = nil
  ) throws(InputError) -> LoadedScenario {
    let dataset = try Dataset(directory: directory, extent: .population)
    let city = dataset.city
    guard year >= city.baseYear, year <= Limits.plausibleYears.upperBound else {
      let problem =
        year < city.baseYear
        ? Problem.horizonBeforeBase(year: year, base: city.baseYear)
        : .impossibleYear(year, nearest: nearestYear(to: year))
      throw InputError(at: Passage(argument: "\(year)", of: "--to"), problem)
    }
    guard draws <= Limits.draws else {
      throw InputError(ofFile: "--draws", .tooManyDraws(limit: Limits.draws))
    }
    if let knownUntil, let problem = city.problem(ofInformationDate: knownUntil) {
      throw InputError(at: Passage(argument: "\(knownUntil)", of: "--known-until"), problem)
    }
    let scenario = Scenario(
      name: "projection", title: dataset.title, horizon: city.baseYear...year,
      knownUntil: knownUntil ?? city.newestKnowledge, seed: seed,
      draws: draws, overrides: [])
    return LoadedScenario(scenario, dataset)
  }
}
