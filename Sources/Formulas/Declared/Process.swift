import Domain

/// How a driver wanders about its path from year to year: an autoregressive deviation.
///
/// With independent standard normal ε and η, the deviation in year t is
/// z(t) + τ η(t), where z(t) = φ z(t − 1) + σ (ε(t) − ρ ε(t − 1)). It begins after the
/// last year for which the series it moves is published, with z there of standard
/// deviation ω. The median path is the parameter's own.
///
/// The coefficients are parameters themselves, each counting once.
public struct Process: Sendable {
  /// On which scale a deviation is added to the parameter.
  public enum Scale: Equatable, Sendable {
    case level
    /// Multiplies by e to its power.
    case log
    /// Multiplies the odds of a share by e to its power.
    case logit
  }

  public enum Coefficient: String, CaseIterable, Sendable {
    /// φ: what is left of a deviation after a year; one for a random walk.
    case persistence
    /// σ: the standard deviation of a year's innovation.
    case deviation
    /// ω: the standard deviation in the last published year.
    case opening
    /// τ: the standard deviation of what one year alone brings.
    case yearly
    /// ρ: the share of an innovation that the next year takes back.
    case reversal
  }

  public let name: String
  /// What it moves: the city's value, or every district's by a deviation of its own.
  public let parameter: Parameter
  public let scale: Scale
  /// The indicator of the city whose published values leave nothing to chance.
  public let heldBy: String?
  /// The series of the city that grows by the parameter: its known values leave nothing to chance, and the last known
  /// growth is where the deviation starts from.
  public let level: Parameter?
  /// In the order of ``Coefficient``; what is missing is zero.
  public let coefficients: [(coefficient: Coefficient, parameter: Parameter)]

  /// - Parameters:
  ///   - path: where the coefficients' paths begin.
  ///   - level: what grows by the parameter.
  public init(
    _ name: String, moves parameter: Parameter, at path: String, _ scale: Scale, heldBy: Indicator? = nil,
    growthOf level: Parameter? = nil, _ coefficients: Coefficient...
  ) {
    self.name = name
    self.parameter = parameter
    self.scale = scale
    self.heldBy = heldBy?.name
    self.level = level
    self.coefficients = Coefficient.allCases.filter(coefficients.contains).map { coefficient in
      (coefficient, Process.parameter(of: coefficient, parameter, at: path, scale))
    }
  }

  private static func parameter(
    of coefficient: Coefficient, _ moved: Parameter, at path: String, _ scale: Scale
  ) -> Parameter {
    let path = "\(path).process.\(coefficient.rawValue)"
    switch coefficient {
    case .persistence, .reversal: return Parameter(path, .ratio, -1...1, .uncertainty, isFixed: true)
    case .deviation, .opening, .yearly:
      let unit = scale == .level ? moved.unit : .ratio
      return Parameter(path, unit, 0...1e7, .uncertainty, isFixed: true)
    }
  }

  /// Whether every district has a deviation of its own.
  public var isByDistrict: Bool { parameter.scope == .district }
}

/// How strongly the yearly innovations of two processes go together.
public struct Correlation: Equatable, Sendable {
  public let first: String
  public let second: String
  /// −1…1.
  public let value: Double
  /// Where it is written.
  public let origin: Origin

  public init(_ first: String, _ second: String, _ value: Double, origin: Origin) {
    self.first = first
    self.second = second
    self.value = value
    self.origin = origin
  }
}
