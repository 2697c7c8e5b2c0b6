import NumericCore
import Testing
import Uncertainty

struct InformationValueTests {
  private func normals(_ count: Int, _ inputs: Int, seed: UInt64) -> [[Double]] {
    let points = randomPoints(count: count, dimensions: inputs, seed: seed)
    return (0..<inputs).map { points.column($0).map(standardNormalQuantile) }
  }

  private func check(_ found: Estimate, _ known: Double, _ name: String) {
    #expect(abs(found.value - known) < 3 * found.standardError, "\(name): \(found), known \(known)")
  }

  /// Standard normal θ; benefits 0 and 1 + 2θ₁ + θ₂; in closed form by the unit normal loss.
  @Test func twoOptions() throws {
    let theta = normals(10_000, 3, seed: 31)
    let second = (0..<10_000).map { 1 + 2 * theta[0][$0] + theta[1][$0] }
    let value = try #require(InformationValue(benefits: [second.map { _ in 0 }, second], inputs: theta))
    #expect(value.choice == 1)
    check(value.perfect, 0.479811, "EVPI")
    let partial = value.partial([[0], [1], [2], [0, 1], []])
    check(partial[0], 0.395593, "first")
    check(partial[1], 0.083315, "second")
    #expect(partial[2].value < 0.002)
    #expect(abs(partial[3].value - value.perfect.value) < 1e-9)
    #expect(partial[4] == Estimate(value: 0, standardError: 0))
  }

  /// A third option 0.5 − θ₁ + 2θ₂.
  @Test func threeOptions() throws {
    let theta = normals(10_000, 2, seed: 32)
    let worlds = 0..<10_000
    let second = worlds.map { 1 + 2 * theta[0][$0] + theta[1][$0] }
    let third = worlds.map { 0.5 - theta[0][$0] + 2 * theta[1][$0] }
    let benefits = [worlds.map { _ in 0.0 }, second, third]
    let value = try #require(InformationValue(benefits: benefits, inputs: theta))
    check(value.perfect, 1.145301, "EVPI")
    let partial = value.partial([[0], [1]])
    check(partial[0], 0.963411, "first")
    check(partial[1], 0.281112, "second")
    #expect(0.012...0.03 ~= partial[0].standardError)
  }

  @Test func errorsAreAsLargeAsSaid() throws {
    var (squares, said) = (0.0, 0.0)
    for seed in 0..<60 as Range<UInt64> {
      let theta = normals(1_000, 2, seed: 500 + seed)
      let second = (0..<1_000).map { 1 + 2 * theta[0][$0] + theta[1][$0] }
      let value = try #require(InformationValue(benefits: [second.map { _ in 0 }, second], inputs: theta))
      let found = value.partial([[0]])[0]
      let error = found.value - 0.395593
      squares += error * error
      said += found.standardError * found.standardError
    }
    #expect(0.7...1.4 ~= (squares / said).squareRoot())
  }

  @Test func neverNegativeAndMonotoneInTheSet() throws {
    for seed in 0..<20 as Range<UInt64> {
      let theta = normals(300, 4, seed: 40 + seed)
      let means: [Double] = [0, 0.1, 0]
      let benefits = (0..<3).map { option -> [Double] in
        (0..<300).map { world -> Double in
          let own = theta[option][world]
          return means[option] + 0.3 * own + own * theta[3][world]
        }
      }
      let value = try #require(InformationValue(benefits: benefits, inputs: theta))
      let sets = Subset.all(of: 4)
      let partial = value.partial(sets.map { set in (0..<4).filter(set.contains) })
      for set in sets {
        #expect(partial[set.number].value >= 0)
        #expect(partial[set.number].value <= value.perfect.value)
        for input in 0..<4 {
          #expect(partial[set.inserting(input).number].value >= partial[set.number].value, "seed \(seed)")
        }
      }
    }
  }

  @Test func failedWorldsAreLeftOutAndCounted() throws {
    let theta = normals(200, 1, seed: 3)
    var second = theta[0]
    second[5] = .nan
    let value = try #require(InformationValue(benefits: [second.map { _ in 0 }, second], inputs: theta))
    #expect(value.usedWorlds == 199 && value.failedWorlds == 1)
    #expect(InformationValue(benefits: [second], inputs: theta) == nil)
  }

  /// By hand: options 3 1 2, 2 4 2, 0 0 9 in three worlds.
  @Test func regretsByHand() throws {
    let table = try #require(RegretTable(benefits: [[3, 1, 2, 1], [2, 4, 2, .nan], [0, 0, 9, 1]]))
    #expect(table.usedWorlds == 3 && table.failedWorlds == 1)
    let sums: [Double] = [6, 8, 9]
    let regrets: [Double] = [10, 8, 7]
    let largest: [Double] = [7, 7, 4]
    for (place, option) in table.options.enumerated() {
      #expect(option.mean == sums[place] / 3)
      #expect(option.meanRegret == regrets[place] / 3)
      #expect(option.largestRegret == largest[place])
      // Each is best in one world of three.
      #expect(abs(option.bestShare * 3 - 1) < 1e-15)
    }
    // Regrets 0 3 7 of the first: 0.9 of the way is 3 + 0.8 · 4.
    #expect(abs(table.options[0].regret90 - 6.2) < 1e-12)
    #expect(table.leastLargestRegret == 2)
  }
}
