import Domain

/// A figure the plan wants reached in a year.
public struct Target: Equatable, Sendable {
  public enum Comparator: String, CaseIterable, Sendable {
    case atLeast = ">="
    case above = ">"
    case equal = "="
    case atMost = "<="
    case below = "<"

    /// Whether more is better, as far as it is not asked for to the digit.
    public var isFloor: Bool { self != .atMost && self != .below }
  }

  /// How firmly a plan means a target.
  public enum Kind: String, CaseIterable, Sendable {
    /// 约束性: it has to be reached.
    case binding
    /// 预期性: it is hoped for.
    case expected

    public var label: Label {
      switch self {
      case .binding: Label(zh: "约束性", en: "binding")
      case .expected: Label(zh: "预期性", en: "expected")
      }
    }
  }

  public let id: String
  /// Name of the indicator it is judged by; nil for a count of parts that nobody simulates.
  public let indicator: String?
  public let comparator: Comparator
  public let year: Year
  /// In the indicator's unit.
  public let value: Double
  public let unit: Unit
  public let zone: Zone
  public let label: Label
  /// What decides it beside the indicator's value in the year.
  public let nature: Nature
  /// Half of the last printed digit: how close "=" asks for.
  public let precision: Double
  /// Nil where the plan does not say.
  public let kind: Kind?
  /// What the plan file is called that it stands in; nil for the dataset's own.
  public let plan: Label?

  public enum Nature: String, CaseIterable, Sendable {
    /// The value of the year.
    case value
    /// A count that only grows: what reached it earlier has reached it.
    case growing
    /// The model is told so; it is kept or broken, and proves nothing.
    case rule
    /// The same as another target in other words: shown, but not counted again.
    case repeated
  }

  /// Whether it is one of its own, and not another in other words.
  public var isCounted: Bool { nature != .repeated }

  /// A part of the plan.
  public struct Zone: Hashable, Sendable {
    public let id: String
    public let label: String

    public init(id: String, label: String) {
      self.id = id
      self.label = label
    }
  }

  public init(
    id: String, indicator: String?, comparator: Comparator, year: Year, value: Double, unit: Unit, zone: Zone,
    label: Label, precision: Double, nature: Nature = .value, kind: Kind? = nil, plan: Label? = nil
  ) {
    self.id = id
    self.indicator = indicator
    self.comparator = comparator
    self.year = year
    self.value = value
    self.unit = unit
    self.zone = zone
    self.label = label
    self.precision = precision
    self.nature = nature
    self.kind = kind
    self.plan = plan
  }

  /// How far a value lies on the good side: negative is bad.
  public func gap(of projected: Double) -> Double {
    switch comparator {
    case .atLeast, .above: projected - value
    case .atMost, .below: value - projected
    case .equal: -abs(projected - value)
    }
  }

  /// Whether a value meets the target; "=" is met when it prints as the target does.
  public func isMet(by projected: Double) -> Bool {
    switch comparator {
    case .atLeast: projected >= value - roundingError
    case .above: projected > value + roundingError
    case .atMost: projected <= value + roundingError
    case .below: projected < value - roundingError
    case .equal: abs(projected - value) <= precision
    }
  }

  /// What sums and quotients of exact figures may be off by.
  private var roundingError: Double { 1e-9 * max(abs(value), 1e-9) }
}
