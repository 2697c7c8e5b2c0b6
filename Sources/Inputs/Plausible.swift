import Domain
import Formulas
import Population

extension Indicator {
  /// What a published value or a target can be, in the indicator's unit.
  ///
  /// It catches slips of writing (65 for 65 %, a lost sign), not bold figures.
  var plausible: ClosedRange<Double> {
    switch unit {
    case .share, .flag: 0...1
    case .years: 0...130
    case .persons, .beds: mayBeNegative ? -1e12...1e12 : 0...1e12
    default: 0...1e15
    }
  }

  /// Balances and gaps, and what is worked out from more than one figure.
  private var mayBeNegative: Bool {
    guard case .measure(let measure) = formula.leaf else { return basis != .carried }
    return measure == Demography.netMigrants
  }
}

extension Schedule {
  /// What a number of the schedule can be; net movers of an age may be fewer than none.
  var plausible: ClosedRange<Double> { unit == .share ? -1...1 : -1e6...1e6 }
}

extension Unit {
  /// Whether a target in this unit can be held against an indicator in the other: a share is also a ratio, but a
  /// yes or no is neither.
  func fits(_ other: Unit) -> Bool {
    let numbers: [Unit] = [.share, .ratio]
    return self == other
      || measuresLike(other) && (dimension != .none || numbers.contains(self) && numbers.contains(other))
  }

  /// A diagnosis of a number outside what is plausible, nil inside.
  func problem(of value: Double, written text: String, in range: ClosedRange<Double>) -> Problem? {
    guard !range.contains(value) else { return nil }
    let (low, high) = (range.lowerBound.rounded(), range.upperBound.rounded())
    return .implausible(text: text, low: written(low), high: written(high), unit: symbol)
  }
}
