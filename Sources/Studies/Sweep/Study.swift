import Domain
import Formulas
import Simulation

/// Which number of an outcome's members is wanted.
public enum OutcomeStatistic: String, CaseIterable, Sendable {
  case central, mean
  /// Of the one world in which a point is computed.
  case world
  case p2half = "p2_5"
  case p10, p25, p50, p75, p90
  case p97half = "p97_5"

  /// Those that are told where a study in worlds asks for none.
  static let usual: [OutcomeStatistic] = [.central, .mean, .p10, .p50, .p90]

  fileprivate func value(_ name: String, _ outcome: Outcome, _ results: Results) -> Double {
    let (area, year) = (outcome.area, outcome.year)
    if self == .central { return results.value(name, area: area, year: year) ?? .nan }
    guard let statistics = results.statistics(name, area: area, year: year) else { return .nan }
    if self == .mean { return statistics.mean }
    let quantiles: [OutcomeStatistic] = [.p2half, .p10, .p25, .p50, .p75, .p90, .p97half]
    return quantiles.firstIndex(of: self).map { statistics.quantiles[$0] } ?? .nan
  }
}

/// A value that a study is after.
public struct StudyOutcome: Equatable, Sendable {
  /// As it was written, without the statistic.
  public let name: String
  public let outcome: Outcome
  public let statistic: OutcomeStatistic

  public init(_ name: String, _ outcome: Outcome, _ statistic: OutcomeStatistic) {
    self.name = name
    self.outcome = outcome
    self.statistic = statistic
  }

  /// Its value in results; not a number where there is none.
  func value(in results: Results) -> Double { statistic.value(outcome.indicator, outcome, results) }
}

/// A study: a scenario at many points, and what is asked of each.
public struct Study: Equatable, Sendable {
  /// The worlds in which each point is computed.
  public enum Worlds: Equatable, Sendable {
    /// The central member alone.
    case central
    /// The same worlds for all points.
    case common(Int)
    /// Worlds of each point's own, so that chance is part of what differs between points.
    case own(Int)
    /// One of so many worlds for each point: which one is an input of the study, chance.
    case chance(Int)

    /// Worlds of each point.
    public var draws: Int {
      switch self {
      case .central: 0
      case .common(let draws), .own(let draws): draws
      case .chance: 1
      }
    }

    /// What is told of a point where nothing is said.
    var usual: [OutcomeStatistic] {
      switch self {
      case .central: [.central]
      case .common, .own: OutcomeStatistic.usual
      case .chance: [.world]
      }
    }

    /// Whether a point has this number.
    public func has(_ statistic: OutcomeStatistic) -> Bool {
      switch self {
      case .central: statistic == .central
      case .common, .own: statistic != .world
      case .chance: statistic == .world
      }
    }
  }

  public let name: String
  public let title: Label?
  /// Chance among them, last, where it is an input.
  public let axes: [Axis]
  public let worlds: Worlds
  public let outcomes: [StudyOutcome]
  public let design: StudyDesign

  /// - Parameter wanted: each value with its statistic; nil for the usual ones.
  public init(
    name: String, title: Label?, axes: [Axis], worlds: Worlds,
    wanted: [(name: String, outcome: Outcome, statistic: OutcomeStatistic?)], design: StudyDesign
  ) {
    self.name = name
    self.title = title
    self.axes = axes
    self.worlds = worlds
    self.design = design
    outcomes = wanted.flatMap { wanted in
      (wanted.statistic.map { [$0] } ?? worlds.usual).map { StudyOutcome(wanted.name, wanted.outcome, $0) }
    }
  }

  /// Every part of every axis, in the order of the columns.
  public var parts: [AxisPart] { axes.flatMap(\.parts) }

  public var points: StudyPoints { StudyPoints(self) }
}
