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

  /// Counts more members in.
  mutating func add(_ reader: MemberReader) throws(RunError) {
    var place = 0
    try reader.each(year, series) { key, members in
      let members = members()
      members.withUnsafeBufferPointer { sketches[key.series - series.lowerBound].add($0) }
      // Chunk by chunk, so that a sum does not depend on how many are counted at a time.
      for first in stride(from: 0, to: members.count, by: Chunk.size) {
        sums[key.series - series.lowerBound] += members[first..<min(first + Chunk.size, members.count)].reduce(0, +)
      }
      guard place < kept.count, kept[place].key == key else { return }
      kept[place].members += members
      place += 1
    }
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
  func sketch(year: Int, _ range: Range<Int>, keeping wanted: Set<SeriesYear>) throws(RunError) -> SketchGroup {
    var group = SketchGroup(year: year, range)
    try each(year, range) { key, members in
      group.append(firstPart: members(), key, isKept: wanted.contains(key))
    }
    return group
  }
}
