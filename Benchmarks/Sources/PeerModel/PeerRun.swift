import NumericCore

/// What a run takes and gives.
public struct PeerRun: Sendable {
  /// Wall time of the two phases.
  public let projectionAndProducts: Duration
  public let quantiles: Duration
  /// Of all threads together.
  public let projectionOfThreads: Duration
  public let productsOfThreads: Duration
  /// Shape `[year][row][district][share]`.
  public let values: [Double]

  public init(_ model: PeerModel, threads: Int) async {
    let clock = ContinuousClock()
    let start = clock.now
    let blocks = await model.project(threads: threads)
    let projected = clock.now
    values = await model.quantiles(of: blocks, threads: threads)
    quantiles = projected.duration(to: clock.now)
    projectionAndProducts = start.duration(to: projected)
    projectionOfThreads = blocks.reduce(.zero) { $0 + $1.projection }
    productsOfThreads = blocks.reduce(.zero) { $0 + $1.products }
  }

  /// The largest relative difference to the quantiles in the folder.
  public func largestDifference(folder: String) throws -> Double {
    let count = PeerModel.shares.count
    var largest = 0.0
    for row in try PeerInputs.table("expected_quantiles", folder) {
      let series = (Int(row[0]) * PeerInputs.rows + Int(row[1])) * PeerInputs.districts + Int(row[2])
      for share in 0..<count {
        let difference = abs(values[series * count + share] / row[3 + share] - 1)
        largest = difference <= largest ? largest : difference  // NaN stays
      }
    }
    return largest
  }
}
