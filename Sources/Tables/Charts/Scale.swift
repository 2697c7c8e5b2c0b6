/// Where numbers stand along an axis, and which are named.
struct Scale {
  let low: Double
  let high: Double
  /// Round numbers between the ends.
  let ticks: [Double]

  /// A scale that holds the values, in steps of 1, 2 or 5 times a power of ten.
  ///
  /// - Parameter count: about how many steps.
  init(holding values: [Double], fromZero: Bool = false, count: Int = 5) {
    let known = values.filter(\.isFinite) + (fromZero ? [0] : [])
    let least = known.min() ?? 0
    let most = known.max() ?? 1
    // One value, or none, still needs an extent.
    let extent = most > least ? most - least : max(abs(most), 1)
    let step = Scale.step(extent / Double(count))
    let first = (least / step).rounded(.down)
    let last = max((most / step).rounded(.up), first + 1)
    ticks = stride(from: first, through: last, by: 1).map { $0 * step }
    low = first * step
    high = last * step
  }

  /// The nearest of 1, 2 and 5 times a power of ten that is no smaller.
  private static func step(_ wanted: Double) -> Double {
    var power = 1.0
    while power > wanted { power /= 10 }
    while power * 10 <= wanted { power *= 10 }
    return [1, 2, 5, 10].map { $0 * power }.first { $0 >= wanted * (1 - 1e-9) } ?? 10 * power
  }

  /// The share of the way from the low end to the high one.
  func share(_ value: Double) -> Double { (value - low) / (high - low) }
}
