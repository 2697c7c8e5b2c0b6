import Domain
import Formulas

/// What the ledger needs of the long-term-care insurance, declared here so that no response to it is a year late.
public enum CareInsurance {
  private static func parameter(
    _ name: String, _ unit: Unit, _ range: ClosedRange<Double>, _ role: Parameter.Role
  ) -> Parameter { Parameter("benefits.ltc_insurance.\(name)", unit, range, role) }

  /// Of the severely disabled and worse, who is admitted.
  static let takeUp = parameter("takeup", .share, 0...1, .uncertainty)
  /// Of the moderately disabled, whom the scheme as enacted leaves out.
  static let takeUpModerate = parameter("takeup_moderate", .share, 0...1, .lever)
  /// The part of the hours at home that is used.
  static let hoursUsed = parameter("hours_used", .share, 0...1, .uncertainty)
  static let hours = Dictionary(
    uniqueKeysWithValues: Ability.disabled.map {
      ($0, parameter("hours_\($0.name)", .hoursPerPersonMonth, 0...744, .lever))
    })
  static let days = Dictionary(
    uniqueKeysWithValues: Ability.disabled.map {
      ($0, parameter("day_\($0.name)", .yuanPerPersonDay, 0...1e4, .lever))
    })

  public static let parameters =
    [takeUp, takeUpModerate, hoursUsed] + Ability.disabled.flatMap { [hours[$0], days[$0]].compactMap { $0 } }

  /// The share of a level's people whom the insurance has admitted.
  public static func admitted(_ level: Ability) -> Formula? {
    guard level >= .moderate else { return nil }
    return .parameter(level == .moderate ? takeUpModerate : takeUp)
  }

  /// The most hours a month that are paid for at home.
  public static func most(_ level: Ability) -> Formula {
    hours[level].map { Formula.meanOverYear($0) } ?? .zero(.hoursPerPersonMonth)
  }

  /// What is paid for a month in an institution.
  public static func month(_ level: Ability) -> Formula {
    days[level].map { Formula.meanOverYear($0) * .daysPerYear / .monthsPerYear } ?? .zero(.yuanPerPersonMonth)
  }

  /// The hours someone insured has: no fewer than without.
  static func insured(_ level: Ability, usual: Formula) -> Formula {
    .larger(usual, most(level) * .parameter(hoursUsed))
  }
}
