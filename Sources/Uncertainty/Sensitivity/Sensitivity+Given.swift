/// From points that are there already: what the outcome has in common with each input.
extension Sensitivity {
  /// Half the width of an interval at which such a share counts as settled.
  static let usualHalfWidth = 0.05
  /// Fewer points say nothing.
  public static let fewestPoints = 2 * Jackknife.blocks

  /// The ends of a 95 % interval are so many errors away.
  private static let errors = 1.96

  init?(given outcome: [Double], _ inputs: [SampleInput], halfWidth: Double) {
    let used = outcome.filter(\.isFinite)
    guard used.count >= Self.fewestPoints, used.contains(where: { $0 != used[0] }),
      let floor = noiseFloor(outcome: outcome, seed: 0)
    else { return nil }
    // A regression takes whole points; what leaves an input as it is has no number to enter with.
    let isWhole = inputs.allSatisfy { $0.columns.allSatisfy { $0.allSatisfy(\.isFinite) } }
    let split =
      isWhole
      ? WidthSplit(outcome: outcome, causes: inputs.map { Cause(columns: $0.columns, isChance: false) }) : nil
    let found = inputs.enumerated().map { place, input in
      let smooth = split?.parts.first { $0.cause == place }?.share
      return Input(
        input.name,
        Self.binned(outcome, input, floor: floor, halfWidth, used.count)
          + (smooth.map { [Measure(.smooth, $0.value, standardError: $0.standardError)] } ?? []))
    }
    self.init(
      .given, found, rankedBy: { $0[.share]?.value ?? $0[.smooth]?.value ?? 0 }, used: used.count,
      failed: outcome.count - used.count, floor: floor,
      explained: split.map { Explained(inputs: $0.inputs, chance: nil) })
  }

  /// The share by bins of an input that is one column, or several that move along one axis; of others there is only that by
  /// lines and squares.
  private static func binned(
    _ outcome: [Double], _ input: SampleInput, floor: Double, _ halfWidth: Double, _ points: Int
  ) -> [Measure] {
    guard input.isOneAxis, let share = binnedFirstOrder(outcome: outcome, input: input.columns[0]) else {
      return []
    }
    let half = errors * share.standardError
    let verdict: Verdict =
      share.value <= floor ? .nothing : Verdict(half: half, wanted: halfWidth, points: points)
    return [
      Measure(
        .share, share.value, standardError: share.standardError, low: share.value - half, high: share.value + half,
        verdict: verdict)
    ]
  }

  /// From worlds: shares of what was drawn, one name a cause, by lines and squares all at once.
  ///
  /// - Parameters:
  ///   - outcome: one a world; NaN where it failed.
  ///   - causes: independent of one another.
  /// - Returns: nil with fewer than ``WidthSplit/fewestWorlds`` worlds, or where the outcome does not vary.
  public init?(worlds outcome: [Double], _ causes: [(name: String, cause: Cause)], precision: Double? = nil) {
    guard let split = WidthSplit(outcome: outcome, causes: causes.map(\.cause)),
      let floor = smoothNoiseFloor(outcome: outcome, seed: 0)
    else { return nil }
    let found = causes.indices.map { place in
      let alone = split.alone[place]
      guard let share = split.parts.first(where: { $0.cause == place })?.share else {
        return Input(causes[place].name, [Measure(.share, alone, verdict: alone <= floor ? .nothing : nil)])
      }
      let half = Self.errors * share.standardError
      let verdict = Verdict(half: half, wanted: precision ?? Self.usualHalfWidth, points: split.usedWorlds)
      return Input(
        causes[place].name,
        [
          Measure(
            .share, share.value, standardError: share.standardError, low: share.value - half,
            high: share.value + half, verdict: verdict)
        ])
    }
    self.init(
      .worlds, found, rankedBy: { $0[.share]?.value ?? 0 }, used: split.usedWorlds,
      failed: outcome.count - split.usedWorlds, floor: floor,
      explained: Explained(inputs: split.inputs, chance: split.chance))
  }
}

extension SampleInput {
  /// Whether all columns rise or fall with the first, so that one says where the others are.
  fileprivate var isOneAxis: Bool {
    guard let first = columns.first else { return false }
    let order = first.indices.sorted { (first[$0], $0) < (first[$1], $1) }
    return columns.dropFirst().allSatisfy { column in
      let steps = zip(order, order.dropFirst()).filter { first[$0] < first[$1] }
      return steps.allSatisfy { column[$0] <= column[$1] } || steps.allSatisfy { column[$0] >= column[$1] }
    }
  }
}
