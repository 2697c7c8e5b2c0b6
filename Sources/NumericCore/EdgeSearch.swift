/// Finds how many edges lie at or below values, eight values at a time.
///
/// Of eight parts the right one is found by comparing with the ends of all, then a binary search of as many steps for
/// every value goes on inside it: one value alone would wait for memory at every step, or guess and err, and a step is
/// dearer than a comparison, as eight edges have to be read one by one.
struct EdgeSearch {
  private typealias Eight = SIMD8<Double>

  private let edges: UnsafeBufferPointer<Double>
  /// Edges in a part; the last may have fewer.
  private let part: Int
  /// The last edge of each part but the last, in every lane; not a number where there is none.
  private let end1, end2, end3, end4, end5, end6, end7: Eight

  /// - Parameter edges: ascending.
  @inline(__always) init(_ edges: UnsafeBufferPointer<Double>) {
    self.edges = edges
    let part = edges.count / 8 &+ 1
    self.part = part
    func end(_ parts: Int) -> Eight {
      let last = parts &* part &- 1
      return Eight(repeating: last < edges.count ? edges[last] : .nan)
    }
    (end1, end2, end3, end4) = (end(1), end(2), end(3), end(4))
    (end5, end6, end7) = (end(5), end(6), end(7))
  }

  @inline(__always) func edgesAtOrBelow(_ values: SIMD8<Double>) -> SIMD8<Int64> {
    let size = SIMD8<Int64>(repeating: Int64(part))
    var found = SIMD8<Int64>(repeating: 0)
    found.replace(with: found &+ size, where: end1 .<= values)
    found.replace(with: found &+ size, where: end2 .<= values)
    found.replace(with: found &+ size, where: end3 .<= values)
    found.replace(with: found &+ size, where: end4 .<= values)
    found.replace(with: found &+ size, where: end5 .<= values)
    found.replace(with: found &+ size, where: end6 .<= values)
    found.replace(with: found &+ size, where: end7 .<= values)
    var unknown = min(part &- 1, edges.count)
    // The last part is looked through from further below, so that nothing is read beyond the last edge.
    let latest = SIMD8<Int64>(repeating: Int64(edges.count &- unknown))
    found.replace(with: latest, where: found .> latest)
    while unknown > 0 {
      let half = (unknown &+ 1) &>> 1
      let next = found &+ Int64(half)
      var middle = Eight()
      for lane in 0..<8 { middle[lane] = edges[Int(next[lane] &- 1)] }
      found.replace(with: next, where: middle .<= values)
      unknown &-= half
    }
    return found
  }
}
