extension ShapleyRows {
  /// The Shapley effects of the inputs: shares of the variance that add up to one, whether or not inputs go together.
  ///
  /// What a set S explains is Var(Y) − ½ E(Y − Y′)², where Y′ keeps S and has the rest drawn again; an input's effect is
  /// what it adds, averaged over all orders of coming to know inputs.
  ///
  /// - Parameter outcomes: one a point, in the order of the design; NaN where a point failed: its row is left out.
  /// - Returns: `nil` when fewer than two replicates have two rows left.
  ///
  /// Source: Owen (2014), *SIAM/ASA Journal on Uncertainty Quantification* 2, 245–251.
  public func effects(
    outcomes: [Double], precision: Precision = Precision()
  ) -> (inputs: [IndexEstimate], failedRows: Int)? {
    precondition(outcomes.count == count, "one outcome a point of the design")
    let used = (0..<replicates).map { replicate in
      (0..<rows).map { (replicate * rows + $0) * pointsPerRow }.filter {
        outcomes[$0..<$0 + pointsPerRow].allSatisfy(\.isFinite)
      }
    }
    let starts = used.filter { $0.count >= 2 }
    guard starts.count >= 2 else { return nil }
    let all = starts.joined()
    let mean = all.reduce(0) { $0 + outcomes[$1] } / Double(all.count)
    let explained = starts.map { sums(starts: $0, mean: mean, outcomes) }
    let split = shapleySplit(parts: inputs) { set in explained.map { $0[set.number] } }
    let variances = explained.map { $0[pointsPerRow] }
    let effects = split.map { part in
      ReplicatedRatio(numerators: part, denominators: variances, pointsPerReplicate: rows * pointsPerRow)
        .estimate(precision)
    }
    return (effects, replicates * rows - used.joined().count)
  }

  /// What each set explains, by its number, summed over rows; the whole set explains the variance.
  private func sums(starts: [Int], mean: Double, _ outcomes: [Double]) -> [Double] {
    var variance = 0.0
    var differences = Array(repeating: 0.0, count: pointsPerRow)
    for start in starts {
      let base = outcomes[start] - mean
      variance += base * base
      for set in 1..<max(pointsPerRow, 1) {
        let difference = outcomes[start] - outcomes[start + set]
        differences[set] += difference * difference / 2
      }
    }
    var explained = differences.map { variance - $0 }
    explained[0] = 0
    return explained + [variance]
  }
}
