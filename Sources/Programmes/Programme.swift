import Domain
import Formulas

/// Something the plan rolls out, described by a row of the dataset.
///
/// Its level is what a scenario's path says, else the last known actual carried
/// on. A programme with a driver follows another indicator: burials follow
/// deaths.
public struct Programme: Equatable, Sendable {
  public let id: String
  public let zone: String
  public let unit: Unit
  public let label: Label
  /// What the level follows.
  public let driver: Driver?
  /// What it costs; nil for one that costs nothing of its own.
  public let cost: Cost?

  /// The level of another programme times an indicator.
  public struct Driver: Equatable, Sendable {
    public let rate: Indicator.Reference
    public let volume: Indicator.Reference

    public init(rate: Indicator.Reference, volume: Indicator.Reference) {
      self.rate = rate
      self.volume = volume
    }
  }

  public init(id: String, zone: String, unit: Unit, label: Label, driver: Driver? = nil, cost: Cost? = nil) {
    self.id = id
    self.zone = zone
    self.unit = unit
    self.label = label
    self.driver = driver
    self.cost = cost
  }

  /// The name of a programme's level among the indicators.
  public static func levelName(_ id: String) -> String { "programmes.\(id).level" }

  /// An explicit path, which only scenarios set.
  public var path: Parameter { Parameter("programmes.\(id).path", unit, 0...(unit == .share ? 1 : 1e12), .lever) }

  public var level: Indicator {
    if let driver {
      return Indicator(
        Programme.levelName(id), unit, zh: label.zh, en: label.en, .city,
        formula: .indicator(driver.rate) * .indicator(driver.volume))
    }
    return Indicator(
      Programme.levelName(id), unit, zh: label.zh, en: label.en, .city, basis: .carried,
      formula: .present(.parameter(path), else: .lastYear(.itself)))
  }
}
