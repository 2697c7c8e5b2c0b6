import Domain
import NumericCore

/// Aggregation over areas, and what observations do to it.
extension Sweep {
  /// Puts what some districts come to into every area, taking them in a fixed order.
  func spread(_ reduction: Reduction, of source: Int, over districts: [Int], to out: Int) {
    let first = source * areas
    switch reduction {
    case .sum: fill(districts.reduce(.zero) { $0 + current[first + $1] }, to: out)
    case .largest: fill(districts.reduce(.absent) { extreme($0, current[first + $1], .>) }, to: out)
    case .smallest: fill(districts.reduce(.absent) { extreme($0, current[first + $1], .<) }, to: out)
    }
  }

  func inCity(_ a: Int, elsewhere b: Int, to out: Int) {
    copy(b, to: out)
    current[out * areas + city] = current[a * areas + city]
  }

  func geometricMean(of terms: [Int], to out: Int) {
    for area in 0..<areas {
      current[out * areas + area] = NumericCore.geometricMean(of: terms.map { current[$0 * areas + area] })
    }
  }

  /// Gives an indicator its value in every area: computed, aggregated, observed.
  func settle(_ source: Int, _ aggregation: Indicator.Aggregation, _ held: [HeldValues.Entry], to out: Int) {
    copy(source, to: out)
    switch aggregation {
    case .ratio, .sum: break
    case .uniform: spreadCity(out)
    case .city:
      for area in 0..<city { current[out * areas + area] = LaneVector(repeating: .nan) }
    }
    if !held.isEmpty { observe(aggregation, held, at: out) }
    if aggregation == .sum { current[out * areas + city] = districtSum(of: out) }
  }

  private func districtSum(of source: Int) -> LaneVector {
    var sum = LaneVector.zero
    for area in 0..<city { sum += current[source * areas + area] }
    return sum
  }

  private func spreadCity(_ out: Int) {
    for area in 0..<city { current[out * areas + area] = current[out * areas + city] }
  }

  /// Lets observations of the year replace the computed values.
  private func observe(_ aggregation: Indicator.Aggregation, _ held: [HeldValues.Entry], at out: Int) {
    for entry in held { current[out * areas + entry.area] = LaneVector(repeating: entry.value) }
    guard held.contains(where: { $0.area == city }) else { return }
    switch aggregation {
    case .uniform: spreadCity(out)
    case .sum: rake(out, keeping: Set(held.map(\.area)))
    case .ratio, .city: break
    }
  }

  /// Scales the districts that are not observed so that all add up to the observed city.
  ///
  /// Where these have nothing to scale, what is left of the city is spread over them evenly.
  private func rake(_ out: Int, keeping observed: Set<Int>) {
    var fixed = LaneVector.zero
    var free = LaneVector.zero
    for area in 0..<city {
      let value = current[out * areas + area]
      if observed.contains(area) { fixed += value } else { free += value }
    }
    let rest = current[out * areas + city] - fixed
    let hasNothing = .!(free .!= 0) .| (free .!= free)
    let even = rest / Double(max(city - observed.filter { $0 != city }.count, 1))
    for area in 0..<city where !observed.contains(area) {
      let place = out * areas + area
      current[place] = (current[place] * rest / free).replacing(with: even, where: hasNothing)
    }
  }
}

/// The second where it goes before the first, or where the first is missing.
private func extreme(
  _ a: LaneVector, _ b: LaneVector, _ precedes: (LaneVector, LaneVector) -> SIMDMask<SIMD8<Int64>>
) -> LaneVector {
  a.replacing(with: b, where: precedes(b, a) .| (a .!= a))
}

extension LaneVector {
  fileprivate static let absent = LaneVector(repeating: .nan)
}
