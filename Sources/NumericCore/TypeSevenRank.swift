/// Where a quantile lies among n sorted values: between two of them, by linear interpolation.
///
/// The quantile at probability q has the rank h = (n − 1)q, counted from 0, and
/// is `low` + (h − ⌊h⌋)(`high` − `low`), with `low` and `high` the values of
/// ranks ⌊h⌋ and ⌊h⌋ + 1. The smallest value has q = 0, the largest q = 1.
///
/// Source: Hyndman and Fan (1996), *Sample quantiles in statistical packages*,
/// The American Statistician 50, 361–365, definition 7.
struct TypeSevenRank: Equatable, Sendable {
  /// ⌊h⌋.
  let below: Int
  /// ⌊h⌋ + 1, or ⌊h⌋ for the largest value.
  let above: Int
  /// h − ⌊h⌋, in 0..<1.
  let weight: Double

  init(_ probability: Double, count: Int) {
    precondition(0...1 ~= probability, "a probability lies in 0...1")
    precondition(count > 0, "an empty series has no quantile")
    let rank = Double(count - 1) * probability
    below = min(Int(rank), count - 1)
    above = min(below + 1, count - 1)
    weight = rank - Double(below)
  }

  /// The quantile between the values of the two ranks.
  ///
  /// It never leaves `low`...`high` and never falls as the probability grows,
  /// rounding included. Next to an infinite value it is that value; halfway
  /// from −∞ to +∞ it is NaN. Zero has no sign.
  func value(between low: Double, and high: Double) -> Double {
    if weight == 0 || low == high { return low + 0 }
    let gap = high - low
    // The gap of huge values of two signs overflows, and so does that to an infinity.
    guard gap.isFinite else { return low * (1 - weight) + high * weight }
    return min(low + weight * gap, high)
  }
}
