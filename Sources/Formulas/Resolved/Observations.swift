import Domain

/// A published value of an indicator.
public struct Observation: Equatable, Sendable {
  public let indicator: String
  /// Index of the area.
  public let area: Int
  public let year: Year
  /// In the indicator's unit.
  public let value: Double
  public let evidence: Evidence
  public let source: String
  /// The relative standard error of a sample or an estimate; nil where the value counts as exact.
  public let error: Double?
  /// Why the model may be far from it; nil where nobody said.
  public let note: Label?
  /// Where it is written, nil where that is not known.
  public let origin: Origin?

  public init(
    indicator: String, area: Int, year: Year, value: Double, evidence: Evidence, source: String, error: Double? = nil,
    note: Label? = nil, origin: Origin? = nil
  ) {
    self.indicator = indicator
    self.area = area
    self.year = year
    self.value = value
    self.evidence = evidence
    self.source = source
    self.error = error
    self.note = note
    self.origin = origin
  }
}

/// Published values, looked up by indicator, area and year.
public struct Observations: Equatable, Sendable {
  private struct Key: Hashable {
    let indicator: String
    let area: Int
    let year: Year
  }

  /// In the order of the file.
  public let all: [Observation]
  private let byKey: [Key: Observation]

  public init(_ all: [Observation]) {
    self.all = all
    byKey = Dictionary(all.map { (Key(indicator: $0.indicator, area: $0.area, year: $0.year), $0) }) { $1 }
  }

  /// The newest year of any value.
  public var newestYear: Year? { all.map(\.year).max() }

  public func value(of indicator: String, area: Int, year: Year) -> Observation? {
    byKey[Key(indicator: indicator, area: area, year: year)]
  }

  /// A value firm enough to hold in the run.
  public func firm(_ indicator: String, area: Int, year: Year) -> Observation? {
    value(of: indicator, area: area, year: year).flatMap { $0.evidence.isFirm ? $0 : nil }
  }

  /// The value that holds in the run: a firm one, or any where the model has none of its own.
  public func holding(_ indicator: Indicator, area: Int, year: Year) -> Observation? {
    indicator.basis == .carried
      ? value(of: indicator.name, area: area, year: year) : firm(indicator.name, area: area, year: year)
  }

  /// The values known at a date.
  public func known(until year: Year) -> Observations {
    Observations(all.filter { $0.year <= year })
  }
}
