import Domain
import Formulas
import NumericCore
import Population

/// How an ensemble is computed. Results do not depend on the threads.
public struct EnsembleOptions: Sendable {
  public var draws: Int
  public var threads: Int
  /// Where members go that do not fit in memory; nil keeps all of them there.
  public var sink: (any MemberSink)?
  /// Bytes of members beyond which the sink is used.
  public var memory = 512 << 20
  /// Hears how many members are done.
  public var progress: (@Sendable (Int) -> Void)?
  /// Indicators of which every member is kept for the results.
  public var kept: [String]
  /// Of these, the areas and years in which they are kept; all where nothing is said.
  public var keptAreas: Set<Int>?
  public var keptYears: Set<Year>?
  /// Values of which every member is kept besides.
  public var keptOutcomes: [Outcome] = []
  /// Years of which every value of the central member is kept, steps on the way included.
  public var recorded: Set<Year> = []
  /// Members up to which quantiles are exact, whatever that takes; of more where all of them fit into the memory.
  public var exactUpTo = 2000
  public var exactInMemoryUpTo = 20_000

  public init(
    draws: Int, threads: Int = 1, sink: (any MemberSink)? = nil, kept: [String] = [],
    progress: (@Sendable (Int) -> Void)? = nil
  ) {
    precondition(draws >= 0 && threads > 0, "draws are not negative, threads at least one")
    self.draws = draws
    self.threads = threads
    self.sink = sink
    self.kept = kept
    self.progress = progress
  }
}

extension Plan {
  /// Runs the central member alone.
  ///
  /// - Parameter years: of which every value is kept, steps on the way included.
  /// - Throws: ``RunError`` when the books of a year do not balance.
  public func run(recording years: Set<Year> = []) throws(RunError) -> Results {
    let (plan, central) = try funded()
    return Results(plan, central, recording: years)
  }

  /// Runs the central member and worlds 1…N beside it.
  ///
  /// Chunks of members are computed side by side and joined in their order.
  ///
  /// - Throws: ``RunError``, ``WorldsError``.
  public func run(_ options: EnsembleOptions) async throws -> Results {
    try await Plan.run([self], [options])[0]
  }

  /// Runs scenarios for one city in the same worlds; what is the same in several is computed once.
  ///
  /// - Parameter options: those of each scenario, with as many draws; the first's threads and progress count.
  /// - Throws: ``RunError``, ``WorldsError``.
  public static func run(_ plans: [Plan], _ options: [EnsembleOptions]) async throws -> [Results] {
    precondition(plans.count == options.count && !plans.isEmpty, "options for each scenario")
    let (draws, threads, progress) = (options[0].draws, options[0].threads, options[0].progress)
    precondition(options.allSatisfy { $0.draws == draws }, "as many draws of each scenario")
    let funded = try plans.map { plan throws(RunError) in try plan.funded() }
    var results = zip(funded, options).map { Results($0.plan, $0.central, recording: $1.recorded) }
    guard draws > 0 else { return results }
    let works = try zip(funded, options).map {
      try ChunkWork($0.plan, try $0.plan.worlds().solving($0.plan), $0.central, $1)
    }
    let groups = ChunkGroup.groups(of: works)
    var collectors = zip(works, options).map { Collector($0, $1) }
    let chunks = (draws + Chunk.size - 1) / Chunk.size
    let size = Collector.round(works)
    for first in stride(from: 0, to: chunks, by: size) {
      let round = first..<min(first + size, chunks)
      let done = try await concurrently(round, threads: threads) { index throws(RunError) in
        let byPlace = try ChunkGroup.chunks(of: groups, index, of: draws)
        progress?(Chunk.members(index, of: draws))
        return byPlace
      }
      for place in collectors.indices { try await collectors[place].take(done.compactMap { $0[place] }) }
    }
    for place in collectors.indices { results[place].ensemble = try await collectors[place].finish() }
    return results
  }
}

/// Does work for every index, some side by side, and gives the results in the order of the indices.
///
/// Each thread has its own indices from the start: every so-manieth.
func concurrently<T: Sendable>(
  _ indices: Range<Int>, threads: Int, _ work: @escaping @Sendable (Int) throws(RunError) -> T
) async throws(RunError) -> [T] {
  let workers = min(threads, indices.count)
  guard workers > 1 else {
    var results: [T] = []
    for index in indices { results.append(try work(index)) }
    return results
  }
  let parts = await withTaskGroup(of: (worker: Int, part: Result<[T], RunError>).self) { group in
    for worker in 0..<workers {
      group.addTask {
        var results: [T] = []
        do throws(RunError) {
          for index in stride(from: indices.lowerBound + worker, to: indices.upperBound, by: workers) {
            results.append(try work(index))
          }
          return (worker, .success(results))
        } catch {
          return (worker, .failure(error))
        }
      }
    }
    var parts = Array(repeating: Result<[T], RunError>.success([]), count: workers)
    for await (worker, part) in group { parts[worker] = part }
    return parts
  }
  var byWorker: [[T]] = []
  for part in parts { byWorker.append(try part.get()) }
  return indices.map { byWorker[($0 - indices.lowerBound) % workers][($0 - indices.lowerBound) / workers] }
}
