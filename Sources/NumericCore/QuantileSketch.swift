/// Quantiles of more values than one cares to keep, with a bound on their error that holds for certain.
///
/// The first part of the values lays out edges, dense around the quantiles that
/// are wanted. From then on only the number of values between neighbouring
/// edges is kept. Counts add up, so parts may be merged in any order and give
/// the same bits. A quantile is somewhere in its bin, and the number of values
/// in that bin says how wrong its rank can be: ``rankError(_:)``. Nothing is
/// assumed of the values for that; if they drift away from the first part, the
/// bound grows and says so.
///
/// What is known of where the quantiles are grows with the values; ``refine(at:)`` lays new
/// edges by what was counted. How many of the values before it lie below a new edge is known only as far as they were
/// counted: that is its slack, which is part of the bound.
///
/// For seven probabilities, a first part of 16,384 independent values makes
/// about 430 edges, 5 KB, and a bound that is nearly always below 0.001; half as
/// many values make 600 edges and a bound of up to 0.0015.
public struct QuantileSketch: Equatable, Sendable {
  /// Ascending, each once. Bin i holds `edges[i - 1] <= value < edges[i]`; the outermost bins have no end.
  public private(set) var edges: [Double]
  /// Values in each bin, one more than edges.
  public private(set) var counts: [UInt32]
  /// How far the number of values below an edge may be off; empty where it is known of all edges.
  public private(set) var slack: [UInt32] = []
  /// Values counted so far.
  public private(set) var count = 0
  /// +∞ before the first value.
  public private(set) var smallest = Double.infinity
  /// −∞ before the first value.
  public private(set) var largest = -Double.infinity
  /// Whether a value was NaN; then every quantile is.
  public private(set) var holdsNaN = false

  /// An empty sketch, to be merged with others on the same edges.
  public init(edges: [Double]) {
    precondition(zip(edges, edges.dropFirst()).allSatisfy { $0 < $1 }, "edges ascend")
    self.edges = edges
    counts = Array(repeating: 0, count: edges.count + 1)
  }
}

extension QuantileSketch {
  /// Counts values, in any order; 2³² − 1 at most in all.
  public mutating func add(_ values: UnsafeBufferPointer<Double>) {
    precondition(count + values.count <= Int(UInt32.max), "more values than a bin can count")
    let extent = Extent(of: values)
    include(smallest: extent.smallest, largest: extent.largest)
    if extent.sum.isNaN, values.contains(where: \.isNaN) { holdsNaN = true }
    count += values.count
    counts.withUnsafeMutableBufferPointer { counts in
      edges.withUnsafeBufferPointer { edges in
        let search = EdgeSearch(edges)
        let whole = values.count & ~7
        for start in stride(from: 0, to: whole, by: 8) {
          var eight = SIMD8<Double>()
          for lane in 0..<8 { eight[lane] = values[start &+ lane] }
          let bins = search.edgesAtOrBelow(eight)
          for lane in 0..<8 { counts[Int(bins[lane])] &+= 1 }
        }
        for value in values[whole...] { counts[Int(search.edgesAtOrBelow(SIMD8(repeating: value))[0])] &+= 1 }
      }
    }
  }

  /// Adds the counts of another sketch on the same edges.
  public mutating func merge(_ other: QuantileSketch) {
    precondition(edges == other.edges && slack.isEmpty && other.slack.isEmpty, "sketches on different edges")
    precondition(count + other.count <= Int(UInt32.max), "more values than a bin can count")
    include(smallest: other.smallest, largest: other.largest)
    if other.holdsNaN { holdsNaN = true }
    for bin in counts.indices { counts[bin] += other.counts[bin] }
    count += other.count
  }

  /// Takes other edges for what was counted.
  ///
  /// - Parameter counts: about how many values lie in each bin, as many as there are in all.
  mutating func lay(_ edges: [Double], counts: [UInt32], slack: [UInt32]) {
    precondition(zip(edges, edges.dropFirst()).allSatisfy { $0 < $1 }, "edges ascend")
    precondition(counts.count == edges.count + 1 && slack.count == edges.count, "a bin more than edges")
    (self.edges, self.counts, self.slack) = (edges, counts, slack)
  }

  private mutating func include(smallest: Double, largest: Double) {
    // Adding zero takes the sign from −0, which would tell which came first.
    self.smallest = min(self.smallest, smallest + 0)
    self.largest = max(self.largest, largest + 0)
  }
}
