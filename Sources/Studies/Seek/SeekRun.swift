import Domain
import Formulas
import Simulation

/// Runs a scenario with its levers at given values, and says in which share of worlds a condition holds.
public struct SeekRun: Sendable {
  private let city: City
  private let scenario: Scenario
  private let levers: [Lever]
  private let condition: Condition
  private let cost: Outcome?
  private let draws: Int
  private let seed: UInt64
  private let options: EnsembleOptions

  /// Mixes computed together: what they share is computed once.
  private static let together = 8

  /// - Parameters:
  ///   - levers: each with the change it makes.
  ///   - seed: of the worlds.
  ///   - options: how worlds are computed.
  public init(
    _ city: City, _ scenario: Scenario, _ levers: [Lever], until condition: Condition, cost: Outcome?, draws: Int,
    seed: UInt64, _ options: EnsembleOptions
  ) {
    self.city = city
    self.scenario = scenario
    self.levers = levers
    self.condition = condition
    self.cost = cost
    self.draws = draws
    self.seed = seed
    var options = options
    options.draws = draws
    let outcomes = [condition.outcome, cost].compactMap { $0 }
    options.kept = outcomes.map(\.indicator).uniqued()
    options.keptAreas = Set(outcomes.map(\.area))
    options.keptYears = Set(outcomes.map(\.year))
    self.options = options
  }

  private var outcomes: [Outcome] { [condition.outcome, cost].compactMap { $0 } }

  /// What the scenario comes to as it is.
  public func unchanged() async throws -> SeekTrial { try await trials(laying: [[]])[0] }

  /// What mixes of levers come to, each a value a lever.
  ///
  /// - Throws: ``ResolutionError``, ``RunError``, ``WorldsError`` where the scenario as it is comes to nothing; a mix that
  ///   cannot be has no chance.
  public func trials(_ mixes: [[Double]]) async throws -> [SeekTrial] {
    try await trials(laying: mixes.map { mix in zip(levers, mix).compactMap { $0.template?.with($1) } })
  }

  private func trials(laying changes: [[Override]]) async throws -> [SeekTrial] {
    var result: [SeekTrial] = []
    for start in stride(from: 0, to: changes.count, by: SeekRun.together) {
      result += try await together(Array(changes[start..<min(start + SeekRun.together, changes.count)]))
    }
    return result
  }

  /// Together where all can be; where one cannot, one by one.
  private func together(_ changes: [[Override]]) async throws -> [SeekTrial] {
    do {
      let plans = try changes.map { changes in
        try Plan(city, scenario.laying(changes, draws: draws, seed: seed)).limited(to: outcomes)
      }
      return try await Plan.run(plans, plans.map { _ in options }).map(trial)
    } catch {
      guard changes.count > 1 else {
        if changes[0].isEmpty { throw error }
        return [SeekTrial(chance: nil, cost: nil)]
      }
      var result: [SeekTrial] = []
      for change in changes { result += try await together([change]) }
      return result
    }
  }

  private func trial(_ results: Results) -> SeekTrial {
    let wanted = condition.outcome
    let members = results.members(wanted.indicator, area: wanted.area, year: wanted.year) ?? []
    let held = members.count { condition.holds($0) }
    let cost = cost.flatMap { results.statistics($0.indicator, area: $0.area, year: $0.year)?.mean }
    return SeekTrial(chance: members.isEmpty ? nil : Double(held) / Double(members.count), cost: cost)
  }
}
