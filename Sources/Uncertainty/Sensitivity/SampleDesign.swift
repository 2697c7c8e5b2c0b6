/// How points were laid out, as far as an analysis has to know it.
public enum SampleDesign: Equatable, Sendable {
  /// For no analysis: drawn, gridded, or as they came.
  case given
  case saltelli(SaltelliDesign)
  case morris(MorrisDesign)
  case shapley(ShapleyRows)
  /// Everything as it is, then each input alone at so many levels, from its lower end to its upper.
  case ends([Int])

  /// How many points it has; nil where any number will do.
  public var count: Int? {
    switch self {
    case .given: nil
    case .saltelli(let design): design.count
    case .morris(let design): design.count
    case .shapley(let rows): rows.count
    case .ends(let levels): levels.reduce(1, +)
    }
  }
}

/// An input of points: one column, or several that count as one.
public struct SampleInput: Equatable, Sendable {
  public let name: String
  /// Shape `[column][point]`; NaN where a point leaves it as it is.
  public let columns: [[Double]]

  public init(_ name: String, _ columns: [[Double]]) {
    self.name = name
    self.columns = columns
  }
}

extension Sensitivity {
  /// What an outcome depends on, as its points' design allows to say.
  ///
  /// - Parameters:
  ///   - outcome: one a point, in the order of the design; NaN where a point failed.
  ///   - inputs: as many as the design has, in its order.
  ///   - precision: half the width of an interval at which an index counts as settled; the method's own when nil.
  /// - Returns: nil where too few points are left, or the outcome does not vary in points that were drawn.
  public init?(of outcome: [Double], _ design: SampleDesign, inputs: [SampleInput], precision: Double? = nil) {
    switch design {
    case .given: self.init(given: outcome, inputs, halfWidth: precision ?? Self.usualHalfWidth)
    case .saltelli(let design):
      self.init(design, outcome, inputs.map(\.name), precision.map { Precision(halfWidth: $0) } ?? Precision())
    case .shapley(let rows):
      self.init(rows, outcome, inputs.map(\.name), precision.map { Precision(halfWidth: $0) } ?? Precision())
    case .morris(let design): self.init(design, outcome, inputs.map(\.name))
    case .ends(let levels): self.init(levels: levels, outcome, inputs.map(\.name))
    }
  }
}
