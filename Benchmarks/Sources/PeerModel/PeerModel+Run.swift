import NumericCore

/// What a block of draws gives.
struct BlockResult: Sendable {
  /// Shape `[year][row][district][vector]`.
  var sums: [LaneVector]
  var projection: Duration
  var products: Duration
}

extension PeerModel {
  /// Runs every block, at most `threads` at a time.
  ///
  /// - Returns: the blocks in their order, whichever came first.
  func project(threads: Int) async -> [BlockResult] {
    await inParallel(count: blocks, threads: threads) { run(block: $0) }
  }

  /// Runs the draws of one block through all years.
  private func run(block index: Int) -> BlockResult {
    let clock = ContinuousClock()
    let block = PeerBlock(self, block: index)
    let rows = PeerInputs.rows * columns
    var (projection, products) = (Duration.zero, Duration.zero)
    let result = [LaneVector](unsafeUninitializedCapacity: PeerInputs.years * rows) { buffer, count in
      count = buffer.count
      for year in 0..<PeerInputs.years {
        projection += clock.measure { block.step(year) }
        products += clock.measure { block.addUp(into: buffer.baseAddress! + year * rows) }
      }
    }
    return BlockResult(sums: result, projection: projection, products: products)
  }
}

/// Runs work in parallel, at most `threads` at a time, and returns its results by index.
func inParallel<Result: Sendable>(
  count: Int, threads: Int, _ work: @Sendable @escaping (Int) -> Result
) async -> [Result] {
  await withTaskGroup(of: (Int, Result).self) { group in
    var next = 0
    func start() {
      guard next < count else { return }
      let index = next
      next += 1
      group.addTask { (index, work(index)) }
    }
    for _ in 0..<threads { start() }
    var results = [Result?](repeating: nil, count: count)
    while let (index, result) = await group.next() {
      results[index] = result
      start()
    }
    return results.compactMap { $0 }
  }
}
