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
/// A two-piece normal on the parameter's natural scale: the median is the value,
/// and the interval's ends are where the expert put them.
struct Spread: Equatable, Sendable {
  let scale: Process.Scale
  /// Shape `[year]`, as the series; none where the value is certain.
  private(set) var below: [Double]
  private(set) var above: [Double]

  init(_ scale: Process.Scale, years: Int) {
    self.scale = scale
    below = Array(repeating: 0, count: years)
    above = below
  }

  /// Takes the deviations that belong to an interval about a value.
  mutating func set(_ index: Int, value: Double, _ interval: Interval?) {
    guard let interval, [value, interval.low, interval.high].allSatisfy(scale.contains) else {
      (below[index], above[index]) = (0, 0)
      return
    }
    below[index] = -scale.deviation(from: value, to: interval.low) / interval.reach
    above[index] = scale.deviation(from: value, to: interval.high) / interval.reach
  }

  /// Goes on as the year before.
  mutating func carry(to index: Int) { (below[index], above[index]) = (below[index - 1], above[index - 1]) }

  /// Lies between two years by their distance.
  mutating func blend(_ index: Int, between first: Int, and last: Int) {
    let share = Double(index - first) / Double(last - first)
    below[index] = below[first] + share * (below[last] - below[first])
    above[index] = above[first] + share * (above[last] - above[first])
  }

  var isCertain: Bool { below.allSatisfy { $0 == 0 } && above.allSatisfy { $0 == 0 } }

  /// The value moved by standard normal numbers.
  func moved(_ value: LaneVector, _ index: Int, by normal: LaneVector) -> LaneVector {
    let sides = LaneVector(repeating: above[index]).replacing(with: below[index], where: normal .< 0)
    return scale.moved(value, by: normal * sides)
  }
}
