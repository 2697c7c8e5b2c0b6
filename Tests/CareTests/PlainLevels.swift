/// A year of five levels once more in plain loops, one member at a time, written from the method.
struct PlainLevels {
  var counts: [Double]

  var sum: Double { counts.reduce(0, +) }

  /// Deaths in proportion to the excess; the factor is found by halving, so that capped levels need no cases.
  mutating func die(_ dying: Double, excess: [Double], cap: Double) {
    let wanted = dying * sum
    func deaths(_ factor: Double) -> Double {
      zip(counts, excess).reduce(0) { $0 + $1.0 * Swift.min(factor * $1.1, cap) }
    }
    var (low, high) = (0.0, 1.0)
    while true {
      let middle = (low + high) / 2
      if middle == low || middle == high { break }
      if deaths(middle) < wanted { low = middle } else { high = middle }
    }
    counts = zip(counts, excess).map { $0 * (1 - Swift.min(high * $1, cap)) }
  }

  /// Shares of each level go one down and one up, at most everyone; onset gives way where both would be more.
  mutating func move(down: [Double], up: [Double], onset: Double, recovery: Double) {
    var next = counts
    for level in 0..<5 {
      let better = level > 0 ? Swift.min(recovery * up[level], 1) : 0
      let worse = level < 4 ? Swift.min(onset * down[level], 1 - better) : 0
      next[level] -= counts[level] * (better + worse)
      if level > 0 { next[level - 1] += counts[level] * better }
      if level < 4 { next[level + 1] += counts[level] * worse }
    }
    counts = next
  }

  /// Who came has the levels of the table; who left had those found here.
  mutating func meet(_ people: Double, table: [Double]) {
    let alive = sum
    counts =
      people > alive
      ? zip(counts, table).map { $0 + (people - alive) * $1 } : counts.map { alive > 0 ? $0 * people / alive : 0 }
  }
}
