/// First- and total-order Sobol' indices of the groups of a design.
public struct SobolIndices: Equatable, Sendable {
  /// Of one group, as shares of the variance.
  public struct Group: Equatable, Sendable {
    /// What the group explains alone: Var(E[Y | X]) / Var(Y).
    public let first: IndexEstimate
    /// What would be left if all others were known: E[Var(Y | others)] / Var(Y).
    public let total: IndexEstimate
  }

  /// In the order of the design.
  public let groups: [Group]
  /// What a group that does nothing would show if its first-order index were read from the correlation of B with the
  /// mixed points: how far chance alone carries an index in this design.
  public let dummy: IndexEstimate
  public let mean: Double
  public let variance: Double
  public let usedRows: Int
  /// Rows left out because one of their points failed.
  public let failedRows: Int
}

extension SaltelliDesign {
  /// The indices from the outcomes at the design's points.
  ///
  /// A row with an outcome that is no finite number is left out whole: a row stands or falls together. First-order indices
  /// by Saltelli (2010), f(B) (f(AB) − f(A)), about the mean; total-order ones by Jansen (1999), ½ (f(A) − f(AB))².
  ///
  /// - Parameter outcomes: one a point, in the order of the design; NaN where a point failed.
  /// - Returns: `nil` when fewer than two replicates have two rows left. All zero where nothing varies.
  public func indices(outcomes: [Double], precision: Precision = Precision()) -> SobolIndices? {
    precondition(outcomes.count == count, "one outcome a point of the design")
    var replicateRows = (0..<replicates).map { rowStarts(ofReplicate: $0, outcomes) }
    let usedRows = replicateRows.reduce(0) { $0 + $1.count }
    replicateRows.removeAll { $0.count < 2 }
    guard replicateRows.count >= 2 else { return nil }
    // About the mean of all rows: replicates share it, which costs no independence that could be seen.
    let centre = rowMean(replicateRows.flatMap { $0 }, outcomes)
    let sums = replicateRows.map { RowSums(starts: $0, groups: groups.count, mean: centre, outcomes) }
    func ratio(_ numerator: (RowSums) -> Double) -> IndexEstimate {
      ReplicatedRatio(
        numerators: sums.map(numerator), denominators: sums.map { $0.variance },
        pointsPerReplicate: rows * pointsPerRow
      ).estimate(precision)
    }
    return SobolIndices(
      groups: groups.indices.map { group in
        SobolIndices.Group(first: ratio { $0.first[group] }, total: ratio { $0.total[group] })
      },
      dummy: ratio { $0.dummy }, mean: centre,
      variance: sums.reduce(0) { $0 + $1.variance } / Double(replicateRows.joined().count),
      usedRows: usedRows, failedRows: replicates * rows - usedRows)
  }

  /// Where the rows without a failed point start among the outcomes.
  private func rowStarts(ofReplicate replicate: Int, _ outcomes: [Double]) -> [Int] {
    (0..<rows).map { (replicate * rows + $0) * pointsPerRow }.filter { start in
      outcomes[start..<start + pointsPerRow].allSatisfy(\.isFinite)
    }
  }

  private func rowMean(_ starts: [Int], _ outcomes: [Double]) -> Double {
    starts.reduce(0) { $0 + outcomes[$1] + outcomes[$1 + 1] } / Double(2 * starts.count)
  }
}

/// What is summed over the rows of one replicate.
private struct RowSums {
  var variance = 0.0
  var dummy = 0.0
  var first: [Double]
  var total: [Double]

  init(starts: [Int], groups: Int, mean: Double, _ outcomes: [Double]) {
    first = Array(repeating: 0, count: groups)
    total = first
    for start in starts {
      let a = outcomes[start] - mean
      let b = outcomes[start + 1] - mean
      variance += (a * a + b * b) / 2
      dummy += a * b
      for group in 0..<groups {
        let mixed = outcomes[start + 2 + group] - mean
        first[group] += b * (mixed - a)
        total[group] += (a - mixed) * (a - mixed) / 2
      }
    }
  }
}
