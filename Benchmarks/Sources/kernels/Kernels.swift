import Foundation
import NumericCore

/// Times each kernel on the shapes of a city: 13 districts, 5 states, 101 ages, 40 sums.
@main
struct Kernels {
  static let districts = 13
  static let states = 5
  static let ages = 101
  static let rows = 40

  static func main() {
    useOneBLASThread()
    print("nanoseconds for one number of one lane; the best of five")
    for vectors in [1, 2, 4, 8] {
      let cell = TimedCell(vectors: vectors)
      let numbers = cell.columns * LaneVector.scalarCount
      print("\(vectors * LaneVector.scalarCount) members side by side")
      report("survivorship", numbers) { cell.survive() }
      report("survivors, each state", numbers * states) { cell.surviveByState() }
      report("moves between states, each state", numbers * states) { cell.move() }
      report("migrants, each state", numbers * states) { cell.migrate() }
      report("births, each state", numbers * states) { cell.addBirths() }
      report("weighted sums, each cell and state", numbers * states * 2 * ages) { cell.sum() }
    }
  }

  /// Repeats a kernel for about a fiftieth of a second, five times.
  static func report(_ name: String, _ numbers: Int, _ kernel: () -> Void) {
    let clock = ContinuousClock()
    let once = max(clock.measure(kernel) / .nanoseconds(1), 1)
    let repeats = max(1, Int(2e7 / once))
    let best = (1...5).map { _ in clock.measure { for _ in 0..<repeats { kernel() } } / .nanoseconds(1) }.min() ?? 0
    let each = String(format: "%8.3f", best / Double(repeats * numbers))
    print("  \(name.padding(toLength: 36, withPad: " ", startingAt: 0))\(each)")
  }
}
