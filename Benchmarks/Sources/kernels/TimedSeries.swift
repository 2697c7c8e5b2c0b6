import NumericCore

/// The members of one indicator.
struct TimedSeries {
  let count: Int
  private let values: [Double]
  private var exact: SeriesQuantiles
  private var sketched: QuantileSketch
  private var result: [Double]

  private static let probabilities = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975]

  init(count: Int) {
    self.count = count
    let draws = ProcessDraws(seed: 1, year: 1, area: 0, process: 1)
    values = (0..<count).map { draws.uniform(member: UInt64($0)) }
    exact = SeriesQuantiles(count: count, probabilities: TimedSeries.probabilities)
    sketched = QuantileSketch(edges: (0...256).map { Double($0) / 256 })
    result = Array(repeating: 0, count: TimedSeries.probabilities.count)
  }

  mutating func quantiles() {
    _ = result.withUnsafeMutableBufferPointer { result in
      values.withUnsafeBufferPointer { exact.fill(result, of: $0) }
    }
  }

  mutating func sketch() { values.withUnsafeBufferPointer { sketched.add($0) } }
}
