import Domain
import Formulas

/// What the lottery fund may be used for, as a row of the dataset says.
public struct FundUse: Equatable, Sendable {
  public let name: String
  public let label: Label
  /// Whether the rules on the fund let it pay for this at all.
  public let isFundable: Bool
  /// What projects without a budget line of their own go with; nil where the lines say all that is needed.
  public let driver: Indicator.Reference?

  public init(name: String, label: Label, isFundable: Bool = true, driver: Indicator.Reference? = nil) {
    self.name = name
    self.label = label
    self.isFundable = isFundable
    self.driver = driver
  }

  /// Uses that count as eldercare are known by the beginning of their names.
  public static func isEldercare(_ name: String) -> Bool { name.hasPrefix("eldercare") }

  public var isEldercare: Bool { FundUse.isEldercare(name) }

  /// The units a driver may be counted in: what a project costs is a number of yuan for each.
  public static let drivable: [Unit] = [.persons, .count]
}
