/// Mean and quantiles of many series of one length, without sorting them.
///
/// A pass counts the values in bins of equal width between the smallest and the
/// largest; another keeps the values of the few bins that hold a wanted rank,
/// and only these are sorted. The results are bit for bit those of sorting the
/// whole series: the kept values are the same, ranks included.
///
/// Holds its work space; each thread needs its own.
public struct SeriesQuantiles: Sendable {
  /// Values in a series.
  public let count: Int
  /// The probabilities of the quantiles, ascending.
  public let probabilities: [Double]

  private let quantileRanks: [TypeSevenRank]
  /// Every rank that a quantile reads, ascending.
  let wanted: [Int]
  /// Place in `wanted` of each quantile's two ranks.
  private let places: [(below: Int, above: Int)]

  /// Values in each bin; all zero between calls.
  var bins: [UInt32]
  /// 1 for a bin that holds a wanted rank, else 0; all zero between calls.
  var isKept: [UInt8]
  /// The bin of each value, in the low half of the bits.
  var binOfValue: [UInt64]
  var kept: [Double]
  var spare: [Double]
  /// Rank of each wanted value among those kept.
  var rankAmongKept: [Int]

  public init(count: Int, probabilities: [Double]) {
    precondition(count > 0 && count <= Int(UInt32.max), "series of 1 to 2³² − 1 values")
    precondition(zip(probabilities, probabilities.dropFirst()).allSatisfy { $0 <= $1 }, "probabilities ascend")
    self.count = count
    self.probabilities = probabilities
    let ranks = probabilities.map { TypeSevenRank($0, count: count) }
    let wanted = Set(ranks.flatMap { [$0.below, $0.above] }).sorted()
    quantileRanks = ranks
    self.wanted = wanted
    places = ranks.map { (wanted.firstIndex(of: $0.below)!, wanted.firstIndex(of: $0.above)!) }
    bins = Array(repeating: 0, count: min(max(count, 16), 8192))
    isKept = Array(repeating: 0, count: bins.count)
    binOfValue = Array(repeating: 0, count: count)
    kept = Array(repeating: 0, count: count + 1)  // the last place is written, never read
    spare = kept
    rankAmongKept = wanted
  }
}

extension SeriesQuantiles {
  /// Writes the quantiles of a series and returns its mean.
  ///
  /// A series with a NaN has NaN for everything. Infinite values are values;
  /// a quantile between −∞ and a number is −∞, between −∞ and +∞ NaN.
  ///
  /// - Parameters:
  ///   - quantiles: one place a probability.
  ///   - series: ``count`` values, in any order.
  /// - Complexity: O(n), whatever the values.
  @discardableResult
  public mutating func fill(
    _ quantiles: UnsafeMutableBufferPointer<Double>, of series: UnsafeBufferPointer<Double>
  ) -> Double {
    precondition(series.count == count, "a series of another length")
    precondition(quantiles.count == probabilities.count, "one place a probability")
    let extent = Extent(of: series)
    let mean = extent.mean
    // Opposite infinities add up to NaN as well, so the values have the last word.
    if extent.sum.isNaN, series.contains(where: \.isNaN) {
      quantiles.update(repeating: .nan)
      return mean
    }
    keepWantedBins(of: series, extent)
    for (index, place) in places.enumerated() {
      let below = kept[rankAmongKept[place.below]]
      let above = kept[rankAmongKept[place.above]]
      quantiles[index] = quantileRanks[index].value(between: below, and: above)
    }
    return mean
  }
}

/// The quantiles of one series; NaN for all when it holds a NaN.
///
/// Definition 7 of Hyndman and Fan (1996); for many series use ``SeriesQuantiles``.
///
/// - Parameter probabilities: ascending, each in 0...1.
public func quantiles(of series: [Double], at probabilities: [Double]) -> [Double] {
  var summary = SeriesQuantiles(count: series.count, probabilities: probabilities)
  var quantiles = Array(repeating: 0.0, count: probabilities.count)
  quantiles.withUnsafeMutableBufferPointer { quantiles in
    series.withUnsafeBufferPointer { _ = summary.fill(quantiles, of: $0) }
  }
  return quantiles
}
