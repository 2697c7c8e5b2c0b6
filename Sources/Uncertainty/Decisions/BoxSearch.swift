/// Finds boxes in which cases gather, by the patient rule induction method (PRIM).
///
/// From the box of all points a thin slice is taken off at one end of one input, again and again, whichever leaves the
/// highest density of cases; then slices are pasted on again while the density rises. Of the boxes on the way the one with
/// the best harmonic mean of coverage and density is taken; an end without which the box would be as dense, as far as
/// chance allows to tell, is dropped. The cases it covers are then set aside and a further box is sought.
///
/// Source: Friedman and Fisher (1999), *Bump hunting in high-dimensional data*, Statistics and Computing 9, 123–143;
/// Bryant and Lempert (2010), *Technological Forecasting and Social Change* 77, 34–49, for its use on scenarios.
public struct BoxSearch: Equatable, Sendable {
  /// The share of a box's points taken off at once.
  public var slice = 0.05
  /// No box holds a smaller share of all points.
  public var smallestMass = 0.05
  /// An end counts only if chance alone would do as well with at most this probability.
  public var significance = 0.05
  /// Boxes at most.
  public var boxes = 3

  public init() {}

  /// - Parameters:
  ///   - inputs: shape `[input][point]`.
  ///   - isCase: one a point: what is to be described, such as that a target is missed. Leave failed points out.
  /// - Returns: boxes denser than all points together, the first found first; none where nothing gathers.
  public func boxes(inputs: [[Double]], isCase: [Bool]) -> [CaseBox] {
    precondition(inputs.allSatisfy { $0.count == isCase.count }, "one value of an input a point")
    let points = CasePoints(inputs: inputs, isCase: isCase)
    let all = Array(isCase.indices)
    let common = points.density(of: all)
    var rest = all
    var found: [CaseBox] = []
    while found.count < boxes, rest.contains(where: { isCase[$0] }) {
      let limits = limits(of: points, among: rest)
      let inside = points.points(inside: limits, among: rest)
      guard limits.contains(where: { !$0.isFree }), points.density(of: inside) > common else { break }
      // Coverage, density and mass are of all points: what the box says when it is read alone.
      found.append(points.box(limits, among: all))
      let taken = Set(inside)
      rest.removeAll { taken.contains($0) }
    }
    return found
  }

  private func limits(of points: CasePoints, among rest: [Int]) -> [CaseBox.Limits] {
    let path = Peeling(search: self, points: points, rest: rest).path()
    let cases = Double(rest.filter { points.isCase[$0] }.count)
    let best = path.max { harmonic($0, cases, points) < harmonic($1, cases, points) }!
    let pasted = Pasting(search: self, points: points, rest: rest).pasted(best.limits)
    return dropped(pasted, points, among: rest)
  }

  /// 2 / (1/coverage + 1/density) = 2 hits / (cases + points inside).
  private func harmonic(_ box: Peeling.Step, _ cases: Double, _ points: CasePoints) -> Double {
    2 * Double(box.inside.filter { points.isCase[$0] }.count) / (cases + Double(box.inside.count))
  }

  /// Without the ends that chance explains, the least telling first.
  private func dropped(_ limits: [CaseBox.Limits], _ points: CasePoints, among rest: [Int]) -> [CaseBox.Limits] {
    var limits = limits
    while true {
      let ends = limits.ends.map { end in (end, chance(of: end, limits, points, among: rest)) }
      guard let weakest = ends.max(by: { $0.1 < $1.1 }), weakest.1 > significance else { return limits }
      limits.free(weakest.0)
    }
  }

  /// How likely as many cases would lie in the box, were it a random part of the box without that end.
  private func chance(
    of end: BoxEnd, _ limits: [CaseBox.Limits], _ points: CasePoints, among rest: [Int]
  ) -> Double {
    var wider = limits
    wider.free(end)
    let without = points.points(inside: wider, among: rest)
    let inside = points.points(inside: limits, among: without)
    return binomialTail(
      hits: inside.filter { points.isCase[$0] }.count, trials: inside.count, probability: points.density(of: without))
  }
}
