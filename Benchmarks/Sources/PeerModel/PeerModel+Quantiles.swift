import NumericCore

extension PeerModel {
  /// The shares of draws below which the quantiles lie.
  public static let shares = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975]

  /// Quantiles over the draws, shape `[year][row][district][share]`.
  func quantiles(of blocks: [BlockResult], threads: Int) async -> [Double] {
    let piece = 64
    let pieces = (Self.series + piece - 1) / piece
    let results = await inParallel(count: pieces, threads: threads) { index in
      var values: [Double] = []
      var result: [Double] = []
      for series in index * piece..<min(Self.series, (index + 1) * piece) {
        gather(series, blocks, into: &values)
        values.sort()
        for share in Self.shares {
          let place = share * Double(values.count - 1)
          let below = Int(place)
          let weight = place - Double(below)
          result.append(values[below] * (1 - weight) + values[min(below + 1, values.count - 1)] * weight)
        }
      }
      return result
    }
    return results.flatMap { $0 }
  }

  /// One number of every draw.
  private func gather(_ series: Int, _ blocks: [BlockResult], into values: inout [Double]) {
    values.removeAll(keepingCapacity: true)
    for block in blocks {
      for vector in 0..<vectors {
        let lanes = block.sums[series * vectors + vector]
        for lane in 0..<LaneVector.scalarCount { values.append(lanes[lane]) }
      }
    }
    values.removeLast(values.count - inputs.draws)
  }
}
