import Domain

/// A scenario's new value from a day within a year, of a parameter that goes on with an indicator.
///
/// What stood before that day is found by formulas, so the mean of the year is found there too: the share of the year
/// before the day times the value of the layer below, carried on into the same year, plus what the new values count for.
public struct PartYear: Sendable {
  public let parameter: Parameter
  /// The share of the year before the first day; it counts only where there is a sum.
  public let share: Parameter
  /// The new values times their shares of the year; none in years that no change cuts in two.
  public let sum: Parameter
  public let values: [String: ParameterValues]
  public private(set) var overrides: [Override] = []
  private let between: ParameterValues.Between

  public var parameters: [Parameter] { [share, sum] }

  /// Nil for a parameter that every layer changes on the first of January only.
  ///
  /// - Parameters:
  ///   - values: what the dataset gives.
  ///   - overrides: every layer's changes of the parameter, in the order of the layers.
  ///   - others: changes that members may make besides.
  ///   - firstYear: from which on nothing is changed.
  public init?(
    _ parameter: Parameter, _ given: ParameterValues, _ overrides: [Override], or others: [Override] = [],
    from firstYear: Year
  ) {
    guard (overrides + others).contains(where: { PartYear.cuts($0, given.between) }) else { return nil }
    self.parameter = parameter
    between = given.between
    share = Parameter("\(parameter.path).share_before", .share, 0...1, .fact)
    sum = Parameter("\(parameter.path).sum_after", parameter.unit, -1e15...1e15, .fact)
    func constant(_ value: Double) -> ParameterValues {
      let point = DatedValue(
        from: Day(firstOf: firstYear), value: value, evidence: .enacted, source: "", known: firstYear)
      return ParameterValues(label: given.label, city: [point], before: .hold)
    }
    values = [share.path: constant(0), sum.path: constant(.nan)]
    self.overrides = parts(of: overrides)
  }

  /// Whether a change begins within a year.
  private static func cuts(_ override: Override, _ usual: ParameterValues.Between) -> Bool {
    guard case .points(let points, let between) = override.change, let first = points.first else { return false }
    return (between ?? usual) == .step && !first.from.isFirstOfYear
  }

  /// The changes of share and sum that changes of the parameter come to.
  public func parts(of overrides: [Override]) -> [Override] {
    let (share, sum) = (share.path, sum.path)
    return overrides.flatMap { override -> [Override] in
      func on(_ path: String, _ points: [Override.Point]) -> Override {
        Override(path: path, change: .points(points, between: .step), origin: override.origin)
      }
      switch override.change {
      case .multiply, .add: return []
      case .standing:
        return [Override(path: sum, change: .standing(.nan), origin: override.origin)]
      case .points(let points, _):
        guard let first = points.first else { return [] }
        let year = first.from.year
        guard PartYear.cuts(override, between) else { return [on(sum, [.init(from: Day(firstOf: year), value: .nan)])] }
        let after = PartYear.sum(of: points, in: year)
        return [
          on(share, [.init(from: Day(firstOf: year), value: first.from.elapsedShareOfYear)]),
          on(sum, [.init(from: Day(firstOf: year), value: after), .init(from: Day(firstOf: year + 1), value: .nan)]),
        ]
      }
    }
  }

  /// The values of a year times the shares of it for which they hold.
  static func sum(of points: [Override.Point], in year: Year) -> Double {
    let changes = points.filter { $0.from.year == year }
    return changes.enumerated().reduce(0) { sum, next in
      let end = next.offset + 1 < changes.count ? changes[next.offset + 1].from.elapsedShareOfYear : 1
      return sum + next.element.value * (end - next.element.from.elapsedShareOfYear)
    }
  }
}
