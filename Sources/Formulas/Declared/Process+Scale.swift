import NumericCore

extension Process.Scale {
  /// A value moved by a deviation, lane by lane.
  package func moved(_ value: LaneVector, by deviation: LaneVector) -> LaneVector {
    switch self {
    case .level: return value + deviation
    case .log: return value * exponential(deviation)
    case .logit:
      let odds = exponential(deviation)
      return value * odds / (1 - value + value * odds)
    }
  }

  /// The deviation that leads from one value to another; both inside the scale.
  package func deviation(from value: Double, to other: Double) -> Double {
    switch self {
    case .level: other - value
    case .log: naturalLogarithm(other / value)
    case .logit: naturalLogarithm(other / (1 - other)) - naturalLogarithm(value / (1 - value))
    }
  }

  /// Whether a value can be moved on the scale.
  package func contains(_ value: Double) -> Bool {
    switch self {
    case .level: value.isFinite
    case .log: value > 0 && value.isFinite
    case .logit: value > 0 && value < 1
    }
  }

  /// The scale on which an expert's interval about a parameter is read: logit for shares, log for what cannot be
  /// negative, else level.
  package static func natural(for parameter: Parameter) -> Process.Scale {
    if parameter.unit == .share, parameter.range.lowerBound >= 0, parameter.range.upperBound <= 1 { return .logit }
    return parameter.range.lowerBound >= 0 ? .log : .level
  }
}
