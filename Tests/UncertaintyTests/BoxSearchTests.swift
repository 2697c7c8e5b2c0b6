import Testing
import Uncertainty

struct BoxSearchTests {
  /// Cases where x₁ > 0.6 and x₂ < 0.4, five uniform inputs, 2,000 points.
  @Test func bothEndsAreFoundAndTheOthersAreFree() throws {
    for seed in 0..<10 as Range<UInt64> {
      let points = randomPoints(count: 2_000, dimensions: 5, seed: seed)
      let inputs = (0..<5).map(points.column)
      let isCase = (0..<2_000).map { inputs[0][$0] > 0.6 && inputs[1][$0] < 0.4 }
      let box = try #require(BoxSearch().boxes(inputs: inputs, isCase: isCase).first)
      #expect(box.restricted == [0, 1], "seed \(seed)")
      #expect(abs(try #require(box.limits[0].low) - 0.6) < 0.03, "seed \(seed)")
      #expect(abs(try #require(box.limits[1].high) - 0.4) < 0.03, "seed \(seed)")
      #expect(box.limits[0].high == nil && box.limits[1].low == nil)
      #expect(box.coverage > 0.9 && box.density > 0.9)
    }
  }

  /// The same with one case in ten mistaken either way.
  @Test func endsAreFoundThroughNoise() throws {
    for seed in 0..<10 as Range<UInt64> {
      let points = randomPoints(count: 2_000, dimensions: 6, seed: 50 + seed)
      let inputs = (0..<5).map(points.column)
      let isCase = (0..<2_000).map { point in
        (inputs[0][point] > 0.6 && inputs[1][point] < 0.4) != (points[point, 5] < 0.1)
      }
      let box = try #require(BoxSearch().boxes(inputs: inputs, isCase: isCase).first)
      #expect(box.limits[0].low != nil && box.limits[1].high != nil, "seed \(seed)")
      #expect(abs((box.limits[0].low ?? 0) - 0.6) < 0.06 && abs((box.limits[1].high ?? 1) - 0.4) < 0.06, "seed \(seed)")
    }
  }

  @Test func aSecondBoxCoversWhatTheFirstLeft() throws {
    let points = randomPoints(count: 3_000, dimensions: 3, seed: 4)
    let inputs = (0..<3).map(points.column)
    let isCase = (0..<3_000).map { inputs[0][$0] > 0.7 || inputs[1][$0] < 0.15 }
    let boxes = BoxSearch().boxes(inputs: inputs, isCase: isCase)
    #expect(boxes.count == 2)
    #expect(boxes.allSatisfy { $0.density > 0.95 && $0.restricted.count == 1 && !$0.restricted.contains(2) })
    let covered = (0..<3_000).filter { point in
      isCase[point] && boxes.contains { $0.contains(inputs.map { $0[point] }) }
    }
    #expect(Double(covered.count) > 0.95 * Double(isCase.filter { $0 }.count))
  }

  @Test func casesThatGatherNowhereHaveNoBox() {
    var found = 0
    for seed in 0..<10 as Range<UInt64> {
      let points = randomPoints(count: 1_000, dimensions: 4, seed: 70 + seed)
      let isCase = points.column(3).map { $0 < 0.3 }
      found += BoxSearch().boxes(inputs: (0..<3).map(points.column), isCase: isCase).filter { $0.mass < 0.8 }.count
    }
    // Ends are chosen where they tell most, so chance alone passes more often than one time in twenty.
    #expect(found <= 5)
    #expect(BoxSearch().boxes(inputs: [[1, 2, 3]], isCase: [false, false, false]).isEmpty)
    #expect(BoxSearch().boxes(inputs: [[1, 1, 1]], isCase: [true, false, true]).isEmpty)
  }

  /// Against sums of the terms themselves.
  @Test func tailOfTheBinomial() {
    #expect(abs(binomialTail(hits: 2, trials: 3, probability: 0.5) - 0.5) < 1e-15)
    // 10 · 0.008 · 0.64 + 5 · 0.0016 · 0.8 + 0.00032.
    let three = binomialTail(hits: 3, trials: 5, probability: 0.2)
    #expect(abs(three - 0.05792) < 1e-15)
    #expect(binomialTail(hits: 0, trials: 10, probability: 0.3) == 1)
    #expect(binomialTail(hits: 3, trials: 10, probability: 0) == 0)
    #expect(binomialTail(hits: 10, trials: 10, probability: 1) == 1)
    #expect(abs(binomialTail(hits: 50_000, trials: 100_000, probability: 0.5) - 0.5013) < 1e-3)
  }
}
