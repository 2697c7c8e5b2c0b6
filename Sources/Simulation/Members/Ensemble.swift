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
  public var memory = 400_000_000
  /// Hears how many members are done.
  public var progress: (@Sendable (Int) -> Void)?
  /// Indicators of which every member is kept for the results.
  public var kept: [String]
  /// Members up to which quantiles are exact.
  public var exactUpTo = 20_000

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
  /// - Throws: ``RunError`` when the books of a year do not balance.
  public func run() throws(RunError) -> Results { Results(self, try CentralRun(self)) }

  /// Runs the central member and worlds 1…N beside it.
  ///
  /// Chunks of members are computed side by side and joined in their order.
  ///
  /// - Throws: ``RunError``, ``WorldsError``.
  public func run(_ options: EnsembleOptions) async throws -> Results {
    let central = try CentralRun(self)
    var results = Results(self, central)
    guard options.draws > 0 else { return results }
    let work = ChunkWork(self, try worlds(), central)
    var collector = Collector(work, options)
    let chunks = (options.draws + Chunk.size - 1) / Chunk.size
    for first in stride(from: 0, to: chunks, by: Collector.round) {
      let round = first..<min(first + Collector.round, chunks)
      let done = try await concurrently(round, threads: options.threads) { index throws(RunError) in
        let chunk = try work.chunk(index, of: options.draws)
        options.progress?(chunk.members)
        return chunk
      }
      try await collector.take(done)
    }
    results.ensemble = try await collector.finish()
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
