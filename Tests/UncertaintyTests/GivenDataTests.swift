import NumericCore
import Testing
import Uncertainty

struct GivenDataTests {
  /// The fourth input is not read.
  @Test func binsFindFirstOrderSharesOfIshigami() throws {
    let points = randomPoints(count: 20_000, dimensions: 4, seed: 4)
    let outcome = (0..<points.count).map { TestFunction.ishigami(points.point($0)) }
    for (input, known) in [0.313905, 0.442411, 0, 0].enumerated() {
      let found = try #require(binnedFirstOrder(outcome: outcome, input: points.column(input)))
      #expect(abs(found.value - known) < max(3 * found.standardError, 0.012), "input \(input): \(found)")
      #expect(found.standardError < 0.01)
    }
    #expect(binnedFirstOrder(outcome: [1, 2, 3], input: [1, 2, 3]) == nil)
  }

  @Test func equalValuesStayInOneBin() throws {
    let points = randomPoints(count: 4_000, dimensions: 2, seed: 6)
    let switched = points.column(0).map { $0 < 0.2 ? 1.0 : 0 }
    let outcome = (0..<4_000).map { 3 * switched[$0] + points[$0, 1] }
    // 9 · 0.16 of 9 · 0.16 + 1/12.
    let found = try #require(binnedFirstOrder(outcome: outcome, input: switched))
    #expect(abs(found.value - 0.945) < 0.01)
  }

  @Test func sharesOfChanceAndInputsAreFoundFromTheWorlds() throws {
    let (outcome, causes) = worlds(count: 1_000, seed: 12)
    let split = try #require(WidthSplit(outcome: outcome, causes: causes))
    // Variance: 9 + 4 + 2·1 + 1 (chance) + 0.25·12 (a dozen small) + 1 (product) = 20.
    let known: [Int: Double] = [0: 0.45, 1: 0.2, 2: 0.1, 3: 0.05]
    for (cause, share) in known {
      let found = try #require(split.parts.first { $0.cause == cause })
      #expect(abs(found.share.value - share) < max(3 * found.share.standardError, 0.01), "cause \(cause): \(found)")
      #expect(0.003...0.05 ~= found.share.standardError)
    }
    #expect(split.parts.map(\.share.value) == split.parts.map(\.share.value).sorted(by: >))
    #expect(split.parts.allSatisfy { $0.share.value >= WidthSplit.smallestShare })
    #expect(abs(split.chance.value - 0.05) < max(3 * split.chance.standardError, 0.01), "\(split.chance)")
    #expect(abs(split.inputs.value - 0.90) < 3 * split.inputs.standardError, "\(split.inputs)")
    #expect(abs(split.together - 0.05) < 0.1)
  }

  /// Errors of 60 samples against the errors said.
  @Test func standardErrorsOfSharesAreRight() throws {
    var squares = 0.0
    var said = 0.0
    var bias = 0.0
    for seed in 0..<60 as Range<UInt64> {
      let (outcome, causes) = worlds(count: 500, seed: 1_000 + seed)
      let split = try #require(WidthSplit(outcome: outcome, causes: causes))
      let part = try #require(split.parts.first { $0.cause == 0 })
      let error = part.share.value - 0.45
      squares += error * error / 60
      said += part.share.standardError * part.share.standardError / 60
      bias += error / 60
    }
    #expect(0.6...1.6 ~= (squares / said).squareRoot(), "found \(squares.squareRoot()), said \(said.squareRoot())")
    #expect(abs(bias) < 0.015)
  }

  @Test func tooFewWorldsGiveNoSplit() {
    let (outcome, causes) = worlds(count: 499, seed: 1)
    #expect(WidthSplit(outcome: outcome, causes: causes) == nil)
    let (more, others) = worlds(count: 501, seed: 1)
    var failed = more
    failed[3] = .nan
    #expect(WidthSplit(outcome: failed, causes: others)?.usedWorlds == 500)
    #expect(WidthSplit(outcome: more.map { _ in 1 }, causes: others) == nil)
  }

  /// 60 causes: three large inputs (the third by its square), chance, a dozen small ones, two by their product, and the rest nothing.
  private func worlds(count: Int, seed: UInt64) -> ([Double], [Cause]) {
    let normal = randomPoints(count: count, dimensions: 60, seed: seed).values.map(standardNormalQuantile)
    func x(_ world: Int, _ cause: Int) -> Double { normal[world * 60 + cause] }
    let outcome = (0..<count).map { world -> Double in
      var y = 3 * x(world, 0)
      y += 2 * x(world, 1)
      y += x(world, 2) * x(world, 2) - 1
      y += x(world, 3)
      for small in 10..<22 { y += 0.5 * x(world, small) }
      return y + x(world, 30) * x(world, 31)
    }
    let causes = (0..<60).map { cause in
      Cause(columns: [(0..<count).map { x($0, cause) }], isChance: cause == 3 || cause >= 40)
    }
    return (outcome, causes)
  }
}
