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

  /// Fills a place with what a formula reads of a parameter, where the parameter stands in memory.
  func load(
    _ parameter: UnsafePointer<ResolvedParameter>, _ reading: Formula.Reading, _ year: Year, to out: Int
  ) {
    if reading == .asGiven {
      guard !parameter.pointee.isChanged else { return loadAsGiven(parameter.pointee, year, to: out) }
      return load(parameter, .atYearEnd, year, to: out)
    }
    let city = reading == .meanOverYear ? parameter.pointee.city.mean : parameter.pointee.city.yearEnd
    let index = year - parameter.pointee.city.firstYear
    let shared = city.indices.contains(index) ? city[index].vector : Lanes.absent.vector
    guard reading != .ofCity else { return fill(shared, to: out) }
    let rest = reading == .ownValue ? Lanes.absent.vector : shared
    let (values, count) = (values(out), parameter.pointee.districts.count)
    let deviates = !parameter.pointee.districtFactors.isEmpty
    parameter.pointee.districts.withUnsafeBufferPointer { districts in
      for area in 0..<areas {
        let value = area < count ? districts[area]?.value(reading, year) ?? rest : rest
        values[area] = deviates ? parameter.pointee.deviating(value, area) : value
      }
    }
  }

  private func loadAsGiven(_ parameter: ResolvedParameter, _ year: Year, to out: Int) {
    for area in 0..<areas { current[out * areas + area] = parameter.value(.asGiven, year, area: area) }
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
