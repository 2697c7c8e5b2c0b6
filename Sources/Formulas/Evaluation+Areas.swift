import Domain
import NumericCore

extension Evaluation {
  /// Puts the sum over the districts into every area, adding in a fixed order.
  mutating func spreadSum(of source: Int, to out: Int) {
    let vectors = layout.vectors
    for v in 0..<vectors {
      let sum = districtSum(of: source, vector: v)
      for area in 0..<areas.count { current[out + area * vectors + v] = sum }
    }
  }

  /// Gives an indicator its value in every area: computed, aggregated, observed.
  mutating func settle(_ source: Int, _ indicator: Indicator, _ year: Year, to out: Int) {
    let vectors = layout.vectors
    for i in 0..<stride { current[out + i] = current[source + i] }
    switch indicator.aggregation {
    case .ratio: break
    case .sum: break
    case .uniform: spreadCity(out)
    case .city:
      for area in 0..<areas.cityIndex {
        for v in 0..<vectors { current[out + area * vectors + v] = LaneVector(repeating: .nan) }
      }
    }
    if indicator.observation == .holds { observe(indicator, year, at: out) }
    guard indicator.aggregation == .sum else { return }
    for v in 0..<vectors {
      current[out + areas.cityIndex * vectors + v] = districtSum(of: out, vector: v)
    }
  }

  private func districtSum(of source: Int, vector v: Int) -> LaneVector {
    var sum = LaneVector.zero
    for area in 0..<areas.cityIndex { sum += current[source + area * layout.vectors + v] }
    return sum
  }

  private mutating func spreadCity(_ out: Int) {
    let vectors = layout.vectors
    for area in 0..<areas.cityIndex {
      for v in 0..<vectors {
        current[out + area * vectors + v] = current[out + areas.cityIndex * vectors + v]
      }
    }
  }

  /// The value that holds: a firm one, or any where the model has none of its own.
  private func published(_ indicator: Indicator, _ area: Int, _ year: Year) -> Observation? {
    indicator.basis == .carried
      ? observations.value(of: indicator.name, area: area, year: year)
      : observations.firm(indicator.name, area: area, year: year)
  }

  /// Lets observations of the year replace the computed values.
  private mutating func observe(_ indicator: Indicator, _ year: Year, at out: Int) {
    let vectors = layout.vectors
    var observed = Set<Int>()
    for area in 0..<areas.count {
      guard let found = published(indicator, area, year) else { continue }
      observed.insert(area)
      for v in 0..<vectors { current[out + area * vectors + v] = LaneVector(repeating: found.value) }
    }
    guard observed.contains(areas.cityIndex) else { return }
    switch indicator.aggregation {
    case .uniform: spreadCity(out)
    case .sum: rake(out, keeping: observed)
    case .ratio, .city: break
    }
  }

  /// Scales the districts that are not observed so that all add up to the observed city.
  ///
  /// Where these have nothing to scale, what is left of the city is spread over them evenly.
  private mutating func rake(_ out: Int, keeping observed: Set<Int>) {
    let vectors = layout.vectors
    for v in 0..<vectors {
      var fixed = LaneVector.zero
      var free = LaneVector.zero
      for area in 0..<areas.cityIndex {
        let value = current[out + area * vectors + v]
        if observed.contains(area) { fixed += value } else { free += value }
      }
      let rest = current[out + areas.cityIndex * vectors + v] - fixed
      let hasNothing = .!(free .!= 0) .| (free .!= free)
      let even = rest / Double(max(areas.cityIndex - observed.filter { $0 != areas.cityIndex }.count, 1))
      for area in 0..<areas.cityIndex where !observed.contains(area) {
        let place = out + area * vectors + v
        current[place] = (current[place] * rest / free).replacing(with: even, where: hasNothing)
      }
    }
  }
}
