extension QuantileSketch {
  /// A sketch whose edges are laid out by a first part of the values, with this part counted.
  ///
  /// Around each probability q the edges are values of the first part, ranks
  /// `rankSpacing` apart, over q ± 6√(q(1 − q)/n): six standard errors of the
  /// rank that the quantile of all values has in a first part of n independent
  /// ones. A value that ranks so far apart share is an atom, and gets a bin of
  /// its own.
  ///
  /// - Parameters:
  ///   - firstPart: in any order; some thousands.
  ///   - probabilities: of the quantiles that are wanted, each in 0...1.
  ///   - rankSpacing: a share of all values.
  ///   - widening: edges lie farther apart, the farther they are from the quantile: by this share of the distance.
  public init(
    firstPart: UnsafeBufferPointer<Double>, probabilities: [Double], rankSpacing: Double = 0.0005,
    widening: Double = 0
  ) {
    var sorted = firstPart.filter { !$0.isNaN }
    var spare = sorted
    sorted.withUnsafeMutableBufferPointer { sorted in
      spare.withUnsafeMutableBufferPointer { radixSort(sorted, spare: $0) }
    }
    let ranks = Self.edgeRanks(
      count: sorted.count, probabilities: probabilities, spacing: rankSpacing, widening: widening)
    self.init(edges: Self.edges(of: sorted, ranks: ranks))
    add(firstPart)
  }

  /// The ranks among `count` values at which edges are wanted, ascending, each once.
  static func edgeRanks(count: Int, probabilities: [Double], spacing: Double, widening: Double) -> [Int] {
    precondition(spacing > 0 && widening >= 0, "edges need a distance")
    guard count > 0 else { return [] }
    var ranks: Set<Int> = []
    for probability in probabilities {
      precondition(0...1 ~= probability, "a probability lies in 0...1")
      let reach = 6 * (probability * (1 - probability) / Double(count)).squareRoot()
      var distance = 0.0
      while distance <= reach {
        for place in [probability - distance, probability + distance] {
          let rank = Int((place * Double(count)).rounded(.down))
          if rank >= 0 && rank < count { ranks.insert(rank) }
        }
        distance += max(spacing, widening * distance)
      }
    }
    return ranks.sorted()
  }

  private static func edges(of sorted: [Double], ranks: [Int]) -> [Double] {
    var edges: [Double] = []
    for value in ranks.map({ sorted[$0] }) {
      if let last = edges.last, value <= last {
        // A second rank with this value: the next number closes a bin of this value alone. A third changes nothing.
        if value == last, value < .infinity { edges.append(value.nextUp) }
      } else {
        edges.append(value)
      }
    }
    return edges
  }
}
