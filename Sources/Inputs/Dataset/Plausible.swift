import Domain
import Formulas
import Population

extension Indicator {
  /// What a published value or a target can be, in the indicator's unit.
  ///
  /// It catches slips of writing (65 for 65 %, a lost sign), not bold figures.
  var plausible: ClosedRange<Double> {
    let high = unit.plausible.upperBound
    return unit.hasBalances && mayBeNegative ? -high...high : unit.plausible
  }

  /// Balances and gaps, and what is worked out from more than one figure.
  private var mayBeNegative: Bool {
    guard case .measure(let measure) = formula.leaf else { return basis != .carried }
    return measure == Demography.netMigrants
  }
}

extension Schedule {
  /// What a number of the schedule can be; net movers of an age may be fewer than none.
  var plausible: ClosedRange<Double> {
    let high = min(unit.plausible.upperBound, 1e6)
    return -high...high
  }
}

extension Unit {
  /// A diagnosis of a number outside what is plausible, nil inside.
  func problem(of value: Double, written text: String, in range: ClosedRange<Double>) -> Problem? {
    guard !range.contains(value) else { return nil }
    let (low, high) = (range.lowerBound.rounded(), range.upperBound.rounded())
    return .implausible(text: text, low: written(low), high: written(high), unit: symbol)
  }
}
