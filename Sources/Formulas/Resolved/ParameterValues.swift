import Domain

/// A value of a parameter from a day on, with what speaks for it.
public struct DatedValue: Equatable, Sendable {
  public let from: Day
  /// In the parameter's unit.
  public let value: Double
  public let evidence: Evidence
  /// Id of a row in the dataset's list of sources.
  public let source: String
  /// How far the value may be off, in the parameter's unit.
  public let range: ClosedRange<Double>?
  /// What an expert says of the chance that it is off; members draw from it.
  public let interval: Interval?
  /// The year from which the value could be known.
  public let known: Year
  /// The indicator that the value was worked out from, so that it cannot judge it.
  public let impliedBy: String?
  public let note: String?
  /// Where it is written; nil for what no file says.
  public let origin: Origin?

  public init(
    from: Day, value: Double, evidence: Evidence, source: String,
    range: ClosedRange<Double>? = nil, interval: Interval? = nil, known: Year, impliedBy: String? = nil,
    note: String? = nil, origin: Origin? = nil
  ) {
    self.from = from
    self.value = value
    self.evidence = evidence
    self.source = source
    self.range = range
    self.interval = interval
    self.known = known
    self.impliedBy = impliedBy
    self.note = note
    self.origin = origin
  }
}

/// What the dataset says of a parameter.
public struct ParameterValues: Equatable, Sendable {
  /// How values go from one date to the next.
  public enum Between: String, CaseIterable, Sendable {
    case linear, step
  }

  /// What holds before the first date.
  public enum Before: String, CaseIterable, Sendable {
    case absent, hold, fail
  }

  /// What holds after the last date.
  public enum Beyond: Equatable, Sendable {
    case absent, hold, fail
    /// Grows with another parameter: by it when that is a share, in proportion to it otherwise.
    case index(String)
  }

  /// What an index counts by, and what the rest of the growth follows: the paths of two parameters.
  public struct Blend: Equatable, Sendable {
    public let weight: String
    public let rest: String

    public init(weight: String, rest: String) {
      self.weight = weight
      self.rest = rest
    }
  }

  public var label: Label
  /// Values of the city, oldest first.
  public var city: [DatedValue]
  /// Values of single districts by code, oldest first.
  public var districts: [String: [DatedValue]]
  public var between: Between
  public var before: Before
  public var beyond: Beyond
  /// Nil where the index counts in full.
  public var blend: Blend?

  /// The paths that the values follow after their last date.
  public var followed: [String] {
    guard case .index(let path) = beyond else { return [] }
    return [path] + (blend.map { [$0.weight, $0.rest] } ?? [])
  }

  public init(
    label: Label, city: [DatedValue] = [], districts: [String: [DatedValue]] = [:],
    between: Between = .step, before: Before = .absent, beyond: Beyond = .hold, blend: Blend? = nil
  ) {
    self.label = label
    self.city = city
    self.districts = districts
    self.between = between
    self.before = before
    self.beyond = beyond
    self.blend = blend
  }

  /// All values in a fixed order: the city's, then the districts' by code.
  public var all: [DatedValue] {
    city + districts.keys.sorted().flatMap { districts[$0] ?? [] }
  }
}
