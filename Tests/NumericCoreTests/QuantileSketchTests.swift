import NumericCore
import Testing

struct QuantileSketchTests {
  private let probabilities = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975]

  @Test func edgesOfASmallSketchCountByHand() {
    var sketch = QuantileSketch(edges: [1, 2])
    add([0.5, 1, 1.5, 2, 3, 4], to: &sketch)
    #expect(sketch.counts == [1, 2, 3])
    #expect(sketch.count == 6)
    // Three of six values lie below 2.
    #expect(sketch.quantile(0.5) == 2)
    #expect(sketch.quantile(0.25) == 1.25)
    // One and a half of six lie below: half a value into the bin of two, whose other 1.5 may be on either side.
    #expect(sketch.rankError(0.25) == 0.25)
    #expect(sketch.quantile(0) == 0.5)
    #expect(sketch.quantile(1) == 4)
  }

  @Test func rankErrorIsNeverAboveTheStatedOne() {
    for (name, shape) in Shape.all {
      for (seed, firstPart) in [(1, 8_192), (2, 8_192), (3, 16_384), (4, 500)] {
        let values = draw(100_000, seed: UInt64(seed), shape)
        let sorted = values.sorted()
        let sketch = sketch(of: values, firstPart: firstPart)
        for probability in probabilities + [0, 0.33, 0.999, 1] {
          let stated = sketch.rankError(probability)
          let error = rankError(of: sketch.quantile(probability), at: probability, in: sorted)
          // Shares of 100,000 values are rounded in the last place.
          #expect(error <= stated + 1e-15, "\(name), seed \(seed), q = \(probability)")
        }
      }
    }
  }

  @Test func independentContinuousValuesAreWithinOneThousandth() {
    for (name, shape) in Shape.continuous {
      for seed: UInt64 in 1...5 {
        let values = draw(100_000, seed: seed, shape)
        let sorted = values.sorted()
        for firstPart in [8_192, 16_384] {
          let sketch = sketch(of: values, firstPart: firstPart)
          for probability in probabilities {
            let error = rankError(of: sketch.quantile(probability), at: probability, in: sorted)
            #expect(error <= 0.001, "\(name), seed \(seed), q = \(probability)")
            if firstPart == 16_384 { #expect(sketch.rankError(probability) <= 0.001, "\(name), seed \(seed)") }
          }
          #expect(sketch.edges.count < 650)
        }
      }
    }
  }

  @Test func atomsAreExact() {
    let values = draw(50_000, seed: 6) { z, _ in (z * 2).rounded() }
    let sorted = values.sorted()
    let sketch = sketch(of: values, firstPart: 8_192)
    for probability in probabilities {
      #expect(sketch.quantile(probability) == sorted[Int(probability * 50_000)])
      #expect(sketch.rankError(probability) == 0)
    }
  }

  @Test func driftShowsInTheStatedError() {
    let sketch = sketch(of: draw(100_000, seed: 7) { z, place in z + 4 * place }, firstPart: 8_192)
    #expect(sketch.rankError(0.975) > 0.1)
  }

  @Test func partsMergeInAnyOrderToTheSameBits() {
    let values = draw(60_000, seed: 8) { z, place in z < -1 ? (place < 0.5 ? 0.0 : -0.0) : z * z }
    let first = sketch(of: Array(values[..<8_192]), firstPart: 8_192)
    let parts = stride(from: 8_192, to: 60_000, by: 10_361).map { start in
      var part = QuantileSketch(edges: first.edges)
      add(Array(values[start..<min(start + 10_361, 60_000)]), to: &part)
      return part
    }
    let all = sketch(of: values, firstPart: 8_192)
    var forward = first
    for part in parts { forward.merge(part) }
    var backward = parts.last!
    for part in parts.dropLast().reversed() { backward.merge(part) }
    backward.merge(first)
    #expect(forward == all)
    #expect(backward == all)
    #expect(forward.smallest.bitPattern == backward.smallest.bitPattern)
    #expect(probabilities.map(forward.quantile).map(\.bitPattern) == probabilities.map(all.quantile).map(\.bitPattern))
  }

  @Test func emptyAndNaNHaveNoQuantile() {
    var sketch = QuantileSketch(edges: [0])
    #expect(sketch.quantile(0.5).isNaN && sketch.rankError(0.5).isNaN)
    add([1, 2, .nan, 3, 4, 5, 6, 7, 8, 9], to: &sketch)
    #expect(sketch.holdsNaN && sketch.quantile(0.5).isNaN && sketch.rankError(0.5).isNaN)
    let ofNaN = self.sketch(of: Array(repeating: .nan, count: 100), firstPart: 50)
    #expect(ofNaN.quantile(0.5).isNaN)
  }

  @Test func infiniteValuesAreCounted() {
    let values = draw(20_000, seed: 9) { z, _ in abs(z) > 1 ? z * .infinity : z }
    let sketch = sketch(of: values, firstPart: 8_192)
    #expect(sketch.quantile(0.025) == -.infinity && sketch.rankError(0.025) < 0.001)
    #expect(sketch.quantile(0.975) == .infinity && sketch.rankError(0.975) == 0)
    #expect(abs(sketch.quantile(0.5)) < 0.05)
  }

  /// As runs use it: a small first part, edges laid anew whenever there are twice as many values.
  @Test func edgesLaidAnewFindQuantilesFromASmallFirstPart() {
    for (name, shape) in Shape.all {
      let isDrifting = Shape.drifting.contains(name)
      for (seed, firstPart, count) in [(11, 256, 10_000), (12, 256, 3000), (13, 1024, 40_000)] {
        let values = draw(count, seed: UInt64(seed), shape)
        let sorted = values.sorted()
        let sketch = refined(values, firstPart: firstPart)
        #expect(sketch.count == count && sketch.edges.count < 400, "\(name): \(sketch.edges.count)")
        for probability in probabilities {
          let error = rankError(of: sketch.quantile(probability), at: probability, in: sorted)
          #expect(error <= sketch.rankError(probability) + 1e-15, "\(name), seed \(seed), q = \(probability)")
          // Of independent values within what chance itself does to the rank of a quantile of so many.
          let chance = (probability * (1 - probability) / Double(count)).squareRoot()
          #expect(isDrifting || error <= max(0.001, chance), "\(name), seed \(seed), q = \(probability): \(error)")
        }
      }
    }
  }

  @Test func atomsStayExactWhenEdgesAreLaidAnew() {
    let values = draw(20_000, seed: 14) { z, _ in (z * 2).rounded() }
    let sorted = values.sorted()
    let sketch = refined(values, firstPart: 512)
    for probability in probabilities {
      #expect(sketch.quantile(probability) == sorted[Int(probability * 20_000)])
    }
  }

  private func refined(_ values: [Double], firstPart: Int) -> QuantileSketch {
    values.withUnsafeBufferPointer { values in
      func ranks(_ count: Int) -> EdgeRanks {
        EdgeRanks(count: count, probabilities: probabilities, spacing: 0.0008, widening: 0.25)
      }
      var sketch = QuantileSketch(
        firstPart: UnsafeBufferPointer(rebasing: values[..<firstPart]), ranks: ranks(firstPart))
      var next = 2 * firstPart
      for start in stride(from: firstPart, to: values.count, by: 128) {
        let end = min(start + 128, values.count)
        sketch.add(UnsafeBufferPointer(rebasing: values[start..<end]))
        guard end == next else { continue }
        sketch.refine(at: ranks(end))
        next *= 2
      }
      return sketch
    }
  }

  private func sketch(of values: [Double], firstPart: Int) -> QuantileSketch {
    values.withUnsafeBufferPointer { values in
      var sketch = QuantileSketch(
        firstPart: UnsafeBufferPointer(rebasing: values[..<firstPart]),
        ranks: EdgeRanks(count: firstPart, probabilities: probabilities))
      sketch.add(UnsafeBufferPointer(rebasing: values[firstPart...]))
      return sketch
    }
  }

  private func add(_ values: [Double], to sketch: inout QuantileSketch) {
    values.withUnsafeBufferPointer { sketch.add($0) }
  }

  private func draw(_ count: Int, seed: UInt64, _ shape: (Double, Double) -> Double) -> [Double] {
    var z = Array(repeating: 0.0, count: count)
    let draws = ProcessDraws(seed: seed, year: 2026, area: 0, process: 4)
    z.withUnsafeMutableBufferPointer { draws.fill($0) }
    return z.indices.map { shape(z[$0], Double($0) / Double(count)) }
  }

  /// How far `probability` lies outside the shares of values below and at or below `quantile`.
  private func rankError(of quantile: Double, at probability: Double, in sorted: [Double]) -> Double {
    let below = Double(sorted.count { $0 < quantile }) / Double(sorted.count)
    let atOrBelow = Double(sorted.count { $0 <= quantile }) / Double(sorted.count)
    return max(0, below - probability, probability - atOrBelow)
  }
}

/// A value from a standard normal z and its place in the series, 0..<1.
private enum Shape {
  typealias Make = @Sendable (Double, Double) -> Double

  static let continuous: [(String, Make)] = [
    ("normal", { z, _ in z }),
    ("like a lognormal", { z, _ in exponential(z) }),
    ("bounded", { z, _ in z / (1 + z * z).squareRoot() }),
    ("heavy tails", { z, _ in z * z * z * z * z }),
    ("two humps", { z, _ in z < 0 ? z - 3 : z + 3 }),
  ]

  static let all: [(String, Make)] = continuous + others

  static let drifting: Set<String> = ["rising level", "rising spread", "late jump"]

  static let others: [(String, Make)] = [
    ("coarse atoms", { z, _ in (z * 2).rounded() }),
    ("fine atoms", { z, _ in (z * 700).rounded() }),
    ("mostly zero", { z, _ in max(0, z - 0.4) }),
    ("atoms among values", { z, _ in abs(z) < 0.7 ? (z * 5).rounded() / 5 : z }),
    ("one value", { _, _ in 3 }),
    ("rising level", { z, place in z + 3 * place }),
    ("rising spread", { z, place in z * (1 + 4 * place) }),
    ("late jump", { z, place in place < 0.5 ? z : z + 100 }),
  ]

  private static func exponential(_ x: Double) -> Double {
    var power = 1 + x / 1_048_576
    for _ in 1...20 { power *= power }
    return power
  }
}
