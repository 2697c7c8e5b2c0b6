import Domain
import NumericCore

/// The work of one year over the flat memory of an evaluation.
///
/// Every operation takes slots, each with a vector for every area.
struct Sweep {
  let areas: Int
  let city: Int
  let year: Year
  let isBase: Bool
  let current: UnsafeMutableBufferPointer<LaneVector>
  let previous: UnsafeBufferPointer<LaneVector>
  let measures: UnsafeBufferPointer<LaneVector>
  /// The central member's values, shape `[operation][area]`.
  let central: UnsafeBufferPointer<Double>

  func fill(_ value: LaneVector, to out: Int) {
    for area in 0..<areas { current[out * areas + area] = value }
  }

  func measure(_ measure: Int, to out: Int) {
    for area in 0..<areas { current[out * areas + area] = measures[measure * areas + area] }
  }

  func copy(_ source: Int, to out: Int) {
    for area in 0..<areas { current[out * areas + area] = current[source * areas + area] }
  }

  func lastYear(_ source: Int, to out: Int) {
    for area in 0..<areas { current[out * areas + area] = previous[source * areas + area] }
  }

  /// The central member's values in all lanes.
  func take(_ operation: Int, to out: Int) {
    let values = current.baseAddress.unsafelyUnwrapped + out * areas
    let first = operation * areas
    for area in 0..<areas { values[area] = LaneVector(repeating: central[first + area]) }
  }

  func load(_ parameter: ResolvedParameter, _ reading: Program.ParameterReading, to out: Int) {
    guard reading == .ownValue || reading != .ofCity && parameter.variesByDistrict else {
      return fill(parameter.value(reading, year), to: out)
    }
    for area in 0..<areas { current[out * areas + area] = parameter.value(reading, year, area: area) }
  }

  func combine(_ kind: Program.Binary, _ a: Int, _ b: Int, to out: Int) {
    switch kind {
    case .add: each(a, b, out) { $0 + $1 }
    case .subtract: each(a, b, out) { $0 - $1 }
    case .multiply: each(a, b, out) { $0 * $1 }
    case .divide: each(a, b, out) { $0 / $1 }
    case .smaller: each(a, b, out, smaller)
    case .larger: each(a, b, out) { -smaller(-$0, -$1) }
    case .present: each(a, b, out) { $0.replacing(with: $1, where: isAbsent($0)) }
    case .roundUp: each(a, b, out) { roundedUp($0, to: $1) }
    case .power: each(a, b, out, power)
    }
  }

  func logNormal(_ tail: LogNormalTail, _ line: Int, _ mean: Int, _ deviation: Int, to out: Int) {
    for area in 0..<areas {
      current[out * areas + area] = tail(
        below: current[line * areas + area], mean: current[mean * areas + area],
        deviation: current[deviation * areas + area])
    }
  }

  @inline(__always)
  private func each(_ a: Int, _ b: Int, _ out: Int, _ operation: (LaneVector, LaneVector) -> LaneVector) {
    let values = current.baseAddress.unsafelyUnwrapped
    let (a, b, out) = (values + a * areas, values + b * areas, values + out * areas)
    for area in 0..<areas { out[area] = operation(a[area], b[area]) }
  }
}

/// The smaller of two numbers; no value where either has none.
private func smaller(_ a: LaneVector, _ b: LaneVector) -> LaneVector {
  b.replacing(with: a, where: (a .<= b) .| isAbsent(a))
}

private func isAbsent(_ a: LaneVector) -> SIMDMask<SIMD8<Int64>> { a .!= a }

/// Rounds up to a multiple of the step; what lies within rounding error of one stays there.
private func roundedUp(_ a: LaneVector, to step: LaneVector) -> LaneVector {
  let steps = a / step
  let nearest = steps.rounded(.toNearestOrEven)
  let difference = steps - nearest
  let close = (difference * difference) .< (nearest * nearest * 1e-24)
  return steps.rounded(.up).replacing(with: nearest, where: close) * step
}
