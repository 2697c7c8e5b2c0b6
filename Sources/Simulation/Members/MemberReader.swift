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
    let pieces = try chunks.map { chunk throws(RunError) in try piece(chunk, year, range) }
    var summary = Summary()
    var members = Array(repeating: 0.0, count: draws)
    var selection = QuantileSelection()
    for series in range {
      gather(pieces, series - range.lowerBound, into: &members)
      let key = SeriesYear(year: year, series: series)
      if wanted.contains(key) { summary.kept.append((key, members)) }
      summary.statistics.append(selection.statistics(of: members))
    }
    return summary
  }

  /// A chunk's numbers of neighbouring series in a year, shape `[series][member]`.
  private func piece(_ chunk: Chunk, _ year: Int, _ range: Range<Int>) throws(RunError) -> ArraySlice<Double> {
    let first = (year * series + range.lowerBound) * chunk.members
    let count = range.count * chunk.members
    guard let sink else { return chunk.values[first..<first + count] }
    do {
      return try Array(unsafeUninitializedCapacity: count) { buffer, filled in
        let place = UnsafeMutableBufferPointer(rebasing: buffer[..<count])
        place.initialize(repeating: 0)
        try sink.read(at: chunk.index * Chunk.size * years * series + first, into: place)
        filled = count
      }[...]
    } catch {
      throw .store
    }
  }

  /// Puts the members of a series side by side, in their order.
  private func gather(_ pieces: [ArraySlice<Double>], _ series: Int, into members: inout [Double]) {
    members.withUnsafeMutableBufferPointer { members in
      var place = 0
      for (chunk, piece) in zip(chunks, pieces) {
        piece.withUnsafeBufferPointer { piece in
          let from = series * chunk.members
          for member in 0..<chunk.members { members[place + member] = piece[from + member] }
        }
        place += chunk.members
      }
    }
  }
}

/// Works out statistics of one series after the other.
struct QuantileSelection {
  func statistics(of members: [Double]) -> Statistics {
    let mean = members.reduce(0, +) / Double(members.count)
    let sorted = members.sorted()
    return Statistics(
      mean: mean,
      quantiles: Statistics.probabilities.map { probability in
        let place = probability * Double(sorted.count - 1)
        let low = Int(place)
        let high = min(low + 1, sorted.count - 1)
        return sorted[low] + (place - Double(low)) * (sorted[high] - sorted[low])
      })
  }
}
