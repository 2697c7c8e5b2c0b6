import Domain
import Formulas

/// The composite index of the bureau: indicators between goalposts, in three dimensions.
public struct CompositeIndex: Equatable, Sendable {
  public enum Dimension: String, CaseIterable, NamedIndicator {
    case development, sharing, sustainability

    public var label: Label {
      switch self {
      case .development: Label(zh: "发展性", en: "Development")
      case .sharing: Label(zh: "共享性", en: "Sharing")
      case .sustainability: Label(zh: "可持续性", en: "Sustainability")
      }
    }

    public var name: String { "index.\(rawValue)" }
  }

  /// For which areas a component counts.
  public enum Level: String, CaseIterable, Sendable {
    /// For the city alone.
    case city
    /// For the city and each district.
    case district
  }

  /// A row of the index table.
  public struct Component: Equatable, Sendable {
    public let dimension: Dimension
    public let indicator: Indicator.Reference
    public let label: Label
    public let level: Level
    /// Whether less is better.
    public let isReversed: Bool
    public let low: DatedValue
    public let high: DatedValue
    public let weight: DatedValue
    /// From where more is worse again, and where it is worth nothing; nil where more is always better, or less.
    public let ceiling: Ceiling?

    public struct Ceiling: Equatable, Sendable {
      public let full: DatedValue
      public let tooHigh: DatedValue

      public init(full: DatedValue, tooHigh: DatedValue) {
        self.full = full
        self.tooHigh = tooHigh
      }
    }

    /// The goalposts are in the indicator's unit; the lower number is `low`, whichever is the better one.
    public init(
      _ dimension: Dimension, _ indicator: Indicator, level: Level, isReversed: Bool, low: DatedValue,
      high: DatedValue, weight: DatedValue, ceiling: Ceiling? = nil
    ) {
      self.dimension = dimension
      self.indicator = indicator.reference
      label = indicator.label
      self.level = level
      self.isReversed = isReversed
      self.low = low
      self.high = high
      self.weight = weight
      self.ceiling = ceiling
    }

    /// The name of its score; those of its parameters begin with it.
    public var name: String { "\(dimension.name).\(indicator.name)" }

    public func counts(inCity isCity: Bool) -> Bool { isCity || level == .district }
  }

  public let components: [Component]

  public init(_ components: [Component] = []) { self.components = components }

  /// How far beyond the upper goalpost a score counts.
  public static let cap = Parameter("index.score_cap", .ratio, 1...10, .lever, isChoice: true)
  /// How closely random weights keep to the given ones: the sum of a Dirichlet distribution's shapes.
  public static let concentration = Parameter(
    "index.stability.concentration", .ratio, 0.1...1e6, .lever, isChoice: true)
  /// How many random weights are tried.
  public static let trials = Parameter("index.stability.trials", .count, 0...1e6, .lever, isWhole: true, isChoice: true)

  public static let parameters = [cap, concentration, trials]

  /// The dimensions that have components for an area, in their order.
  public func dimensions(inCity isCity: Bool) -> [Dimension] {
    Dimension.allCases.filter { dimension in components(of: dimension, inCity: isCity).isEmpty == false }
  }

  public func components(of dimension: Dimension, inCity isCity: Bool) -> [Component] {
    components.filter { $0.dimension == dimension && $0.counts(inCity: isCity) }
  }
}
