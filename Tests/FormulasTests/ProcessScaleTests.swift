import Domain
import Formulas
import NumericCore
import Testing

struct ProcessScaleTests {
  @Test func aDeviationLeadsFromOneValueToAnother() {
    let cases: [(Process.Scale, [Double])] = [
      (.level, [-30, -0.2, 0, 0.7, 4000]), (.log, [1e-6, 0.3, 1, 25_000]), (.logit, [1e-6, 0.02, 0.5, 0.97]),
    ]
    for (scale, values) in cases {
      for value in values {
        for other in values {
          let deviation = scale.deviation(from: value, to: other)
          let moved = scale.moved(LaneVector(repeating: value), by: LaneVector(repeating: deviation))
          #expect((0..<8).allSatisfy { abs(moved[$0] - other) <= 1e-12 * max(abs(other), abs(value)) }, "\(scale)")
        }
      }
    }
  }

  @Test func aMoveIsThatOfItsScale() {
    let two = LaneVector(repeating: naturalLogarithm(2))
    #expect(Process.Scale.level.moved(LaneVector(repeating: 3), by: LaneVector(repeating: -0.5))[0] == 2.5)
    #expect(agree(Process.Scale.log.moved(LaneVector(repeating: 3), by: two)[0], 6))
    // Odds of 1 : 4 become 1 : 2.
    #expect(agree(Process.Scale.logit.moved(LaneVector(repeating: 0.2), by: two)[0], 1.0 / 3))
  }

  @Test func noDeviationLeavesTheValue() {
    for scale in [Process.Scale.level, .log, .logit] {
      #expect(scale.moved(LaneVector(repeating: 0.3), by: .zero)[0] == 0.3)
    }
  }

  @Test func theNaturalScaleFollowsUnitAndRange() {
    func scale(_ unit: Unit, _ range: ClosedRange<Double>) -> Process.Scale {
      .natural(for: Parameter("p", unit, range, .uncertainty))
    }
    #expect(scale(.share, 0...1) == .logit)
    #expect(scale(.share, 0.1...0.9) == .logit)
    #expect(scale(.share, -0.5...1) == .level)
    #expect(scale(.share, 0...2) == .log)
    #expect(scale(.persons, 0...1e7) == .log)
    #expect(scale(.persons, -1e7...1e7) == .level)
  }
}
