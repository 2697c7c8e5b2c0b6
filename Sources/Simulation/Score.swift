import Domain
import Formulas

/// A published value beside what a run that did not know it found.
public struct Score: Sendable {
  public let observation: Observation
  public let indicator: Indicator
  public let projected: Double

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
      return Score(observation: observation, indicator: indicator, projected: projected)
    }
  }
}
