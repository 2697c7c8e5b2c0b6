import NumericCore

/// What becomes of an index under random weights.
public struct WeightTrials: Sendable {
  /// A score with the share of its dimension that it has by the given weights.
  public struct Part: Sendable {
    public let name: String
    public let share: Double
    public let score: Double

    public init(name: String, share: Double, score: Double) {
      self.name = name
      self.share = share
      self.score = score
    }
  }

  private let draws: GammaDraws
  private let count: Int
  private let concentration: Double

  /// - Parameter concentration: the sum of the shapes; a part has its share of it.
  public init(seed: UInt64, count: Int, concentration: Double) {
    draws = GammaDraws(seed: seed)
    self.count = count
    self.concentration = concentration
  }

  /// The total in every trial: the scores' weighted means within dimensions, and their weighted geometric mean.
  ///
  /// Dimensions have equal shares before chance moves them. The same names meet the same chance, so areas with the
  /// same parts are weighed alike.
  public func totals(_ dimensions: [(name: String, parts: [Part])]) -> [Double] {
    let equal = 1 / Double(dimensions.count)
    return (0..<UInt64(count)).map { trial in
      let weights = shares(trial, dimensions.map { ($0.name, equal) })
      var logarithm = 0.0
      for (dimension, weight) in zip(dimensions, weights) {
        let shares = shares(trial, dimension.parts.map { ($0.name, $0.share) })
        let mean = zip(shares, dimension.parts).reduce(0) { $0 + $1.0 * $1.1.score }
        guard mean > 0 else { return 0 }
        logarithm += weight * naturalLogarithm(mean)
      }
      return exponential(LaneVector(repeating: logarithm))[0]
    }
  }

  /// Random shares about the given ones; what has no share gets none.
  private func shares(_ trial: UInt64, _ given: [(name: String, share: Double)]) -> [Double] {
    let some = given.filter { $0.share > 0 }
    let drawn = draws.shares(trial, some.map { ("index.\($0.name)", concentration * $0.share) })
    let byName = Dictionary(zip(some.map(\.name), drawn)) { first, _ in first }
    return given.map { byName[$0.name] ?? 0 }
  }
}
