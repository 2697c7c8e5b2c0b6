import Domain

/// A named input of the model: what it is, not what it is worth.
///
/// Code declares parameters; the dataset gives them dated values with evidence
/// and source; a scenario overrides them.
public struct Parameter: Hashable, Sendable {
  /// What decides the value.
  public enum Role: String, CaseIterable, Sendable {
    /// Policy.
    case lever
    /// The world, not known well.
    case uncertainty
    /// What has been counted or enacted.
    case fact
  }

  /// For which areas values may be given.
  public enum Scope: String, Sendable {
    /// One value for the whole city.
    case city
    /// A value for each district.
    case district
    /// A value of the city that is shared out; a district may have its own.
    case split
  }

  /// Dotted path in snake case.
  public let path: String
  public let unit: Unit
  /// The values that make sense, in the parameter's unit.
  public let range: ClosedRange<Double>
  public let role: Role
  public let scope: Scope
  /// Whether it counts once, in the base year, as an opening stock does.
  public let isFixed: Bool
  /// Whether only whole numbers make sense, as for a switch.
  public let isWhole: Bool
  /// Whether people choose it: a rule can be changed, but not be other than it is thought to be, so it is never drawn.
  public let isChoice: Bool

  public init(
    _ path: String, _ unit: Unit, _ range: ClosedRange<Double>, _ role: Role, _ scope: Scope = .city,
    isFixed: Bool = false, isWhole: Bool = false, isChoice: Bool = false
  ) {
    self.path = path
    self.unit = unit
    self.range = range
    self.role = role
    self.scope = scope
    self.isFixed = isFixed
    self.isWhole = isWhole
    self.isChoice = isChoice
  }
}

/// A named input by sex and single age: what it is, not what it is worth.
public struct Schedule: Hashable, Sendable {
  public let path: String
  public let unit: Unit
  /// The sexes the dataset must give.
  public let sexes: [Sex]
  /// The ages the dataset must give; the rest is zero.
  public let ages: ClosedRange<Int>

  public init(_ path: String, _ unit: Unit, sexes: [Sex] = Sex.allCases, ages: ClosedRange<Int> = 0...100) {
    self.path = path
    self.unit = unit
    self.sexes = sexes
    self.ages = ages
  }
}
