extension QuantileSketch {
  /// The value below which a share `probability` of the values lies, up to ``rankError(_:)``.
  ///
  /// Values are taken as spread evenly over their bin. NaN when the sketch is
  /// empty or holds a NaN.
  public func quantile(_ probability: Double) -> Double {
    guard let bin = bin(at: probability) else { return .nan }
    if bin.holdsOneValue { return bin.low }
    let width = bin.high - bin.low
    // Beside infinity no value is likelier than another; the finite end is as good as any.
    guard width.isFinite else { return bin.low.isFinite ? bin.low : bin.high }
    return min(bin.low + bin.target / bin.count * width, bin.high)
  }

  /// The largest possible distance between `probability` and the share of values below ``quantile(_:)``.
  ///
  /// Where several values equal the quantile, they stand for all shares from
  /// those below it to those at or below it. Zero when the quantile is known
  /// exactly, NaN when it is NaN.
  public func rankError(_ probability: Double) -> Double {
    guard let bin = bin(at: probability) else { return .nan }
    let (before, after) = (Double(bin.slackBelow), Double(bin.slackAbove))
    // One value stands for all shares from those below it to those at or below it.
    let off =
      bin.holdsOneValue
      ? max(before - bin.target, after - (bin.count - bin.target), 0)
      : max(bin.target + before, bin.count - bin.target + after)
    return off / Double(count)
  }

  /// The bin that a quantile lies in.
  private struct Bin {
    let low: Double
    let high: Double
    let holdsOneValue: Bool
    /// Values in the bin, at least one.
    let count: Double
    /// How many of them lie below the quantile.
    let target: Double
    /// How far the numbers of values below its ends may be off.
    let slackBelow: Int
    let slackAbove: Int
  }

  private func bin(at probability: Double) -> Bin? {
    precondition(0...1 ~= probability, "a probability lies in 0...1")
    let target = probability * Double(count)
    guard !holdsNaN, let last = counts.lastIndex(where: { $0 > 0 }) else { return nil }
    var index = 0
    var below = 0.0
    while index < last, below + Double(counts[index]) <= target {
      below += Double(counts[index])
      index += 1
    }
    let low = index == 0 ? smallest : max(edges[index - 1], smallest)
    let isOpen = index < edges.count && edges[index] <= largest
    let high = isOpen ? edges[index] : largest
    return Bin(
      low: low, high: high, holdsOneValue: low == high || isOpen && low.nextUp == high,
      count: Double(counts[index]), target: target - below,
      slackBelow: slack(before: index), slackAbove: slack(before: index + 1))
  }
}
