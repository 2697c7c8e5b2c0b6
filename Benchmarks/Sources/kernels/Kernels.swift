import Foundation
import NumericCore

/// Times what a run spends its time on, on the shapes of a city of 13 districts: one block of eight members.
@main
struct Kernels {
  static let districts = 13

  static func main() throws {
    useOneBLASThread()
    print("nanoseconds for one number of one lane; the best of five")
    var city = TimedCity()
    report("cohort step, a cell", city.cells) { city.step() }
    report("weighted sums, a cell and level", city.levels) { city.count() }
    report("exponential", city.cells) { city.exponentials() }
    var series = TimedSeries(count: 1_000)
    report("exact quantiles of 1 000, a value", series.count / LaneVector.scalarCount) { series.quantiles() }
    report("sketch of 1 000, a value", series.count / LaneVector.scalarCount) { series.sketch() }
  }

  /// Repeats a kernel for about a fiftieth of a second, five times.
  ///
  /// - Parameter vectors: how many vectors of eight numbers it takes in.
  static func report(_ name: String, _ vectors: Int, _ kernel: () -> Void) {
    let clock = ContinuousClock()
    let once = max(clock.measure(kernel) / .nanoseconds(1), 1)
    let repeats = max(1, Int(2e7 / once))
    let best = (1...5).map { _ in clock.measure { for _ in 0..<repeats { kernel() } } / .nanoseconds(1) }.min() ?? 0
    let each = String(format: "%8.3f", best / Double(repeats * vectors * LaneVector.scalarCount))
    print("  \(name.padding(toLength: 36, withPad: " ", startingAt: 0))\(each)")
  }
}
