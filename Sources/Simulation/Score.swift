import Domain
import Formulas
import NumericCore

/// A published value beside what a run that did not know it found.
public struct Score: Sendable {
  public let observation: Observation
  public let indicator: Indicator
  public let projected: Double
  /// What the members say, with the error of the figure; nil without them, or where all agree.
  public let statistics: Statistics?
  /// The continuous ranked probability score, in the indicator's unit; the size of the error without members.
  public let crps: Double

  /// Projected less published.
  public var error: Double { projected - observation.value }

  /// The error as a share of the published value; nil where that is zero.
  public var relativeError: Double? { observation.value == 0 ? nil : projected / observation.value - 1 }
}

extension Results {
  /// Every published value after the information date that the run has a value for, in the order of the file.
  public func scores(against observations: Observations) -> [Score] {
    observations.all.compactMap { observation in
      guard observation.year > plan.knownUntil, years.contains(observation.year),
        let indicator = indicators.first(where: { $0.name == observation.indicator }),
        let projected = value(observation.indicator, area: observation.area, year: observation.year)
      else { return nil }
      let area = observation.area
      let sure = members(observation.indicator, area: area, year: observation.year) ?? [projected]
      let members = published(sure, as: observation)
      let statistics =
        members == sure
        ? statistics(observation.indicator, area: area, year: observation.year) : Statistics(of: members)
      return Score(
        observation: observation, indicator: indicator, projected: projected,
        statistics: statistics.flatMap { $0.isCertain ? nil : $0 }, crps: rankedScore(members, of: observation.value))
    }
  }
}

extension Results {
  /// What members would be published as: with the error of a sample or an estimate, where the figure has one.
  private func published(_ members: [Double], as observation: Observation) -> [Double] {
    guard draws > 0, let error = observation.error else { return members }
    let draws = ProcessDraws(
      seed: plan.scenario.seed, year: observation.year, area: areas.drawNumber(observation.area),
      process: stableHash(of: "\(observation.indicator).sample"))
    var normals = Array(repeating: 0.0, count: members.count)
    normals.withUnsafeMutableBufferPointer { draws.fill($0, firstMember: 1) }
    return zip(members, normals).map { $0 * (1 + error * $1) }
  }
}

extension Score {
  /// Whether a central interval of the members holds the published value; nil where they all agree.
  ///
  /// - Parameter interval: one of 50, 80 and 95 %.
  public func isInside(_ interval: CentralInterval) -> Bool? {
    statistics.map {
      observation.value >= $0.quantiles[interval.low] && observation.value <= $0.quantiles[interval.high]
    }
  }
}

/// A central interval between two of the quantiles.
public enum CentralInterval: Int, CaseIterable, Sendable {
  case half = 50
  case fourFifths = 80
  case ninetyFive = 95

  /// Where its ends stand among ``Statistics/probabilities``.
  var low: Int { [.half: 2, .fourFifths: 1, .ninetyFive: 0][self] ?? 0 }
  var high: Int { Statistics.probabilities.count - 1 - low }
}

extension Statistics {
  /// Whether all members agree.
  var isCertain: Bool { quantiles.first == quantiles.last }
}

/// The continuous ranked probability score of an ensemble: E|X − y| − ½ E|X − X'| over its members.
///
/// Source: Gneiting and Raftery (2007), "Strictly proper scoring rules, prediction, and estimation", *JASA* 102, equation 21.
func rankedScore(_ members: [Double], of value: Double) -> Double {
  let sorted = members.sorted()
  let count = Double(sorted.count)
  var distance = 0.0
  var spread = 0.0
  for (index, member) in sorted.enumerated() {
    distance += abs(member - value)
    spread += (2 * Double(index) - count + 1) * member
  }
  return distance / count - spread / (count * count)
}
