import NumericCore

/// How far an expert takes a value to be off: a central interval and the chance that it holds the truth.
public struct Interval: Equatable, Sendable {
  /// 0…1, as 0.8 for an interval missed once in five times.
  public let probability: Double
  /// Ends in the parameter's unit.
  public let low: Double
  public let high: Double

  public init(probability: Double, low: Double, high: Double) {
    self.probability = probability
    self.low = low
    self.high = high
  }

  /// How many standard deviations the ends of a normal interval lie from the middle.
  var reach: Double { standardNormalQuantile(0.5 + probability / 2) }
}

/// A parameter's standard deviations to both sides of its value, year by year.
///
/// A two-piece normal on the parameter's natural scale: the median is the value, and the interval's ends are where
/// the expert put them. Where the value or an end stands where that scale ends, as at 0 or 100 %, deviations are added
/// instead, in proportion to the value, and what passes the range that makes sense stays at its end.
struct Spread: Equatable, Sendable {
  /// How a deviation of a year is applied.
  private enum Way: Equatable, Sendable {
    case on(Process.Scale)
    /// Added, as a share of what the value was where the interval was stated.
    case proportional
  }

  let scale: Process.Scale
  /// Shape `[year]`, as the series; none where the value is certain.
  private var below: [Double]
  private var above: [Double]
  private var ways: [Way]

  init(_ scale: Process.Scale, years: Int) {
    self.scale = scale
    below = Array(repeating: 0, count: years)
    above = below
    ways = Array(repeating: .on(scale), count: years)
  }

  /// Takes the deviations that belong to an interval about a value.
  ///
  /// - Parameter isAtEnd: whether some value beside it leaves the scale, so that all of them are read alike.
  mutating func set(_ index: Int, value: Double, _ interval: Interval?, isAtEnd: Bool) {
    let way: Way = !isAtEnd ? .on(scale) : value == 0 ? .on(.level) : .proportional
    ways[index] = way
    guard let interval else {
      (below[index], above[index]) = (0, 0)
      return
    }
    func deviation(to end: Double) -> Double {
      switch way {
      case .on(let scale): scale.deviation(from: value, to: end)
      case .proportional: (end - value) / value
      }
    }
    below[index] = -deviation(to: interval.low) / interval.reach
    above[index] = deviation(to: interval.high) / interval.reach
  }

  /// Goes on as the year before.
  mutating func carry(to index: Int) { take(from: index - 1, to: index) }

  private mutating func take(from other: Int, to index: Int) {
    (below[index], above[index], ways[index]) = (below[other], above[other], ways[other])
  }

  /// Before the first value as at it.
  mutating func hold(before index: Int) { for earlier in 0..<index { take(from: index, to: earlier) } }

  /// Lies between two years by their distance.
  mutating func blend(_ index: Int, between first: Int, and last: Int) {
    let share = Double(index - first) / Double(last - first)
    below[index] = below[first] + share * (below[last] - below[first])
    above[index] = above[first] + share * (above[last] - above[first])
    ways[index] = ways[last]
  }

  var isCertain: Bool { below.allSatisfy { $0 == 0 } && above.allSatisfy { $0 == 0 } }

  /// Whether a year's value is.
  func isCertain(_ index: Int) -> Bool { below[index] == 0 && above[index] == 0 }

  /// Whether values of two years move alike.
  func isSame(_ index: Int, as other: Int) -> Bool {
    below[index] == below[other] && above[index] == above[other] && ways[index] == ways[other]
  }

  /// The value moved by standard normal numbers.
  func moved(_ value: LaneVector, _ index: Int, by normal: LaneVector) -> LaneVector {
    let sides = LaneVector(repeating: above[index]).replacing(with: below[index], where: normal .< 0)
    switch ways[index] {
    case .on(let scale): return scale.moved(value, by: normal * sides)
    case .proportional: return value * (1 + normal * sides)
    }
  }
}
