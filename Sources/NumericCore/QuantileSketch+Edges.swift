/// The ranks among some values at which a sketch lays edges: close together around the quantiles that are wanted.
///
/// Around each probability q they lie within q ± 6√(q(1 − q)/n): six standard errors of the rank that the quantile of
/// many more values has among n independent ones.
public struct EdgeRanks: Sendable {
  /// Of how many values.
  public let count: Int
  /// Ascending, each once.
  let all: [Int]
  /// A bin with no more values stays whole.
  let few: Int

  /// - Parameters:
  ///   - probabilities: of the quantiles that are wanted, each in 0...1.
  ///   - spacing: between edges, as a share of all values.
  ///   - widening: edges lie farther apart, the farther they are from the quantile: by this share of the distance.
  public init(count: Int, probabilities: [Double], spacing: Double = 0.0005, widening: Double = 0) {
    precondition(spacing > 0 && widening >= 0, "edges need a distance")
    self.count = count
    few = Int(spacing * Double(count))
    var ranks: Set<Int> = []
    for probability in probabilities {
      precondition(0...1 ~= probability, "a probability lies in 0...1")
      let reach = 6 * (probability * (1 - probability) / Double(max(count, 1))).squareRoot()
      var distance = 0.0
      while distance <= reach {
        for place in [probability - distance, probability + distance] {
          let rank = Int((place * Double(count)).rounded(.down))
          if rank >= 0 && rank < count { ranks.insert(rank) }
        }
        distance += max(spacing, widening * distance)
      }
    }
    all = ranks.sorted()
  }
}

extension QuantileSketch {
  /// A sketch whose edges are laid out by a first part of the values, with this part counted.
  ///
  /// Edges are values of the first part. A value that several of their ranks share is an atom, and gets a bin of its own.
  ///
  /// - Parameters:
  ///   - firstPart: in any order; some hundreds or thousands.
  ///   - ranks: at which edges are wanted among as many values.
  public init(firstPart: UnsafeBufferPointer<Double>, ranks: EdgeRanks) {
    var sorted = firstPart.filter { !$0.isNaN }
    var spare = sorted
    sorted.withUnsafeMutableBufferPointer { sorted in
      spare.withUnsafeMutableBufferPointer { radixSort(sorted, spare: $0) }
    }
    let count = sorted.count
    self.init(edges: Self.edges(of: sorted, ranks: ranks.all.filter { $0 < count }))
    add(firstPart)
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
