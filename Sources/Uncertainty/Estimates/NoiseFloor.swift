/// How large an index of an input that moves nothing may come out by chance alone.
///
/// A dummy's values are the points in a random order: the outcome cannot depend on them. The floor is what 95 of 100
/// dummies stay below.
///
/// - Parameter outcome: one a point; a point with an outcome that is no finite number is left out.
/// - Returns: `nil` where ``binnedFirstOrder(outcome:input:bins:)`` has no estimate.
public func noiseFloor(outcome: [Double], seed: UInt64) -> Double? {
  floor(of: outcome, seed: seed) { binnedFirstOrder(outcome: $0, input: $1)?.value }
}

/// The same of a share by a line and a square.
///
/// - Returns: `nil` with fewer than 40 points, or where nothing varies.
public func smoothNoiseFloor(outcome: [Double], seed: UInt64) -> Double? {
  floor(of: outcome, seed: seed) { outcome, order in
    guard outcome.count >= 2 * Jackknife.blocks, let y = standardised(outcome) else { return nil }
    return CauseTerms(cause: Cause(columns: [order], isChance: false), kept: Array(outcome.indices))
      .shareExplained(of: y)
  }
}

private func floor(
  of outcome: [Double], seed: UInt64, share: (_ outcome: [Double], _ dummy: [Double]) -> Double?
) -> Double? {
  let kept = outcome.filter(\.isFinite)
  let draws = UnitDraws(seed: seed, stream: .order)
  var shares: [Double] = []
  for dummy in 0..<dummies as Range<UInt64> {
    let order = draws.order(of: kept.count, shuffle: dummy, part: .max).map(Double.init)
    guard let share = share(kept, order) else { return nil }
    shares.append(share)
  }
  return shares.sorted()[Int(dummies) * 95 / 100 - 1]
}

private let dummies: UInt64 = 100
