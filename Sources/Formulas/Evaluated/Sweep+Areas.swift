import Domain
import NumericCore

/// What an indicator comes to: aggregated over areas, and replaced by what was observed.
extension Sweep {
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
