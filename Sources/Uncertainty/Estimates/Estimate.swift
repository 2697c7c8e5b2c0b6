/// A number that was estimated, with its error.
public struct Estimate: Equatable, Sendable {
  public let value: Double
  public let standardError: Double

  public init(value: Double, standardError: Double) {
    self.value = value
    self.standardError = standardError
  }
}

/// An index with a 95 % interval, and what that allows to say.
public struct IndexEstimate: Equatable, Sendable {
  public let value: Double
  public let standardError: Double
  /// The ends of the 95 % interval, by Student's t over replicates.
  public let low: Double
  public let high: Double
  public let verdict: Verdict
}

/// Whether an index is known well enough.
public enum Verdict: Equatable, Sendable {
  /// The interval is as narrow as was asked for.
  case settled
  /// It is not; about so many points more would make it so.
  case needsMore(points: Int)
  /// As narrow as was asked for, and it holds nothing: what the index belongs to moves nothing that can be seen.
  case nothing
}

/// How narrow an interval is to be before an index counts as settled.
public struct Precision: Equatable, Sendable {
  /// Half the width of the 95 % interval, in shares of the variance.
  public let halfWidth: Double

  /// - Parameter halfWidth: by default 0.01: the second decimal of a share is right to about one.
  public init(halfWidth: Double = 0.01) { self.halfWidth = halfWidth }
}

/// A ratio of two sums over independent replicates.
///
/// The ratio of the sums, not the mean of ratios, which is off where replicates are short. Its error is that of the
/// residuals numerator − ratio · denominator.
///
/// Source: Cochran (1977), *Sampling Techniques*, 3rd edition, section 6.4.
struct ReplicatedRatio {
  let numerators: [Double]
  let denominators: [Double]
  /// Model points a replicate; for saying how many more are needed.
  let pointsPerReplicate: Int

  /// Zero, without error, where all denominators are.
  func estimate(_ precision: Precision) -> IndexEstimate {
    let total = denominators.reduce(0, +)
    let ratio = total > 0 ? numerators.reduce(0, +) / total : 0
    var squares = 0.0
    for (numerator, denominator) in zip(numerators, denominators) {
      let residual = numerator - ratio * denominator
      squares += residual * residual
    }
    let count = numerators.count
    let error = total > 0 ? (squares * Double(count) / Double(count - 1)).squareRoot() / total : 0
    let half = studentQuantile(0.975, degreesOfFreedom: count - 1) * error
    return IndexEstimate(
      value: ratio, standardError: error, low: ratio - half, high: ratio + half,
      verdict: verdict(ratio: ratio, half: half, precision))
  }

  private func verdict(ratio: Double, half: Double, _ precision: Precision) -> Verdict {
    guard half > precision.halfWidth else { return ratio - half <= 0 ? .nothing : .settled }
    let wanted = half / precision.halfWidth
    let replicates = (Double(numerators.count) * wanted * wanted).rounded(.up)
    // Beyond any budget the number says no more than that.
    let more = min(replicates - Double(numerators.count), 1e12 / Double(pointsPerReplicate))
    return .needsMore(points: Int(more) * pointsPerReplicate)
  }
}
