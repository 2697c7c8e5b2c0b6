import Testing
import Uncertainty

struct MorrisTests {
  /// All 32 effects of each input of Ishigami's function at four levels.
  @Test func measuresOfAllEffects() {
    let step = 2.0 / 3
    let expected: [(Double, Double, Double)] = [
      (7.704054, 7.704054, 6.248796), (0, 7.875, 7.875), (0, 6.248796, 8.837132),
    ]
    for input in 0..<3 {
      var effects: [Double] = []
      for low in 0..<2 {
        for others in 0..<16 {
          var point: [Double] = [Double(others / 4) / 3, Double(others % 4) / 3]
          point.insert(Double(low) / 3, at: input)
          var moved = point
          moved[input] += step
          effects.append((TestFunction.ishigami(moved) - TestFunction.ishigami(point)) / step)
        }
      }
      let measures = MorrisMeasures(effects: effects)
      #expect(abs(measures.mean - expected[input].0) < 1e-6)
      #expect(abs(measures.meanSize - expected[input].1) < 1e-6)
      #expect(abs(measures.deviation - expected[input].2) < 1e-6)
    }
  }

  @Test func aPlaneHasItsSlopesAsEffects() throws {
    let design = MorrisDesign(inputs: 4, trajectories: 6, seed: 8)
    let slopes = [3.0, -2, 0, 0.5]
    var outcomes = (0..<design.count).map { index in
      zip(design.point(index), slopes).reduce(1.0) { (sum: Double, pair) in sum + pair.0 * pair.1 }
    }
    outcomes[12] = .nan
    let (inputs, failed) = try #require(design.measures(outcomes: outcomes))
    #expect(failed == 1)
    for (measures, slope) in zip(inputs, slopes) {
      #expect(abs(measures.mean - slope) < 1e-12)
      #expect(abs(measures.meanSize - abs(slope)) < 1e-12)
      #expect(measures.deviation < 1e-12 && measures.standardError < 1e-12)
    }
    #expect(design.measures(outcomes: outcomes.map { _ in Double.nan }) == nil)
  }

  /// Sampled trajectories come to the measures of all effects.
  @Test func trajectoriesSampleAllEffectsAlike() throws {
    let design = MorrisDesign(inputs: 3, trajectories: 4_000, seed: 2)
    let outcomes = (0..<4_000).flatMap { trajectory in
      let points = design.points(ofTrajectory: trajectory)
      return (0..<points.count).map { TestFunction.ishigami(points.point($0)) }
    }
    let (inputs, _) = try #require(design.measures(outcomes: outcomes))
    for (measures, size) in zip(inputs, [7.704054, 7.875, 6.248796]) {
      let allowed = max(3.5 * measures.standardError, 1e-9)
      #expect(abs(measures.meanSize - size) < allowed)
    }
  }
}
