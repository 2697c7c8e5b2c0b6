import Domain
import Simulation
import Studies
import Tables

/// What the files of a run are made from.
public struct RunOutput: Sendable {
  public let results: Results
  /// Indicators of which every member is wanted.
  public let members: [String]

  /// Where the intervals of headline figures come from; empty where too few worlds can tell.
  public let intervals: [IntervalPart]

  public init(_ results: Results, members: [String] = [], intervals: [IntervalPart] = []) {
    self.results = results
    self.members = members
    self.intervals = intervals
  }

  var hasMembers: Bool { !members.isEmpty }
  var hasIntervals: Bool { !intervals.isEmpty }
  var scenario: String { results.plan.scenario.name }
}

/// The tables a run writes.
public enum RunTables {
  /// In the order in which they are listed. A new one is a file that declares it and a line here.
  public static let all = [
    indicators, population, pyramid, budget, allocation, targets, intervalParts, members, dictionary,
  ]

  /// Those of a projection of the population alone.
  static let ofProjection = [indicators, population, pyramid]
}
