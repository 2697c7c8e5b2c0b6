import Simulation
import Studies

/// A study on its way: points are computed that a store does not have yet, and kept there.
public struct Sweep: Sendable {
  public let run: SweepRun
  public let points: StudyPoints
  /// How many points there are.
  public let count: Int
  private let context: SweepContext

  public init(_ run: SweepRun, _ context: SweepContext) {
    self.run = run
    self.context = context
    points = run.study.points
    count = points.count ?? 0
  }

  /// What became of the points of a shard.
  public struct Tally: Equatable, Sendable {
    /// Points that the store had.
    public var reused = 0
    public var computed = 0
    /// Of all of them, those that have no values.
    public var failed = 0

    public var done: Int { reused + computed }
  }

  /// The points looked at together.
  public struct Batch: Sendable {
    public let points: [StudyPoint]
    let keys: [PointKey]
    /// What the store has of each.
    public let stored: [StoredPoint?]
  }

  /// The points of a shard in their order, so many together, with what a store has of them; none of what it does not.
  ///
  /// - Parameter store: nil where nothing is kept yet.
  public func batches(_ shard: Shard = .whole, in store: StudyStore?) -> some Sequence<Result<Batch, StoreFailure>> {
    shard.ids(of: count, Sweep.batch).lazy.map { ids in
      let points = ids.map { self.points[$0] }
      let keys = points.map { PointKey(context, $0.signature(run.study)) }
      do throws(StoreFailure) {
        let stored = try store?.points(keys) ?? keys.map { _ in nil }
        return .success(Batch(points: points, keys: keys, stored: stored))
      } catch {
        return .failure(error)
      }
    }
  }

  private static let batch = 1_024

  /// How much of a shard a store has; what is missing counts as computed.
  ///
  /// - Throws: ``StoreFailure``.
  public func survey(_ shard: Shard, in store: StudyStore?) throws(StoreFailure) -> Tally {
    var tally = Tally()
    for batch in batches(shard, in: store) {
      for stored in try batch.get().stored {
        tally.reused += stored == nil ? 0 : 1
        tally.computed += stored == nil ? 1 : 0
        tally.failed += stored?.message == nil ? 0 : 1
      }
    }
    return tally
  }

  /// Computes what a store does not have, and keeps it there batch by batch.
  ///
  /// - Parameters:
  ///   - again: whether points that failed are computed once more.
  ///   - words: why a point has no values; the same in every language.
  ///   - progress: hears of every batch.
  /// - Returns: what became of the points.
  /// - Throws: ``StoreFailure``; what was kept before is there.
  public func complete(
    _ shard: Shard, in store: StudyStore, failedAgain again: Bool = false, threads: Int,
    words: (PointFailure) -> String, progress: (Tally) -> Void = { _ in }
  ) async throws -> Tally {
    var tally = Tally()
    var pace = Pace(lanes: threads * 8)
    var waiting: [(key: PointKey, point: StudyPoint)] = []

    func settle(_ count: Int) async throws {
      let now = Array(waiting.prefix(count))
      waiting.removeFirst(now.count)
      let found = await pace.timed(now.count) { await run.values(of: now.map(\.point), threads: threads) }
      let stored = found.map { result -> StoredPoint in
        switch result {
        case .success(let values): .values(values)
        case .failure(let failure): .failed(words(failure))
        }
      }
      try store.keep(zip(now, stored).map { ($0.key, $1) })
      tally.computed += stored.count
      tally.failed += stored.count { $0.message != nil }
      progress(tally)
    }

    for batch in batches(shard, in: store) {
      let batch = try batch.get()
      for (place, stored) in batch.stored.enumerated() {
        let isFailed = stored?.message != nil
        if stored == nil || isFailed && again {
          waiting.append((batch.keys[place], batch.points[place]))
        } else {
          tally.reused += 1
          tally.failed += isFailed ? 1 : 0
        }
      }
      while waiting.count >= pace.size { try await settle(pace.size) }
      progress(tally)
    }
    while !waiting.isEmpty { try await settle(pace.size) }
    return tally
  }
}

/// How many points are computed before they are kept: about as many as take half a second.
private struct Pace {
  private let lanes: Int
  private(set) var size: Int

  init(lanes: Int) {
    self.lanes = lanes
    size = lanes
  }

  mutating func timed<T: Sendable>(_ count: Int, _ work: () async -> T) async -> T {
    let start = ContinuousClock.now
    let result = await work()
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    if count >= size {
      let wanted = Double(count) / max(seconds, 1e-3) * 0.5
      size = lanes * max(1, min(Int(wanted) / lanes, 1_024 / lanes))
    }
    return result
  }
}
