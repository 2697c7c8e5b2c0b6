/// Moves the ends of a box out again, a slice at a time, while that raises its density.
///
/// Peeling is greedy and may take off too much; what was taken at one end may turn out harmless once others are set.
struct Pasting {
  let search: BoxSearch
  let points: CasePoints
  let rest: [Int]

  func pasted(_ limits: [CaseBox.Limits]) -> [CaseBox.Limits] {
    var limits = limits
    var density = points.density(of: points.points(inside: limits, among: rest))
    while true {
      let wider = limits.ends.map { widened(limits, $0) }
      let densities = wider.map { points.density(of: points.points(inside: $0, among: rest)) }
      guard let best = densities.indices.max(by: { densities[$0] < densities[$1] }), densities[best] > density else {
        return limits
      }
      limits = wider[best]
      density = densities[best]
    }
  }

  private func widened(_ limits: [CaseBox.Limits], _ end: BoxEnd) -> [CaseBox.Limits] {
    var free = limits
    free.free(end)
    let inside = points.points(inside: limits, among: rest).count
    let edge = end.isLow ? limits[end.input].low! : limits[end.input].high!
    let outside = points.points(inside: free, among: rest)
      .map { points.inputs[end.input][$0] }
      .filter { end.isLow ? $0 < edge : $0 > edge }
      .sorted()
    let size = max(1, Int(search.slice * Double(inside)))
    // As far out as there are points: the end is free.
    guard size < outside.count else { return free }
    free.set(end, to: end.isLow ? outside[outside.count - size] : outside[size - 1])
    return free
  }
}
