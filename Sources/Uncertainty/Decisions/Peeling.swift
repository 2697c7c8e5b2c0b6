/// Takes slices off a box, one at a time, whichever leaves the highest density of cases.
struct Peeling {
  struct Step {
    let limits: [CaseBox.Limits]
    let inside: [Int]
  }

  let search: BoxSearch
  let points: CasePoints
  let rest: [Int]

  /// The boxes from all points down to the smallest.
  func path() -> [Step] {
    var steps = [Step(limits: Array(repeating: .init(), count: points.inputCount), inside: rest)]
    let smallest = search.smallestMass * Double(points.count)
    while let next = next(steps[steps.count - 1]), Double(next.inside.count) >= smallest { steps.append(next) }
    return steps
  }

  private func next(_ step: Step) -> Step? {
    var best: (density: Double, size: Int, end: BoxEnd, value: Double)?
    for input in 0..<points.inputCount {
      let ordered = step.inside.map { points.inputs[input][$0] }.sorted()
      for isLow in [true, false] {
        guard let value = newEnd(ordered, isLow: isLow) else { continue }
        var (size, hits) = (0, 0)
        for point in step.inside {
          let x = points.inputs[input][point]
          guard isLow ? x >= value : x <= value else { continue }
          size += 1
          hits += points.isCase[point] ? 1 : 0
        }
        let density = Double(hits) / Double(size)
        // Of equally dense boxes the larger: it gave up less.
        if let so = best, (density, size) <= (so.density, so.size) { continue }
        best = (density, size, BoxEnd(input: input, isLow: isLow), value)
      }
    }
    guard let best else { return nil }
    var limits = step.limits
    limits.set(best.end, to: best.value)
    return Step(limits: limits, inside: points.points(inside: limits, among: step.inside))
  }

  /// The first value inside a slice's edge; `nil` where all values are the same.
  ///
  /// Equal values go together: at least one slice, and of a few levels a whole level.
  private func newEnd(_ ordered: [Double], isLow: Bool) -> Double? {
    guard let first = ordered.first, let last = ordered.last, first < last else { return nil }
    let size = max(1, Int(search.slice * Double(ordered.count)))
    if isLow {
      let edge = ordered[size - 1]
      return ordered.first { $0 > edge }
    }
    let edge = ordered[ordered.count - size]
    return ordered.last { $0 < edge }
  }
}
