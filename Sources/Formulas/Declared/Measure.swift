import Domain

/// A named result of a kernel that formulas build on: people of some kind, births, deaths.
///
/// A kernel fills a measure for every district, the city, and every lane.
public struct Measure: Hashable, Sendable {
  public let name: String
  public let unit: Unit
  public let label: Label

  public init(_ name: String, _ unit: Unit, zh: String, en: String) {
    self.name = name
    self.unit = unit
    label = Label(zh: zh, en: en)
  }
}
