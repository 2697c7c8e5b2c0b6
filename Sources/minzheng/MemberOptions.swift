import ArgumentParser
import Domain
import Reports
import Simulation

/// How many worlds are drawn, and how they are computed.
struct MemberOptions: ParsableArguments {
  @Option(
    help: "Worlds drawn beside the central member; 0 for the central member alone. The scenario's when not given.")
  var draws: Int?

  @Option(help: "The seed of the draws.")
  var seed: UInt64?

  @Option(help: "Threads to use; results do not depend on it.")
  var threads: Int?

  func validate() throws {
    if let threads, threads < 1 { throw ValidationError("--threads takes a number from 1 on") }
    if let draws, draws < 0 { throw ValidationError("--draws takes 0 or more") }
  }
}

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
    throw refused(error, plans[0], in: language)
  } catch let error as WorldsError {
    complain(worldsText(error, language: language))
    throw Exit.badInput
  }
}
