import Domain
import Formulas
import Simulation
import Uncertainty

/// How much of a figure's interval is chance, how much is not known, and which inputs have most of it.
public struct IntervalPart: Sendable {
  public struct Input: Sendable {
    public let origin: WorldCause.Origin
    /// The share of the variance that it explains alone.
    public let share: Estimate
  }

  public let outcome: Outcome
  /// The ends of the 80 % interval, and the median.
  public let low: Double
  public let median: Double
  public let high: Double
  public let chance: Estimate
  public let inputs: Estimate
  /// At most five, the largest first.
  public let largest: [Input]

  /// How wide chance alone would be: the distances from the median times the root of its share.
  public var byChance: (low: Double, high: Double) {
    let factor = chance.value.squareRoot()
    return (median - factor * (median - low), median + factor * (high - median))
  }

  /// Inputs named for a figure.
  private static let mostInputs = 5

  /// Worlds that are looked at: more tell the shares little better, and take memory for everything drawn in them.
  public static let mostWorlds = 4000

  /// Of the headlines of a run; empty with fewer than ``WidthSplit/fewestWorlds`` worlds.
  public static func all(of results: Results) -> [IntervalPart] {
    guard (results.ensemble?.counted ?? 0) >= WidthSplit.fewestWorlds,
      let causes = WorldCauses(results, atMost: mostWorlds)
    else { return [] }
    func prepared(_ causes: [WorldCause]) -> [PreparedCause] {
      causes.map { PreparedCause(Cause(columns: $0.columns, isChance: $0.isChance)) }
    }
    let standing = prepared(causes.standing)
    var byYear: [Year: (causes: [WorldCause], prepared: [PreparedCause])] = [:]
    return results.plan.headlines.compactMap { outcome in
      let own =
        byYear[outcome.year]
        ?? {
          let wandering = causes.wandering(until: outcome.year)
          return (causes.standing + wandering, standing + prepared(wandering))
        }()
      byYear[outcome.year] = own
      return IntervalPart(outcome, results, own.causes, own.prepared, worlds: causes.members.count)
    }
  }

  private init?(
    _ outcome: Outcome, _ results: Results, _ causes: [WorldCause], _ prepared: [PreparedCause], worlds: Int
  ) {
    guard
      let members = results.members(outcome.indicator, area: outcome.area, year: outcome.year),
      let statistics = results.statistics(outcome.indicator, area: outcome.area, year: outcome.year),
      let split = WidthSplit(outcome: Array(members.prefix(worlds)), prepared: prepared)
    else { return nil }
    self.outcome = outcome
    (low, high) = statistics.interval
    median = statistics.median
    guard low < high else { return nil }
    (chance, inputs) = (split.chance, split.inputs)
    largest = split.parts.filter { !causes[$0.cause].isChance }.prefix(IntervalPart.mostInputs)
      .map { Input(origin: causes[$0.cause].origin, share: $0.share) }
  }
}
