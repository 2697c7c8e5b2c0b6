import NumericCore

extension PeerModel {
  /// The shares of draws below which the quantiles lie.
  public static let shares = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975]

  /// Quantiles over the draws, shape `[year][row][district][share]`.
  func quantiles(of blocks: [BlockResult], threads: Int) async -> [Double] {
    let piece = 65  // series of one task: five rows
    let pieces = (Self.series + piece - 1) / piece
    let results = await inParallel(count: pieces, threads: threads) { index in
      quantiles(of: index * piece..<min(Self.series, (index + 1) * piece), blocks)
    }
    return results.flatMap { $0 }
  }

  /// Quantiles of some series, shape `[series][share]`.
  private func quantiles(of series: Range<Int>, _ blocks: [BlockResult]) -> [Double] {
    var summary = SeriesQuantiles(count: inputs.draws, probabilities: Self.shares)
    let lanes = LaneBuffer(count: blocks.count * vectors)
    let size = Self.shares.count
    return [Double](unsafeUninitializedCapacity: series.count * size) { result, count in
      withExtendedLifetime(lanes) {
        let draws = UnsafeRawPointer(lanes.start).assumingMemoryBound(to: Double.self)
        for (place, index) in series.enumerated() {
          gather(index, blocks, into: lanes.start)
          summary.fill(
            UnsafeMutableBufferPointer(rebasing: result[place * size..<(place + 1) * size]),
            of: UnsafeBufferPointer(start: draws, count: inputs.draws))
        }
      }
      count = result.count
    }
  }

  /// One number of every draw, shape `[block][vector]`.
  private func gather(_ series: Int, _ blocks: [BlockResult], into lanes: UnsafeMutablePointer<LaneVector>) {
    for (number, block) in blocks.enumerated() {
      for vector in 0..<vectors { lanes[number * vectors + vector] = block.sums[series * vectors + vector] }
    }
  }
}
