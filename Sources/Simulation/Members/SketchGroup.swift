import NumericCore

/// Sketches of neighbouring series in one year, with sums and what is kept of every member.
struct SketchGroup: Sendable {
  private let year: Int
  private let series: Range<Int>
  private var sketches: [QuantileSketch] = []
  private var sums: [Double] = []
  private(set) var kept: [(key: SeriesYear, members: [Double])] = []

  init(year: Int, _ series: Range<Int>) {
    self.year = year
    self.series = series
  }

  /// Lays out the sketch of the next series by its first members.
  mutating func append(firstPart members: [Double], _ key: SeriesYear, isKept: Bool) {
    sketches.append(
      members.withUnsafeBufferPointer {
        QuantileSketch(firstPart: $0, probabilities: Statistics.probabilities)
      })
    sums.append(mean(of: members) * Double(members.count))
    if isKept { kept.append((key, members)) }
  }

  /// Counts a chunk's members in.
  mutating func add(_ chunk: Chunk, series count: Int, keeping wanted: Set<SeriesYear>) {
    guard let store = chunk.values else { return }
    func members(_ series: Int) -> UnsafeBufferPointer<Double> {
      let first = (year * count + series) * chunk.members
      return UnsafeBufferPointer(rebasing: store.values[first..<first + chunk.members])
    }
    for (offset, series) in series.enumerated() {
      sketches[offset].add(members(series))
      sums[offset] += members(series).reduce(0, +)
    }
    for index in kept.indices { kept[index].members += members(kept[index].key.series) }
  }

  var statistics: [Statistics] {
    zip(sketches, sums).map { sketch, sum in
      Statistics(
        mean: sketch.holdsNaN ? .nan : sum / Double(sketch.count),
        quantiles: Statistics.probabilities.map(sketch.quantile))
    }
  }

  /// The largest rank error of any quantile.
  var rankError: Double {
    sketches.reduce(0) { worst, sketch in
      sketch.holdsNaN ? worst : Statistics.probabilities.reduce(worst) { max($0, sketch.rankError($1)) }
    }
  }
}

extension MemberReader {
  /// Sketches of neighbouring series in a year, laid out by all members there are.
  func sketch(
    year: Int, _ range: Range<Int>, members count: Int, keeping wanted: Set<SeriesYear>
  ) throws(RunError) -> SketchGroup {
    var group = SketchGroup(year: year, range)
    try each(year, range, count: count) { key, members in
      group.append(firstPart: members, key, isKept: wanted.contains(key))
    }
    return group
  }
}
