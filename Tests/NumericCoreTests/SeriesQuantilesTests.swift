import NumericCore
import Testing

struct SeriesQuantilesTests {
  private let probabilities = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975]

  @Test func quantilesOfFiveValues() {
    // h = 4q: q = 0.1 lies 0.4 of the way from the smallest value to the next.
    #expect(quantiles(of: [50, 20, 40, 10, 30], at: [0, 0.1, 0.25, 0.5, 1]) == [10, 14, 20, 30, 50])
  }

  @Test func oneTwoAndThreeValues() {
    #expect(quantiles(of: [3], at: [0, 0.5, 1]) == [3, 3, 3])
    #expect(quantiles(of: [4, 2], at: [0, 0.25, 0.5, 1]) == [2, 2.5, 3, 4])
    #expect(quantiles(of: [4, 2, 9], at: [0, 0.25, 0.5, 0.75, 1]) == [2, 3, 4, 6.5, 9])
  }

  @Test func bitsAreThoseOfSorting() {
    for count in [1, 2, 3, 5, 16, 99, 1_000, 1_001, 20_000] {
      var summary = SeriesQuantiles(count: count, probabilities: probabilities)
      for (name, shape) in Shape.all {
        for seed in 1...5 {
          var numbers = SeededNumbers(state: UInt64(seed * 1_000 + count))
          let series = (0..<count).map { shape(&numbers, Double($0) / Double(count)) }
          let found = fill(&summary, series)
          let expected = sortedQuantiles(series)
          #expect(found.quantiles.map(\.bitPattern) == expected.map(\.bitPattern), "\(name), \(count), seed \(seed)")
          #expect(found.mean.bitPattern == mean(of: series).bitPattern, "\(name), \(count), seed \(seed)")
        }
      }
    }
  }

  @Test func quantilesNeverFallNorLeaveTheValues() {
    var numbers = SeededNumbers(state: 21)
    let dense = (0...1_000).map { Double($0) / 1_000 }
    for _ in 1...20 {
      let series = (0..<7).map { _ in 1 + numbers.next() * 1e-15 }
      let found = quantiles(of: series, at: dense)
      #expect(zip(found, found.dropFirst()).allSatisfy { $0 <= $1 })
      #expect(found.first == series.min() && found.last == series.max())
    }
  }

  @Test func oneNaNMakesEverythingNaN() {
    var series = (0..<1_000).map { Double($0) }
    series[17] = .nan
    var summary = SeriesQuantiles(count: 1_000, probabilities: probabilities)
    let found = fill(&summary, series)
    #expect(found.quantiles.allSatisfy(\.isNaN) && found.mean.isNaN)
    #expect(quantiles(of: [.nan], at: [0.5])[0].isNaN)
    // Nothing of it is left in the work space.
    series[17] = 17
    #expect(fill(&summary, series).quantiles == sortedQuantiles(series))
  }

  @Test func infiniteValuesAreValues() {
    let low = -Double.infinity
    let high = Double.infinity
    #expect(quantiles(of: [high, 1, low, 2, 3], at: [0, 0.1, 0.5, 0.9, 1]) == [low, low, 2, high, high])
    #expect(quantiles(of: [low, high], at: [0.5])[0].isNaN)
    #expect(quantiles(of: [high, high], at: [0.5]) == [high])
    #expect(quantiles(of: [-1.5e308, 1.5e308], at: [0.25, 0.5]) == [-0.75e308, 0])
  }

  private func fill(_ summary: inout SeriesQuantiles, _ series: [Double]) -> (quantiles: [Double], mean: Double) {
    var found = Array(repeating: 0.0, count: probabilities.count)
    let mean = found.withUnsafeMutableBufferPointer { found in
      series.withUnsafeBufferPointer { summary.fill(found, of: $0) }
    }
    return (found, mean)
  }

  private func sortedQuantiles(_ series: [Double]) -> [Double] {
    let sorted = series.sorted()
    return probabilities.map { probability in
      let rank = Double(series.count - 1) * probability
      let low = sorted[Int(rank)]
      let high = sorted[min(Int(rank) + 1, series.count - 1)]
      let weight = rank - Double(Int(rank))
      return low == high || weight == 0 ? low + 0 : min(low + weight * (high - low), high)
    }
  }
}

/// Series of many shapes; the second argument of each is the place in the series, 0..<1.
private enum Shape {
  static let all: [(String, @Sendable (inout SeededNumbers, Double) -> Double)] = [
    ("uniform", { numbers, _ in numbers.next() }),
    ("normal", { numbers, _ in normal(&numbers) }),
    ("far from zero", { numbers, _ in 1e9 + normal(&numbers) }),
    ("few bits", { numbers, _ in 1 + normal(&numbers) * 1e-15 }),
    ("heavy tails", { numbers, _ in 1 / numbers.next() }),
    ("heavier tails", { numbers, _ in power(10, 300 * numbers.next()) * (numbers.next() < 0 ? -1 : 1) }),
    ("small and large", { numbers, _ in numbers.next() < 0.9 ? numbers.next() : 1e12 * numbers.next() }),
    ("mostly zero", { numbers, _ in max(0, normal(&numbers) - 0.3) }),
    ("zeros of both signs", { numbers, _ in numbers.next() < 0.5 ? 0.0 : -0.0 }),
    ("negative zeros among values", { numbers, _ in numbers.next() < 0 ? -0.0 : numbers.next() }),
    ("whole numbers", { numbers, _ in (normal(&numbers) * 3).rounded() }),
    ("two values", { numbers, _ in numbers.next() < 0.2 ? 1 : 2 }),
    ("one value", { _, _ in -4.25 }),
    ("ascending", { _, place in place }),
    ("descending", { _, place in -place * place }),
    ("drifting", { numbers, place in place * 5 + numbers.next() }),
    ("subnormal", { numbers, _ in numbers.next() * 0x1p-1030 }),
    ("one infinite", { numbers, place in place == 0 ? .infinity : numbers.next() }),
    ("huge", { numbers, _ in numbers.next() * 8e307 }),
  ]

  private static func normal(_ numbers: inout SeededNumbers) -> Double {
    standardNormalQuantile((numbers.next() + 1) / 2 * 0.999 + 0.0005)
  }

  /// Near enough: base to the whole part of the exponent, times a line to the next.
  private static func power(_ base: Double, _ exponent: Double) -> Double {
    let whole = Int(exponent.rounded(.down))
    let root = (0..<abs(whole)).reduce(1.0) { product, _ in product * base }
    return (whole < 0 ? 1 / root : root) * (1 + (base - 1) * (exponent - Double(whole)))
  }
}
