import Domain
import NumericCore

/// What members say of one series in one year.
public struct Statistics: Equatable, Sendable {
  /// The probabilities of the quantiles.
  public static let probabilities = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975]

  public let mean: Double
  /// In the order of ``probabilities``, by linear interpolation (type 7 of Hyndman and Fan, 1996).
  public let quantiles: [Double]
}

/// A series of a year, as a key.
struct SeriesYear: Hashable, Sendable {
  /// From the year after the base year.
  let year: Int
  let series: Int
}

/// Reads the members of series across chunks, from memory or from where they were put.
struct MemberReader: Sendable {
  let chunks: [Chunk]
  let series: Int
  let years: Int
  let sink: (any MemberSink)?

  struct Summary: Sendable {
    var statistics: [Statistics] = []
    var kept: [(key: SeriesYear, members: [Double])] = []
  }

  /// The statistics of neighbouring series in a year, and the members of those to keep.
  func summarise(
    year: Int, _ range: Range<Int>, draws: Int, keeping wanted: Set<SeriesYear>
  ) throws(RunError) -> Summary {
    var summary = Summary()
    var quantiles = SeriesQuantiles(count: draws, probabilities: Statistics.probabilities)
    try each(year, range, count: draws) { key, members in
      if wanted.contains(key) { summary.kept.append((key, members)) }
      summary.statistics.append(Statistics(of: members, &quantiles))
    }
    return summary
  }

  /// Gives the members of one series after the other.
  func each(
    _ year: Int, _ range: Range<Int>, count: Int, _ body: (SeriesYear, [Double]) -> Void
  ) throws(RunError) {
    let pieces = try chunks.map { chunk throws(RunError) in try piece(chunk, year, range) }
    var members = Array(repeating: 0.0, count: count)
    for series in range {
      gather(pieces, series - range.lowerBound, into: &members)
      body(SeriesYear(year: year, series: series), members)
    }
  }

  /// Where a chunk's numbers of neighbouring series begin.
  private struct Piece {
    let store: NumberStore
    let first: Int
  }

  /// A chunk's numbers of neighbouring series in a year, shape `[series][member]`.
  private func piece(_ chunk: Chunk, _ year: Int, _ range: Range<Int>) throws(RunError) -> Piece {
    let first = (year * series + range.lowerBound) * chunk.members
    if let values = chunk.values { return Piece(store: values, first: first) }
    let piece = Piece(store: NumberStore(count: range.count * chunk.members), first: 0)
    do {
      try sink?.read(at: chunk.index * Chunk.size * years * series + first, into: piece.store.places)
      return piece
    } catch {
      throw .store
    }
  }

  /// Puts the members of a series side by side, in their order.
  private func gather(_ pieces: [Piece], _ series: Int, into members: inout [Double]) {
    members.withUnsafeMutableBufferPointer { members in
      var place = 0
      for (chunk, piece) in zip(chunks, pieces) {
        let from = piece.first + series * chunk.members
        for member in 0..<chunk.members { members[place + member] = piece.store.values[from + member] }
        place += chunk.members
      }
    }
  }
}

extension Statistics {
  /// Of one series; for many use ``init(of:_:)``.
  public init(of members: [Double]) {
    var quantiles = SeriesQuantiles(count: members.count, probabilities: Statistics.probabilities)
    self.init(of: members, &quantiles)
  }

  init(of members: [Double], _ work: inout SeriesQuantiles) {
    var mean = 0.0
    quantiles = Array(unsafeUninitializedCapacity: Statistics.probabilities.count) { place, count in
      count = Statistics.probabilities.count
      place[..<count].initialize(repeating: 0)
      mean = members.withUnsafeBufferPointer {
        work.fill(UnsafeMutableBufferPointer(rebasing: place[..<count]), of: $0)
      }
    }
    self.mean = mean
  }
}
