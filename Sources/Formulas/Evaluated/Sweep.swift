import Domain
import NumericCore

/// The work of one year over the flat memory of an evaluation.
///
/// Every operation takes places, each with a vector for every area.
struct Sweep {
  let areas: Int
  let city: Int
  let year: Year
  let isBase: Bool
  let groups: [DistrictGroup: [Int]]
  let current: UnsafeMutableBufferPointer<LaneVector>
  let previous: UnsafeBufferPointer<LaneVector>
  let measures: UnsafeBufferPointer<LaneVector>
  /// The central member's values, shape `[operation][area]`.
  let central: UnsafeBufferPointer<Double>

  /// The vectors of a place, area by area.
  @inline(__always)
  func values(_ place: Int) -> UnsafeMutablePointer<LaneVector> {
    current.baseAddress.unsafelyUnwrapped + place * areas
  }

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
    let values = values(out)
    let first = operation * areas
    for area in 0..<areas { values[area] = LaneVector(repeating: central[first + area]) }
  }

  func load(_ parameter: borrowing ResolvedParameter, _ reading: Formula.Reading, _ year: Year, to out: Int) {
    guard reading == .ownValue || reading != .ofCity && parameter.variesByDistrict(reading) else {
      return fill(parameter.value(reading, year), to: out)
    }
    for area in 0..<areas { current[out * areas + area] = parameter.value(reading, year, area: area) }
  }

  /// Combines two places area by area.
  @inline(__always)
  func each(
    _ inputs: UnsafeBufferPointer<Int>, _ out: Int, _ operation: (LaneVector, LaneVector) -> LaneVector
  ) {
    let (a, b, out) = (values(inputs[0]), values(inputs[1]), values(out))
    for area in 0..<areas { out[area] = operation(a[area], b[area]) }
  }
}
