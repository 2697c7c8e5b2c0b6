import Care
import Formulas
import NumericCore
import TestSupport
import Testing

struct DementiaLawTests {
  /// 0.2 over shares .5, .3, .2 with odds 1 : 2 : 4: the factor is .2 ÷ 1.9.
  @Test func shareIsSpreadInProportionToTheOdds() {
    let shares = spread(mean: 0.2, cap: 1)
    #expect(zip(shares, [0.2 / 1.9, 0.4 / 1.9, 0.8 / 1.9]).allSatisfy { abs($0 - $1) < 1e-15 })
  }

  /// With a cap of .3 the last level takes .06 and the others share .14: the factor is .14 ÷ 1.1.
  @Test func whatACapCutsOffGoesToTheOtherLevels() {
    let shares = spread(mean: 0.2, cap: 0.3)
    #expect(zip(shares, [0.14 / 1.1, 0.28 / 1.1, 0.3]).allSatisfy { abs($0 - $1) < 1e-15 })
  }

  @Test func levelsAtTheCapTakeAllThatFits() {
    #expect(spread(mean: 0.5, cap: 0.3) == [0.3, 0.3, 0.3])
  }

  @Test func weightedMeanIsMetAndCapsAreRespected() {
    for seed in 1...200 as ClosedRange<UInt64> {
      var generator = SplitMix(seed: seed)
      func draw(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &generator) }
      var weights = (0..<5).map { _ in draw(0.01...1) }
      let whole = weights.reduce(0, +)
      weights = weights.map { $0 / whole }
      let cap = draw(0.3...1)
      let mean = draw(0.001...0.99) * cap
      let shares = DementiaLaw.spread(
        LaneVector(repeating: mean), over: weights.map { LaneVector(repeating: $0) },
        relative: (0..<5).map { _ in LaneVector(repeating: draw(0.1...10)) }, cap: LaneVector(repeating: cap))
      let found = zip(weights, shares).reduce(0) { $0 + $1.0 * $1.1[0] }
      #expect(abs(found / mean - 1) < 1e-12, "seed \(seed)")
      #expect(shares.allSatisfy { $0[0] >= 0 && $0[0] <= cap }, "seed \(seed)")
    }
  }

  private func spread(mean: Double, cap: Double) -> [Double] {
    DementiaLaw.spread(
      LaneVector(repeating: mean), over: [0.5, 0.3, 0.2].map { LaneVector(repeating: $0) },
      relative: [1, 2, 4].map { LaneVector(repeating: $0) }, cap: LaneVector(repeating: cap)
    ).map { $0[0] }
  }
}
