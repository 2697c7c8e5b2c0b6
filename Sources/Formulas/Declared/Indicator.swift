import Domain

/// A named result with unit and definition, for every area, year and member.
public struct Indicator: Equatable, Sendable {
  /// How an area's value and the city's belong together.
  public enum Aggregation: String, Sendable {
    /// The city is the sum of its districts.
    case sum
    /// Worked out in each area from that area's own quantities.
    case ratio
    /// One value that holds in every area.
    case uniform
    /// Known for the city alone.
    case city
  }

  /// What an observed value does up to the information date.
  public enum Observation: String, Sendable {
    /// It replaces the computed value, and the years after go on from it.
    case holds
    /// It stands beside the computed value for comparison.
    case compares
  }

  /// How a value comes about when it is not observed.
  public enum Basis: String, Sendable {
    /// By the model.
    case simulated
    /// Carried on from the last known value, or set by a scenario.
    case carried
  }

  /// A mention of an indicator in a formula.
  public struct Reference: Hashable, Sendable {
    public let name: String
    public let unit: Unit

    public init(name: String, unit: Unit) {
      self.name = name
      self.unit = unit
    }
  }

  public let name: String
  public let unit: Unit
  public let label: Label
  public let formula: Formula
  public let aggregation: Aggregation
  public let observation: Observation
  public let basis: Basis
  /// Which people it counts or is a share of.
  public let population: PopulationKind?
  /// Whether it is part of the output, or only a step on the way.
  public let isPublished: Bool

  public init(
    _ name: String, _ unit: Unit, zh: String, en: String, _ aggregation: Aggregation = .sum,
    population: PopulationKind? = nil, observation: Observation = .holds, basis: Basis = .simulated,
    isPublished: Bool = true, formula: Formula
  ) {
    self.name = name
    self.unit = unit
    label = Label(zh: zh, en: en)
    self.formula = formula
    self.aggregation = aggregation
    self.observation = observation
    self.basis = basis
    self.population = population
    self.isPublished = isPublished
  }

  public var reference: Reference { Reference(name: name, unit: unit) }
}
