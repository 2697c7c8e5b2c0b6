import NumericCore
import Testing
import Uncertainty

/// What is worth finding out before choosing.
struct DecisionAnalysisTests {
  /// Benefits 0 and 1 + 2θ₁ + θ₂ of normals, and a third input that nothing depends on.
  private func analysis(seed: UInt64) throws -> DecisionAnalysis {
    let points = randomPoints(count: 4_000, dimensions: 3, seed: seed)
    let thetas = (0..<3).map { points.column($0).map(standardNormalQuantile) }
    let benefit = thetas[0].indices.map { 1 + 2 * thetas[0][$0] + thetas[1][$0] }
    let inputs = zip(["one", "two", "none"], thetas).map { SampleInput($0, [$1]) }
    return try #require(
      DecisionAnalysis(
        options: ["stay", "build"], benefits: [benefit.map { _ in 0 }, benefit], inputs: inputs,
        surveys: [.init("both", inputs: [0, 1]), .init("small", inputs: [1, 2])]))
  }

  @Test func surveysAreWorthWhatIsKnown() throws {
    for seed in 1...5 as ClosedRange<UInt64> {
      let found = try analysis(seed: seed)
      #expect(found.choice == 1)
      #expect(found.single.map(\.survey.name) == ["one", "two", "none"])
      for (worth, known) in zip(found.single, [0.395593, 0.083315]) {
        #expect(abs(worth.value.value - known) < 3 * worth.value.standardError, "\(worth), seed \(seed)")
        #expect(!worth.isNothing)
      }
      #expect(abs(found.perfect.value - 0.479811) < 3 * found.perfect.standardError)
      // All that decides is in both; a set is worth no less than what is in it.
      #expect(found.together.map(\.survey.name) == ["both", "small"])
      #expect(abs(found.together[0].value.value - found.perfect.value) < 1e-9)
      #expect(found.together[1].value.value >= found.single[1].value.value)
    }
  }

  @Test func aSurveyOfNothingIsWorthNothing() throws {
    let found = (1...20 as ClosedRange<UInt64>).compactMap { try? analysis(seed: $0) }
    // One dummy of twenty lies above nineteen others.
    #expect(found.count { !$0.single[2].isNothing } <= 4)
    #expect(found.allSatisfy { $0.single.allSatisfy { $0.value.value >= 0 } })
  }

  /// With as many inputs as a quarter of the worlds a regression would find value in chance; the strongest alone enter.
  @Test func manyInputsThatDecideNothingSeemWorthLittle() throws {
    let points = randomPoints(count: 600, dimensions: 151, seed: 3)
    let benefit = points.column(150).map(standardNormalQuantile)
    let inputs = (0..<150).map { SampleInput("x\($0)", [points.column($0).map(standardNormalQuantile)]) }
    let found = try #require(
      DecisionAnalysis(
        options: ["a", "b"], benefits: [benefit.map { _ in 0 }, benefit], inputs: inputs,
        surveys: [.init("*", inputs: Array(0..<150))]))
    // E max(X, 0) = 0.399 would be knowing everything; the ten that chance favours explain about a tenth of the variance.
    #expect(abs(found.perfect.value - 0.3989) < 0.08)
    #expect(found.together[0].value.value < 0.5 * found.perfect.value, "\(found.together[0])")
  }
}
