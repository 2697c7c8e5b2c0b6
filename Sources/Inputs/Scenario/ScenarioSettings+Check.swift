import Domain
import Simulation

extension ScenarioSettings {
  /// A year with the place it was written.
  struct PlacedYear {
    let year: Year
    let place: Passage
  }

  /// The titles of all files composed, one without going by its name; nil where none has a title.
  static func title(of names: [String], _ titles: [Label?]) -> Label? {
    guard titles.contains(where: { $0 != nil }) else { return nil }
    let all = zip(titles, names).map { $0 ?? Label(zh: $1, en: $1) }
    return Label(zh: all.map(\.zh).joined(separator: " + "), en: all.map(\.en).joined(separator: " + "))
  }

  /// What the base year of the data rules out.
  func check(against city: City) -> [Diagnostic] {
    let first = from.flatMap { from in city.problem(ofYear: from.year).map { Diagnostic(at: from.place, $0) } }
    let known = knownUntil.flatMap { date in
      city.problem(ofInformationDate: date.year).map { Diagnostic(at: date.place, $0) }
    }
    return [first, known].compactMap(\.self)
  }
}

extension City {
  /// Nothing is known of years before the base year.
  fileprivate func problem(ofYear year: Year) -> Problem? {
    year < baseYear ? .horizonBeforeBase(year: year, base: baseYear) : nil
  }

  /// Later years would count as known, and changes wait for them to pass.
  func problem(ofInformationDate year: Year) -> Problem? {
    problem(ofYear: year) ?? (year > newestKnowledge ? .knownTooLate(year: year, newest: newestKnowledge) : nil)
  }
}
