import Formulas
import NumericCore

/// The values that an axis of a study takes: single levels, or a stretch of numbers with a distribution over it.
public enum AxisValues: Equatable, Sendable {
  case levels([Double])
  /// Evenly from one end to the other; with a number of steps, both ends among them, it has levels as well.
  case range(from: Double, to: Double, steps: Int?)
  case triangular(low: Double, mode: Double, high: Double)
  /// A two-piece normal whose median and interval are as an expert says, on the parameter's natural scale.
  case interval(value: Double, Interval, Process.Scale)

  /// The levels of a grid; nil where none are told.
  public var levels: [Double]? {
    switch self {
    case .levels(let levels): levels
    case .range(let from, let to, let steps?): (0..<steps).map { Self.step($0, of: steps, from, to) }
    case .range, .triangular, .interval: nil
    }
  }

  /// The value at a coordinate of the open unit interval: the quantile of that probability.
  public func value(at unit: Double) -> Double {
    switch self {
    case .levels(let levels): return levels[min(Int(unit * Double(levels.count)), levels.count - 1)]
    case .range(let from, let to, _): return from + unit * (to - from)
    case .triangular(let low, let mode, let high):
      let (width, below) = (high - low, mode - low)
      guard width > 0 else { return low }
      return unit * width < below
        ? low + (unit * width * below).squareRoot() : high - ((1 - unit) * width * (high - mode)).squareRoot()
    case .interval(let value, let interval, let scale):
      return Self.moved(value, interval, scale, by: standardNormalQuantile(unit))
    }
  }

  /// The value at a coordinate of 0...1, both ends being values: those of the interval where a distribution has no end.
  public func value(atEdge unit: Double) -> Double {
    switch self {
    case .levels, .range, .triangular: return value(at: unit)
    case .interval(_, let interval, _):
      if unit == 0 { return interval.low }
      if unit == 1 { return interval.high }
      return value(at: (1 - interval.probability) / 2 + unit * interval.probability)
    }
  }

  private static func step(_ step: Int, of steps: Int, _ from: Double, _ to: Double) -> Double {
    step == steps - 1 ? to : from + (to - from) * Double(step) / Double(steps - 1)
  }

  private static func moved(
    _ value: Double, _ interval: Interval, _ scale: Process.Scale, by normal: Double
  ) -> Double {
    let reach = standardNormalQuantile(0.5 + interval.probability / 2)
    let end = normal < 0 ? interval.low : interval.high
    let deviation = abs(normal) / reach * scale.deviation(from: value, to: end)
    return scale.moved(LaneVector(repeating: value), by: LaneVector(repeating: deviation))[0]
  }
}
