import Domain
import Simulation

extension ScenarioSettings {
  /// What the base year of the data rules out.
  func check(against city: City) -> [Diagnostic] {
    var found = [from, knownUntil].compactMap { $0 }.filter { $0.year < city.baseYear }.map {
      Diagnostic(at: $0.place, .horizonBeforeBase(year: $0.year, base: city.baseYear))
    }
    // Later years would count as known, and changes wait for them to pass.
    if let knownUntil, knownUntil.year > city.newestKnowledge {
      let problem = Problem.knownTooLate(year: knownUntil.year, newest: city.newestKnowledge)
      found.append(Diagnostic(at: knownUntil.place, problem))
    }
    return found
  }
}
