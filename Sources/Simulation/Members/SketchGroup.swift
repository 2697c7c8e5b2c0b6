import NumericCore

/// Sketches of neighbouring series in one year, with sums and what is kept of every member.
///
/// It is changed where it stands, since a copy would take as much memory again: whoever changes it must be the only one
/// that has it; between that it may be read from everywhere.
final class SketchGroup: @unchecked Sendable {
  private let year: Int
  private let series: Range<Int>
  private var sketches: [QuantileSketch] = []
  private var sums: [Double] = []
  private(set) var kept: [(key: SeriesYear, members: [Double])] = []

  /// Between the edges around a quantile, as a share of the members, and by how much farther apart farther out.
  private static let spacing = 0.0008
  private static let widening = 0.25

  init(year: Int, _ series: Range<Int>) {
    self.year = year
    self.series = series
    sketches.reserveCapacity(series.count)
    sums.reserveCapacity(series.count)
  }

  private static func ranks(of count: Int) -> EdgeRanks {
    EdgeRanks(count: count, probabilities: Statistics.probabilities, spacing: spacing, widening: widening)
  }

  /// Lays out the sketches of all its series by their first members.
  ///
  /// - Parameter draws: how many members are to come in all.
  func begin(_ reader: MemberReader, keeping wanted: Set<SeriesYear>, of draws: Int) throws(RunError) {
    let ranks = SketchGroup.ranks(of: reader.count)
    try reader.each(year, series) { key, members in
      let members = members()
      sketches.append(members.withUnsafeBufferPointer { QuantileSketch(firstPart: $0, ranks: ranks) })
      sums.append(SketchGroup.sum(of: members, from: 0))
      guard wanted.contains(key) else { return }
      kept.append((key, []))
      kept[kept.count - 1].members.reserveCapacity(draws)
      kept[kept.count - 1].members += members
    }
  }

  /// Counts more members in.
  ///
  /// - Parameter refining: whether as many are counted then that edges are laid anew.
  func add(_ reader: MemberReader, refining: Bool) throws(RunError) {
    var place = 0
    let ranks = refining ? sketches.first.map { SketchGroup.ranks(of: $0.count + reader.count) } : nil
    try reader.each(year, series) { key, members in
      let (members, index) = (members(), key.series - series.lowerBound)
      members.withUnsafeBufferPointer { sketches[index].add($0) }
      if let ranks { sketches[index].refine(at: ranks) }
      sums[index] = SketchGroup.sum(of: members, from: sums[index])
      guard place < kept.count, kept[place].key == key else { return }
      kept[place].members += members
      place += 1
    }
  }

  /// Chunk by chunk, so that a sum does not depend on how many are counted at a time.
  private static func sum(of members: [Double], from start: Double) -> Double {
    stride(from: 0, to: members.count, by: Chunk.size).reduce(start) { sum, first in
      sum + members[first..<min(first + Chunk.size, members.count)].reduce(0, +)
    }
  }

  /// Of every series; exact where every member is kept.
  var statistics: [Statistics] {
    var all = zip(sketches, sums).map { sketch, sum in
      Statistics(
        mean: sketch.holdsNaN ? .nan : sum / Double(sketch.count),
        quantiles: Statistics.probabilities.map(sketch.quantile))
    }
    for (key, members) in kept { all[key.series - series.lowerBound] = Statistics(of: members) }
    return all
  }

  /// The largest rank error of any quantile.
  var rankError: Double {
    let exact = Set(kept.map { $0.key.series - series.lowerBound })
    return sketches.enumerated().reduce(0) { worst, sketch in
      sketch.element.holdsNaN || exact.contains(sketch.offset)
        ? worst
        : Statistics.probabilities.reduce(worst) { max($0, sketch.element.rankError($1)) }
    }
  }
}

extension MemberReader {
  /// Sketches of neighbouring series in a year, laid out by all members there are.
  ///
  /// - Parameter draws: how many members are to come in all.
  func sketch(
    year: Int, _ range: Range<Int>, keeping wanted: Set<SeriesYear>, of draws: Int
  ) throws(RunError) -> SketchGroup {
    let group = SketchGroup(year: year, range)
    try group.begin(self, keeping: wanted, of: draws)
    return group
  }
}
