import NumericCore
import Testing

struct GammaDrawsTests {
  private let draws = GammaDraws(seed: 7)

  /// Mean and variance of a gamma number of scale one are both its shape.
  @Test(arguments: [0.4, 1, 2.4, 12])
  func momentsAreThoseOfTheDistribution(shape: Double) {
    let count = 40_000
    let numbers = (0..<UInt64(count)).map { draws.gamma(shape, $0, name: "shape") }
    let average = mean(of: numbers)
    let variance = mean(of: numbers.map { ($0 - average) * ($0 - average) })
    #expect(numbers.allSatisfy { $0 > 0 })
    // Four standard errors: of the mean √(a/n), of the variance √((2a² + 6a)/n).
    #expect(abs(average - shape) < 4 * (shape / Double(count)).squareRoot())
    #expect(abs(variance - shape) < 4 * ((2 * shape * shape + 6 * shape) / Double(count)).squareRoot())
  }

  @Test func sharesAddUpToOneAndHaveTheMeansAsked() {
    let shapes = [("a", 6.0), ("b", 4.0), ("c", 2.0)].map { (name: $0.0, shape: $0.1) }
    let trials = (0..<UInt64(20_000)).map { draws.shares($0, shapes) }
    for shares in trials.prefix(100) { #expect(abs(shares.reduce(0, +) - 1) < 1e-12) }
    for (index, share) in [0.5, 1.0 / 3, 1.0 / 6].enumerated() {
      #expect(abs(mean(of: trials.map { $0[index] }) - share) < 0.005)
    }
  }

  @Test func aTrialIsTheSameAloneOrAmongOthers() {
    let once = draws.shares(5, [("a", 1), ("b", 2)])
    #expect(once == draws.shares(5, [("a", 1), ("b", 2)]))
    #expect(once != draws.shares(6, [("a", 1), ("b", 2)]))
    #expect(draws.gamma(3, 5, name: "a") != draws.gamma(3, 5, name: "b"))
  }
}
