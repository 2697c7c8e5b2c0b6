import Domain
import Formulas

/// What a dataset states of how far a parameter may be off: a family of values, one for each coordinate of 0...1.
///
/// The values with a range, the city's and the districts', move together: at 0 each is at its lower end, at ½ where the
/// dataset has it, at 1 at its upper end, and evenly between. Values without a range stay. What is not known yet at the
/// information date is out of sight and stays as well.
public struct StatedRange: Equatable, Sendable {
  public let path: String
  private let values: ParameterValues
  private let isWhole: Bool
  private let knownUntil: Year

  /// - Returns: nil where no range is stated, or none that has a width.
  public init?(_ parameter: Parameter, _ values: ParameterValues, knownUntil: Year) {
    path = parameter.path
    self.values = values
    isWhole = parameter.isWhole
    self.knownUntil = knownUntil
    guard values.all.contains(where: moves) else { return nil }
  }

  private func moves(_ value: DatedValue) -> Bool { value.known <= knownUntil && value.moving != nil }

  /// How many whole numbers the widest range has; nil for a parameter that may be anything between.
  public var levels: Int? {
    guard isWhole else { return nil }
    let widths = values.all.filter(moves).compactMap { $0.moving.map { Int($0.upperBound - $0.lowerBound) + 1 } }
    return widths.max()
  }

  /// What the dataset would say at a coordinate.
  public func values(at unit: Double) -> ParameterValues {
    var result = values
    result.city = values.city.map { restated($0, unit) }
    result.districts = values.districts.mapValues { $0.map { restated($0, unit) } }
    return result
  }

  /// A number that stands for the coordinate: the city's newest value that moves, else that of the first district.
  public func figure(at unit: Double) -> Double {
    let rows = [values.city] + values.districts.keys.sorted().compactMap { values.districts[$0] }
    let newest = rows.lazy.compactMap { $0.last(where: moves) }.first
    return newest.map { number($0, unit) } ?? unit
  }

  private func restated(_ value: DatedValue, _ unit: Double) -> DatedValue {
    guard moves(value) else { return value }
    return DatedValue(
      from: value.from, value: number(value, unit), evidence: value.evidence, source: value.source, known: value.known,
      impliedBy: value.impliedBy, note: value.note, origin: value.origin)
  }

  private func number(_ value: DatedValue, _ unit: Double) -> Double {
    guard let range = value.moving else { return value.value }
    let (low, high) = (range.lowerBound, range.upperBound)
    if isWhole { return min(low + (unit * (high - low + 1)).rounded(.down), high) }
    if unit == 0 { return low }
    if unit == 1 { return high }
    // A value beside its own range stays the middle of what is stated.
    return unit < 0.5
      ? low + 2 * unit * (value.value - low) : value.value + (2 * unit - 1) * (high - value.value)
  }
}

extension DatedValue {
  /// The range within which it moves; nil where none is stated or it has no width.
  fileprivate var moving: ClosedRange<Double>? {
    let stated = range ?? interval.map { $0.low...$0.high }
    return stated.flatMap { $0.lowerBound < $0.upperBound ? $0 : nil }
  }
}
