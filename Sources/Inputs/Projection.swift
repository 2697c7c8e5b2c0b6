import Domain
import Formulas
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
    guard year >= city.baseYear, year <= Limits.years.upperBound else {
      let problem =
        year < city.baseYear
        ? Problem.horizonBeforeBase(year: year, base: city.baseYear) : .notAYear(text: "\(year)")
      throw InputError([
        Diagnostic(file: "--to", line: 1, column: 1, found: "\(year)", excerpt: "\(year)", problem: problem)
      ])
    }
    guard draws <= Limits.draws else {
      throw InputError([Diagnostic(file: "--draws", problem: .tooManyDraws(limit: Limits.draws))])
    }
    if let knownUntil, !(city.baseYear...city.newestKnowledge).contains(knownUntil) {
      let problem =
        knownUntil < city.baseYear
        ? Problem.horizonBeforeBase(year: knownUntil, base: city.baseYear)
        : .knownTooLate(year: knownUntil, newest: city.newestKnowledge)
      throw InputError([
        Diagnostic(
          file: "--known-until", line: 1, column: 1, found: "\(knownUntil)", excerpt: "\(knownUntil)", problem: problem)
      ])
    }
    let scenario = Scenario(
      name: "projection", title: dataset.title, horizon: city.baseYear...year,
      knownUntil: knownUntil ?? city.newestKnowledge, seed: seed,
      draws: draws, overrides: [])
    do {
      return LoadedScenario(plan: try Plan(city, scenario, model: .population), dataset: dataset, files: [])
    } catch {
      throw InputError([error.diagnostic(dataset)])
    }
  }
}
