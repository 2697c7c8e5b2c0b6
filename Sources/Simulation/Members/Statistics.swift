import NumericCore

/// What members say of one series in one year.
public struct Statistics: Equatable, Sendable {
  /// The probabilities of the quantiles.
  public static let probabilities = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975]

  public let mean: Double
  /// In the order of ``probabilities``, by linear interpolation (type 7 of Hyndman and Fan, 1996).
  public let quantiles: [Double]

  public var median: Double { quantiles[3] }
  /// The ends of the 80 % interval.
  public var interval: (low: Double, high: Double) { (quantiles[1], quantiles[5]) }
}

extension Statistics {
  /// Of one series.
  public init(of members: [Double]) {
    var quantiles = SeriesQuantiles(count: members.count, probabilities: Statistics.probabilities)
    self.init(of: members, &quantiles)
  }

  /// Of a series that is the same in all members.
  init(constant value: Double) {
    mean = value
    quantiles = Array(repeating: value, count: Statistics.probabilities.count)
  }

  /// - Parameter work: for series of as many members.
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
