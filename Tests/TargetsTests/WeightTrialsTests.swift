import Targets
import Testing

struct WeightTrialsTests {
  private typealias Part = WeightTrials.Part

  @Test func equalScoresDoNotDependOnTheWeights() {
    let trials = WeightTrials(seed: 1, count: 50, concentration: 12)
    let part = [Part(name: "a", share: 0.5, score: 0.7), Part(name: "b", share: 0.5, score: 0.7)]
    for total in trials.totals([("one", part), ("two", part)]) { #expect(abs(total - 0.7) < 1e-12) }
  }

  @Test func totalsLieBetweenTheScores() {
    let trials = WeightTrials(seed: 1, count: 500, concentration: 12)
    let totals = trials.totals([
      ("one", [Part(name: "a", share: 0.25, score: 0.2), Part(name: "b", share: 0.75, score: 1)])
    ])
    #expect(totals.filter { 0.2 < $0 && $0 < 1 }.count == 500)
    // The mean weight is the given one: 0.25 × 0.2 + 0.75.
    #expect(abs(totals.reduce(0, +) / 500 - 0.8) < 0.03)
  }

  @Test func closerWeightsMoveTheTotalLess() {
    func width(_ concentration: Double) -> Double {
      let totals = WeightTrials(seed: 1, count: 300, concentration: concentration)
        .totals([("one", [Part(name: "a", share: 0.5, score: 0), Part(name: "b", share: 0.5, score: 1)])]).sorted()
      return totals[270] - totals[30]
    }
    #expect(width(4) > width(12) && width(12) > width(100))
  }

  @Test func aDimensionAtNothingLeavesNothing() {
    let trials = WeightTrials(seed: 1, count: 5, concentration: 12)
    let totals = trials.totals([
      ("one", [Part(name: "a", share: 1, score: 0)]), ("two", [Part(name: "b", share: 1, score: 1)]),
    ])
    #expect(totals == [0, 0, 0, 0, 0])
    // What has no share does not count.
    #expect(
      trials.totals([("one", [Part(name: "a", share: 0, score: 0), Part(name: "b", share: 1, score: 1)])]) == [
        1, 1, 1, 1, 1,
      ])
  }
}
