import Domain

/// What scenarios multiply or add to a parameter that goes on with an indicator.
///
/// After its last date such a parameter has no value until formulas are evaluated, and nothing below a factor to act
/// on. So its value as given, the factor and the amount are parameters of their own, and the formulas put them together:
/// value = given, carried on with the indicator, × factor + amount.
public struct Adjustment: Sendable {
  public let parameter: Parameter
  /// The parameter as dataset and scenario give it, without factors and amounts.
  public let given: Parameter
  /// Both in force by year: one and nothing where no layer says otherwise.
  public let factor: Parameter
  public let amount: Parameter
  public let values: [String: ParameterValues]
  public private(set) var overrides: [Override] = []

  public var parameters: [Parameter] { [given, factor, amount] }

  static func givenPath(of parameter: Parameter) -> String { "\(parameter.path).given" }

  /// Nil for a parameter that no layer multiplies or adds to, for one without values, and for one about which an
  /// expert gives an interval.
  ///
  /// - Parameters:
  ///   - values: what the dataset gives.
  ///   - overrides: every layer's changes of the parameter, in the order of the layers.
  ///   - firstYear: from which on the factor is one and the amount nothing.
  ///   - others: changes that members may make besides.
  public init?(
    _ parameter: Parameter, _ values: ParameterValues, _ overrides: [Override], or others: [Override] = [],
    from firstYear: Year
  ) {
    guard (overrides + others).contains(where: \.change.isAdjustment), !values.all.isEmpty,
      values.all.allSatisfy({ $0.interval == nil })
    else { return nil }
    self.parameter = parameter
    func part(_ name: String, _ unit: Unit) -> Parameter {
      Parameter("\(parameter.path).\(name)", unit, -1e15...1e15, parameter.role)
    }
    given = Parameter(Adjustment.givenPath(of: parameter), parameter.unit, parameter.range, parameter.role)
    factor = part("factor", .ratio)
    amount = part("amount", parameter.unit)
    func constant(_ value: Double) -> ParameterValues {
      let point = DatedValue(
        from: Day(firstOf: firstYear), value: value, evidence: .enacted, source: "", known: firstYear)
      return ParameterValues(label: values.label, city: [point], before: .hold)
    }
    self.values = [given.path: values, factor.path: constant(1), amount.path: constant(0)]
    self.overrides = parts(of: overrides)
  }

  /// The changes of the parts that changes of the parameter come to.
  public func parts(of overrides: [Override]) -> [Override] {
    let (given, factor, amount) = (given.path, factor.path, amount.path)
    return overrides.flatMap { override -> [Override] in
      func on(_ path: String, _ change: Override.Change) -> Override {
        Override(path: path, change: change, origin: override.origin)
      }
      switch override.change {
      case .multiply: return [on(factor, override.change), on(amount, override.change)]
      case .add: return [on(amount, override.change)]
      case .standing:
        return [on(given, override.change), on(factor, .standing(1)), on(amount, .standing(0))]
      case .points(let points, _):
        func reset(_ value: Double) -> Override.Change {
          .points(points.prefix(1).map { Override.Point(from: $0.from, value: value) })
        }
        return [on(given, override.change), on(factor, reset(1)), on(amount, reset(0))]
      }
    }
  }

  /// What a part of it is worth where no layer adjusts.
  public func neutral(_ part: Parameter) -> Double? { part == factor ? 1 : part == amount ? 0 : nil }
}

extension Override.Change {
  /// Whether it acts on the layer below.
  public var isAdjustment: Bool {
    switch self {
    case .multiply, .add: true
    case .standing, .points: false
    }
  }
}
