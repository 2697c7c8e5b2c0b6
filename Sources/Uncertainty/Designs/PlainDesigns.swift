/// Independent uniform points: point n is the same however many are drawn.
public func randomPoints(count: Int, dimensions: Int, seed: UInt64) -> UnitPoints {
  let draws = UnitDraws(seed: seed, stream: .plain)
  return UnitPoints(count: count, dimensions: dimensions) { point, dimension in
    draws.uniform(UInt64(point), part: UInt32(dimension))
  }
}

/// A Latin hypercube: in each dimension one point in each of `count` equal intervals, placed at random within it.
///
/// Every point changes with `count`; where points are to be added later, take ``ScrambledSobol``.
///
/// Source: McKay, Beckman and Conover (1979), *Technometrics* 21, 239–245.
public func latinHypercube(count: Int, dimensions: Int, seed: UInt64) -> UnitPoints {
  let orders = UnitDraws(seed: seed, stream: .order)
  let within = UnitDraws(seed: seed, stream: .stratum)
  let strata = (0..<dimensions).map { orders.order(of: count, part: UInt32($0)) }
  // The largest number below 1: a place at the end of the last interval must not round up to 1.
  let largest = 1 - 0x1p-53
  return UnitPoints(count: count, dimensions: dimensions) { point, dimension in
    let place = within.uniform(UInt64(point), part: UInt32(dimension))
    return min((Double(strata[dimension][point]) + place) / Double(count), largest)
  }
}

/// All combinations of some levels of each axis.
public struct GridDesign: Equatable, Sendable {
  /// How many levels each axis has.
  public let levels: [Int]
  /// How many points there are; `nil` when they cannot be counted in 64 bits.
  public let count: Int?

  public init(levels: [Int]) {
    precondition(levels.allSatisfy { $0 > 0 }, "an axis without a level")
    self.levels = levels
    count = levels.reduce(1 as Int?) { product, level in
      product.flatMap { (so: Int) -> Int? in
        let (value, overflow) = so.multipliedReportingOverflow(by: level)
        return overflow ? nil : value
      }
    }
  }

  /// The level of each axis at a point; the last axis varies fastest.
  public func levels(ofPoint point: Int) -> [Int] {
    var rest = point
    var result = Array(repeating: 0, count: levels.count)
    for axis in levels.indices.reversed() {
      result[axis] = rest % levels[axis]
      rest /= levels[axis]
    }
    return result
  }
}
