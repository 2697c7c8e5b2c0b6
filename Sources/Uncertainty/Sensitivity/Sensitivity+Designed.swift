/// From points that were laid out for it.
extension Sensitivity {
  /// - Returns: nil when fewer than two replicates have two rows left.
  init?(_ design: SaltelliDesign, _ outcome: [Double], _ names: [String], _ precision: Precision) {
    guard let indices = design.indices(outcomes: outcome, precision: precision) else { return nil }
    let inputs = zip(names, indices.groups).map { name, group in
      Input(name, [Measure(.first, group.first), Measure(.total, group.total)])
    }
    self.init(
      .saltelli, inputs, rankedBy: { $0[.total]?.value ?? 0 }, used: indices.usedRows, failed: indices.failedRows,
      floor: indices.dummy.value)
  }

  /// - Returns: nil when fewer than two replicates have two rows left.
  init?(_ rows: ShapleyRows, _ outcome: [Double], _ names: [String], _ precision: Precision) {
    guard let found = rows.effects(outcomes: outcome, precision: precision) else { return nil }
    let inputs = zip(names, found.inputs).map { Input($0, [Measure(.shapley, $1)]) }
    self.init(
      .shapley, inputs, rankedBy: { $0[.shapley]?.value ?? 0 },
      used: rows.replicates * rows.rows - found.failedRows, failed: found.failedRows)
  }

  /// - Returns: nil when no trajectory is left.
  init?(_ design: MorrisDesign, _ outcome: [Double], _ names: [String]) {
    guard let found = design.measures(outcomes: outcome) else { return nil }
    let inputs = zip(names, found.inputs).map { name, measures in
      Input(
        name,
        [
          Measure(
            .effectSize, measures.meanSize,
            standardError: measures.standardError.isFinite ? measures.standardError : nil,
            verdict: measures.meanSize == 0 ? .nothing : nil),
          Measure(.effect, measures.mean), Measure(.effectSpread, measures.deviation),
        ])
    }
    self.init(
      .morris, inputs, rankedBy: { $0[.effectSize]?.value ?? 0 },
      used: design.trajectories - found.failedTrajectories, failed: found.failedTrajectories)
  }

  /// - Parameter levels: how many each input has, from its lower end to its upper.
  /// - Returns: nil when the first point, from which all are measured, failed.
  init?(levels: [Int], _ outcome: [Double], _ names: [String]) {
    guard let center = outcome.first, center.isFinite else { return nil }
    var inputs: [Input] = []
    var place = 1
    for (name, count) in zip(names, levels) {
      let differences = outcome[place..<place + count].map { $0 - center }
      place += count
      inputs.append(Input(name, Self.ends(differences)))
    }
    let failed = outcome.count { !$0.isFinite }
    self.init(
      .ends, inputs, rankedBy: { $0[.swing]?.value ?? 0 }, used: outcome.count - failed, failed: failed)
  }

  private static func ends(_ differences: [Double]) -> [Measure] {
    let found = differences.filter(\.isFinite)
    guard let least = found.min(), let most = found.max() else { return [] }
    // Where every end came out as the middle, to the bit, the input moves nothing; a failed end leaves that open.
    let swing = max(most, 0) - min(least, 0)
    let isDead = swing == 0 && found.count == differences.count
    var measures: [Measure] = []
    if let low = differences.first, low.isFinite { measures.append(Measure(.atLow, low)) }
    if differences.count > 1, let high = differences.last, high.isFinite { measures.append(Measure(.atHigh, high)) }
    return measures + [Measure(.swing, swing, verdict: isDead ? .nothing : nil)]
  }
}
