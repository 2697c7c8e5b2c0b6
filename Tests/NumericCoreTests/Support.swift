import NumericCore

/// Seeded numbers in -1...1 (a 64-bit linear congruential generator, Knuth's MMIX constants).
struct SeededNumbers {
  var state: UInt64

  mutating func next() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) / 4_503_599_627_370_496 - 1
  }

  mutating func matrix(rows: Int, columns: Int) -> Matrix {
    var result = Matrix(rows: rows, columns: columns)
    for index in result.values.indices { result.values[index] = next() }
    return result
  }
}

extension SeededNumbers {
  mutating func vector() -> LaneVector {
    var result = LaneVector.zero
    for lane in 0..<LaneVector.scalarCount { result[lane] = next() }
    return result
  }

  mutating func vectors(_ count: Int) -> [LaneVector] { (0..<count).map { _ in vector() } }
}

/// The largest difference of two lists of vectors; NaN counts as infinite.
func largestDifference(_ a: [LaneVector], _ b: [LaneVector]) -> Double {
  guard a.count == b.count else { return .infinity }
  var largest = 0.0
  for (x, y) in zip(a, b) {
    for lane in 0..<LaneVector.scalarCount {
      let difference = abs(x[lane] - y[lane])
      largest = difference.isNaN ? .infinity : max(largest, difference)
    }
  }
  return largest
}

func largestDifference(_ a: Matrix, _ b: Matrix) -> Double {
  zip(a.values, b.values).reduce(0) { max($0, abs($1.0 - $1.1)) }
}
