import Domain
import Reports
import Simulation

/// Runs a plan with its members, or says why none came of it.
///
/// - Parameter kept: indicators of which every member is wanted.
func computed(
  _ plan: Plan, _ members: MemberOptions, keeping kept: [String] = [], in language: Language
) async throws -> Results {
  try await computed([plan], members, keeping: kept, areas: nil, years: nil, in: language)[0]
}

/// Runs plans for one city in the same worlds.
///
/// - Parameters:
///   - areas: where members of the indicators kept are wanted; nil for everywhere.
///   - years: when they are wanted; nil for always.
func computed(
  _ plans: [Plan], _ members: MemberOptions, keeping kept: [String], areas: Set<Int>?, years: Set<Year>?,
  in language: Language
) async throws -> [Results] {
  let draws = plans[0].scenario.draws
  let line = ProgressLine(total: draws, language: language)
  defer { line?.finish() }
  let options = plans.map { _ in
    var options = EnsembleOptions(
      draws: draws, threads: usableThreads(members.threads), sink: draws > 0 ? try? MemberFile() : nil, kept: kept,
      progress: line.map { line in { @Sendable in line.advance(by: $0) } })
    options.keptAreas = areas
    options.keptYears = years
    return options
  }
  do {
    return try await Plan.run(plans, options)
  } catch let error as RunError {
    throw Refusal(error, plans[0].city.areas, in: language)
  } catch let error as WorldsError {
    throw Refusal(error, in: language)
  }
}
