import Domain
import Formulas
import NumericCore

/// What single worlds of a scenario come to, for some outcomes.
public struct WorldRun: Sendable {
  private let work: ChunkWork
  private let worlds: Worlds
  private let outcomes: [Outcome]
  /// Where each outcome's indicator stands in the program.
  private let places: [Int]
  /// The central member's values.
  private let central: [Double]

  /// - Parameter other: another scenario on the same data, known until the same year.
  /// - Throws: ``RunError`` where the scenario by itself comes to nothing, ``WorldsError``, ``ResolutionError``.
  public init(_ whole: Plan, _ outcomes: [Outcome], beside other: WorldRun? = nil) throws {
    let (plan, central) = try whole.limited(to: outcomes).funded()
    worlds = try plan.worlds().solving(plan, as: other?.worlds)
    work = try ChunkWork(plan, worlds, central, EnsembleOptions(draws: LaneVector.scalarCount))
    self.outcomes = outcomes
    places = outcomes.map { outcome in
      guard let place = plan.program.indicators.firstIndex(where: { $0.name == outcome.indicator }) else {
        preconditionFailure("unknown indicator \(outcome.indicator)")
      }
      return place
    }
    let results = Results(plan, central)
    self.central = outcomes.map { results.step($0.indicator, area: $0.area, year: $0.year) ?? .nan }
  }

  /// The outcomes in a world, to the bit those that it has as a member of an ensemble.
  ///
  /// - Parameter world: its number, from 1 on.
  public func values(inWorld world: Int) throws(RunError) -> [Double] {
    var values = central
    guard let years = work.years else { return values }
    let lane = (world - 1) % LaneVector.scalarCount
    var order = LaneOrder(first: UInt64(world - lane), lanes: [lane])
    var block = try work.leadingBlock(&order)
    for year in years {
      try block.advance(to: year)
      for (index, outcome) in outcomes.enumerated() where outcome.year == year {
        guard work.plan.program.varies(places[index], in: work.scope) else { continue }
        values[index] = block.evaluation.value(places[index], area: outcome.area)[0]
      }
    }
    return values
  }
}
