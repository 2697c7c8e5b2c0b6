extension QuantileSketch {
  /// Lays new edges where what was counted says that the quantiles are, closer together the more was counted.
  ///
  /// Where a new edge falls within a bin, the bin's values are taken as spread evenly over it; its slack says how far off
  /// that may be. Bins of one value stay whole, and so does one with no more values than edges are apart.
  ///
  /// - Parameter ranks: at which edges are wanted among the values counted so far.
  public mutating func refine(at ranks: EdgeRanks) {
    let all = ranks.count
    guard all > 0, !holdsNaN else { return }
    precondition(all == count, "ranks among as many values as were counted")
    var laid = Laid()
    var (bin, below) = (0, 0)
    for rank in ranks.all {
      while below + Int(counts[bin]) <= rank {
        below += Int(counts[bin])
        bin += 1
      }
      let above = below + Int(counts[bin])
      let low = Edge(value: bin == 0 ? smallest : edges[bin - 1], below: below, slack: slack(before: bin))
      let high = Edge(
        value: bin == edges.count ? largest : edges[bin], below: above, slack: slack(before: bin + 1))
      let width = high.value - low.value
      let value = low.value + Double(rank - below) / Double(above - below) * width
      if bin > 0, above - below <= ranks.few || !width.isFinite || low.value.nextUp >= high.value {
        laid.append(low)
        if bin < edges.count { laid.append(high) }
      } else if rank == below, bin > 0 {
        laid.append(low)
      } else if low.value < value, value < high.value {
        let off = max(rank - below + low.slack, above - rank + high.slack)
        laid.append(Edge(value: value, below: rank, slack: off))
      }
    }
    lay(laid.edges.map(\.value), counts: laid.counts(of: all), slack: laid.edges.map { UInt32(clamping: $0.slack) })
  }

  /// How far the number of values below a bin may be off.
  func slack(before bin: Int) -> Int { bin == 0 || bin > edges.count || slack.isEmpty ? 0 : Int(slack[bin - 1]) }

  private struct Edge {
    let value: Double
    /// About how many values lie below.
    let below: Int
    let slack: Int
  }

  private struct Laid {
    var edges: [Edge] = []

    mutating func append(_ edge: Edge) {
      if let last = edges.last, edge.value <= last.value { return }
      edges.append(edge)
    }

    func counts(of all: Int) -> [UInt32] {
      let ends = edges.map(\.below) + [all]
      return zip([0] + ends, ends).map { UInt32($1 - $0) }
    }
  }
}
