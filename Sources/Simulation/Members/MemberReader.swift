import Domain
import NumericCore

/// A series of a year, as a key.
struct SeriesYear: Hashable, Sendable {
  /// From the first in which members may differ.
  let year: Int
  let series: Int
}

/// Reads the members of series across chunks, from memory or from where they were put.
struct MemberReader: Sendable {
  let chunks: [Chunk]
  let series: Int
  let layout: RowLayout
  let sink: (any MemberSink)?
  /// Members in all chunks.
  let count: Int
  /// Rows that in some chunk are not as the layout says.
  private let exceptional: Set<Int>

  init(_ chunks: [Chunk], series: Int, _ layout: RowLayout, _ sink: (any MemberSink)?) {
    self.chunks = chunks
    self.series = series
    self.layout = layout
    self.sink = sink
    count = chunks.reduce(0) { $0 + $1.members }
    exceptional = chunks.reduce(into: []) { $0.formUnion($1.exceptions.keys) }
  }

  struct Summary: Sendable {
    var statistics: [Statistics] = []
    var kept: [(key: SeriesYear, members: [Double])] = []
  }

  /// The statistics of neighbouring series in a year, and the members of those to keep.
  func summarise(year: Int, _ range: Range<Int>, keeping wanted: Set<SeriesYear>) throws(RunError) -> Summary {
    var summary = Summary()
    var quantiles = SeriesQuantiles(count: count, probabilities: Statistics.probabilities)
    try each(year, range) { key, members in
      let row = year * series + key.series
      let statistics: Statistics
      switch layout.rows[row] {
      case .constant(let value) where !exceptional.contains(row): statistics = Statistics(constant: value)
      case .same(let other) where range.contains(other) && !exceptional.contains(row):
        statistics = summary.statistics[other - range.lowerBound]
      default: statistics = Statistics(of: members(), &quantiles)
      }
      summary.statistics.append(statistics)
      if wanted.contains(key) { summary.kept.append((key, members())) }
    }
    return summary
  }

  /// Gives one series after the other, and its members to whoever asks for them.
  func each(_ year: Int, _ range: Range<Int>, _ body: (SeriesYear, () -> [Double]) -> Void) throws(RunError) {
    let rows = year * series + range.lowerBound..<year * series + range.upperBound
    let pieces = try chunks.map { chunk throws(RunError) in try piece(chunk, layout.places(rows)) }
    var members = Array(repeating: 0.0, count: count)
    for series in range {
      body(SeriesYear(year: year, series: series)) {
        fill(&members, year * self.series + series, pieces)
        return members
      }
    }
  }

  /// Puts the members of a row side by side, in their order.
  private func fill(_ members: inout [Double], _ row: Int, _ pieces: [Piece]) {
    members.withUnsafeMutableBufferPointer { members in
      switch layout.origin(of: row, series: series) {
      case .constant(let value): members.update(repeating: value)
      case .place(let place):
        var first = 0
        for index in pieces.indices {
          let numbers = pieces[index].numbers(place)
          for member in 0..<numbers.count { members[first + member] = numbers[member] }
          first += numbers.count
        }
      }
    }
    if exceptional.contains(row) { except(row, from: &members) }
  }

  /// Puts the blocks that are not as the layout says in their places.
  private func except(_ row: Int, from members: inout [Double]) {
    var start = 0
    for chunk in chunks {
      for (first, lanes, values) in chunk.exceptions[row] ?? [] {
        for lane in 0..<lanes { members[start + first + lane] = values[lane] }
      }
      start += chunk.members
    }
  }

  /// A chunk's numbers from one place on.
  private struct Piece {
    let store: NumberStore
    let first: Int
    let members: Int

    func numbers(_ place: Int) -> UnsafeBufferPointer<Double> {
      let start = (place - first) * members
      return UnsafeBufferPointer(rebasing: store.values[start..<start + members])
    }
  }

  private func piece(_ chunk: Chunk, _ places: Range<Int>) throws(RunError) -> Piece {
    if let values = chunk.values { return Piece(store: values, first: 0, members: chunk.members) }
    let store = NumberStore(count: places.count * chunk.members)
    let start = chunk.index * Chunk.size * layout.owned + places.lowerBound * chunk.members
    do { try sink?.read(at: start, into: store.places) } catch { throw .store }
    return Piece(store: store, first: places.lowerBound, members: chunk.members)
  }
}
