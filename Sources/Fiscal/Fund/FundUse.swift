import Domain
import Formulas

/// On what grounds the lottery fund may pay for a budget line.
public enum FundClaim: Equatable, Sendable {
  /// What the line is for, under a use that the dataset names.
  case role(FundRole)
  /// A use by its name in the dataset.
  case use(String)
}

/// What the lottery fund may be used for, as a row of the dataset says.
public struct FundUse: Equatable, Sendable {
  public let name: String
  public let label: Label
  /// The class under which it is published, where the dataset says.
  public let published: Label
  /// Whether the rules on the fund let it pay for this at all.
  public let isFundable: Bool
  /// Whether it counts as eldercare for the floors of the fund.
  public let isEldercare: Bool
  /// Of equally good allocations the one is taken that serves low numbers first.
  public let priority: Int
  /// The rules and lines of the program that fall under it.
  public let roles: Set<FundRole>
  /// What projects without a budget line of their own go with; nil where the lines say all that is needed.
  public let driver: Indicator.Reference?

  public init(
    name: String, label: Label, published: Label? = nil, isFundable: Bool = true, isEldercare: Bool = false,
    priority: Int = 1,
    roles: Set<FundRole> = [], driver: Indicator.Reference? = nil
  ) {
    self.name = name
    self.label = label
    self.published = published ?? label
    self.isFundable = isFundable
    self.isEldercare = isEldercare
    self.priority = priority
    self.roles = roles
    self.driver = driver
  }

  /// The units a driver may be counted in: what a project costs is a number of yuan for each.
  public static let drivable: [Unit] = [.persons, .count]
}
