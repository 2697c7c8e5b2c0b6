import Domain
import Formulas
import NumericCore
import Simulation
import Targets

/// Scenarios beside the first of them, in the same worlds.
///
/// The first keeps its results; of each other only what is shown is kept, so that many can be held against it.
public struct Comparison: Sendable {
  /// What the others are held against.
  public let base: Results
  public private(set) var others: [OtherScenario] = []
  /// The years all of them reach.
  public let years: ClosedRange<Year>
  /// Where and when differences are kept.
  let areas: [Int]
  let shown: [Year]

  /// - Parameters:
  ///   - years: that all scenarios reach.
  ///   - areas: those whose differences are kept; all where nothing is said, and all years likewise.
  public init(_ base: Results, years: ClosedRange<Year>, areas: [Int]? = nil, shown: [Year]? = nil) {
    self.base = base
    self.years = years
    self.areas = areas ?? base.areas.shown
    self.shown = shown ?? Array(years)
  }

  /// - Throws: ``ComparisonError`` when they do not face the same worlds.
  public init(_ results: [Results]) throws(ComparisonError) {
    self.init(results[0], years: try Comparison.commonYears(of: results.map(\.plan)))
    for other in results.dropFirst() { add(other) }
  }

  /// Holds another scenario against the first.
  public mutating func add(_ other: Results) { others.append(OtherScenario(other, against: self)) }

  /// Whether the same worlds count in two runs.
  public static func countsSameWorlds(_ one: Results, _ other: Results) -> Bool {
    one.ensemble?.setAside.map(\.world) == other.ensemble?.setAside.map(\.world)
  }
}

/// What scenarios must have in common to be compared.
public struct ComparisonTerms: Sendable {
  let name: String
  let city: String
  let seed: UInt64
  let draws: Int
  let knownUntil: Year
  let horizon: ClosedRange<Year>

  public init(_ city: City, _ scenario: Scenario) {
    name = scenario.name
    self.city = city.name
    (seed, draws, horizon) = (scenario.seed, scenario.draws, scenario.horizon)
    knownUntil = max(scenario.knownUntil ?? city.informationDate, city.baseYear)
  }
}

extension Comparison {
  /// The years that scenarios share.
  ///
  /// - Throws: ``ComparisonError`` when they cannot be compared.
  public static func commonYears(of plans: [Plan]) throws(ComparisonError) -> ClosedRange<Year> {
    try commonYears(of: plans.map { ComparisonTerms($0.city, $0.scenario) })
  }

  /// - Throws: ``ComparisonError`` when they cannot be compared.
  public static func commonYears(of all: [ComparisonTerms]) throws(ComparisonError) -> ClosedRange<Year> {
    guard let first = all.first, all.count > 1 else { throw .nothingToCompare }
    for other in all.dropFirst() {
      func differ<T: Equatable>(_ what: ComparisonError.Setting, _ one: T, _ two: T) throws(ComparisonError) {
        guard one != two else { return }
        throw .differ(what, first: first.name, "\(one)", second: other.name, "\(two)")
      }
      try differ(.dataset, first.city, other.city)
      try differ(.seed, first.seed, other.seed)
      try differ(.draws, first.draws, other.draws)
      try differ(.knownUntil, first.knownUntil, other.knownUntil)
    }
    let names = all.map(\.name)
    if let twice = names.first(where: { name in names.filter { $0 == name }.count > 1 }) { throw .sameName(twice) }
    let from = all.map(\.horizon.lowerBound).max() ?? 0
    let to = all.map(\.horizon.upperBound).min() ?? 0
    guard from <= to else { throw .noCommonYears }
    return from...to
  }
}

/// Why scenarios cannot be compared.
public enum ComparisonError: Error, Equatable, Sendable {
  public enum Setting: String, Sendable {
    case dataset, seed, draws, knownUntil
  }

  case nothingToCompare
  case differ(Setting, first: String, String, second: String, String)
  case sameName(String)
  case noCommonYears
}
