import NumericCore
import TestSupport
import Testing
import Uncertainty

struct ShapleyTests {
  private func effects(_ design: ShapleyDesign, _ function: ([Double]) -> Double) throws -> [IndexEstimate] {
    let outcomes = (0..<design.layout.replicates).flatMap { replicate in
      let points = design.points(ofReplicate: replicate)
      return (0..<points.count).map { function(points.point($0)) }
    }
    return try #require(design.layout.effects(outcomes: outcomes)).inputs
  }

  @Test func effectsOfIshigami() throws {
    let design = try ShapleyDesign(correlation: .identity(3), replicates: 8, rows: 1_024, seed: 1)
    let found = try effects(design, TestFunction.ishigami)
    for (effect, known) in zip(found, [0.435747, 0.442411, 0.121842]) { #expect(abs(effect.value - known) < 0.01) }
    #expect(abs(found.reduce(0) { $0 + $1.value } - 1) < 1e-12)
  }

  /// Iooss and Prieur (2019): a sum of three normal inputs, the second and third correlated by 0.9.
  @Test func effectsOfInputsThatGoTogether() throws {
    var correlation = Matrix.identity(3)
    correlation[1, 2] = 0.9
    correlation[2, 1] = 0.9
    let design = try ShapleyDesign(correlation: correlation, replicates: 8, rows: 1_024, seed: 2)
    let found = try effects(design) { u -> Double in
      let x = u.map(standardNormalQuantile)
      return x[0] + x[1] + 2 * x[2]
    }
    for (effect, known) in zip(found, [0.104167, 0.418229, 0.477604]) { #expect(abs(effect.value - known) < 0.01) }
  }

  /// Two of three inputs count as one: it has what both have, since no order parts them, and each point is made alone.
  @Test func aGroupHasTheEffectOfItsInputs() throws {
    var correlation = Matrix.identity(3)
    correlation[1, 2] = 0.9
    correlation[2, 1] = 0.9
    let design = try ShapleyDesign(correlation: correlation, groups: [[1, 2], [0]], replicates: 8, rows: 512, seed: 3)
    #expect(design.count == 8 * 512 * 3)
    let points = (0..<8).flatMap { replicate in
      let points = design.points(ofReplicate: replicate)
      return (0..<points.count).map { points.point($0) }
    }
    for index in stride(from: 0, to: design.count, by: 7) { #expect(design.point(index) == points[index]) }
    let found = try effects(design) { u -> Double in
      let x = u.map(standardNormalQuantile)
      return x[0] + x[1] + 2 * x[2]
    }
    // Variance 1 + (1 + 4 + 2 · 2 · 0.9) = 9.6, of which the independent input has 1.
    for (effect, known) in zip(found, [8.6 / 9.6, 1 / 9.6]) { #expect(abs(effect.value - known) < 0.01) }
  }

  @Test func inputsThatCannotGoTogetherAreRefused() {
    let correlation = Matrix(rows: 2, columns: 2, values: [1, 1.5, 1.5, 1])
    #expect(throws: LinearAlgebraError.notPositiveDefinite(pivot: 1)) {
      try ShapleyDesign(correlation: correlation, replicates: 2, rows: 4, seed: 2)
    }
  }

  /// A product of four factors, one of which starts at zero: by hand, 0 → 2 · 3.9 · 12 · 0.4 = 37.44.
  @Test func aDifferenceIsSplitExactlyWithAZeroBase() {
    let start = [1.5, 3, 10, 0]
    let end = [2, 3.9, 12, 0.4]
    let value = { (set: Subset) -> [Double] in
      var product = 1.0
      for part in 0..<4 { product *= set.contains(part) ? end[part] : start[part] }
      return [product]
    }
    let shares = shapleySplit(parts: 4, value: value).map { $0[0] }
    #expect(abs(shares.reduce(0, +) - 37.44) < 1e-12)
    // The factor from zero alone: in any order all comes when it is changed last, and it is never nothing.
    #expect(shares[3] > shares[0] && shares.allSatisfy { $0 > 0 })
    let ordered = orderedSplit(order: [0, 1, 2, 3], value: value).map { $0[0] }
    #expect(ordered[0] == 0 && ordered[1] == 0 && ordered[2] == 0)
    #expect(abs(ordered[3] - 37.44) < 1e-12)
  }

  /// Two factors: each has its own difference at the mean of the other.
  @Test func aProductOfTwoIsSplitAtMeans() {
    let shares = shapleySplit(parts: 2) { set -> [Double] in
      let first = set.contains(0) ? 5.0 : 3
      let second = set.contains(1) ? 11.0 : 7
      return [first * second]
    }
    // (5 − 3) · 9 and (11 − 7) · 4.
    #expect(shares == [[18], [16]])
  }

  @Test func splitsAddUpAndChangeSignWithTheDirection() {
    var dice = SplitMix(seed: 99)
    for parts in 1...10 {
      let worlds = 3
      let values = (0..<1 << parts).map { _ in (0..<worlds).map { _ in Double.random(in: -1e6...1e6, using: &dice) } }
      let there = shapleySplit(parts: parts) { values[$0.number] }
      let back = shapleySplit(parts: parts) { values[(1 << parts - 1) ^ $0.number] }
      let order = Array(0..<parts).shuffled(using: &dice)
      let ordered = orderedSplit(order: order) { values[$0.number] }
      let tolerance = 1e-6  // of numbers about a million: rounding is 1e-10 a step
      for world in 0..<worlds {
        let total = values[1 << parts - 1][world] - values[0][world]
        let sum = there.reduce(0.0) { $0 + $1[world] }
        let orderedSum = ordered.reduce(0.0) { $0 + $1[world] }
        #expect(abs(sum - total) < tolerance, "\(parts) parts")
        #expect(abs(orderedSum - total) < tolerance, "\(parts) parts")
        for part in 0..<parts {
          let both = there[part][world] + back[part][world]
          #expect(abs(both) < tolerance, "\(parts) parts")
        }
      }
    }
  }

  @Test func aPartThatDoesNotMatterHasNoShare() {
    let shares = shapleySplit(parts: 3) { set -> [Double] in [set.contains(0) == set.contains(2) ? 1 : 4] }
    #expect(shares[1] == [0])
  }
}
