import Domain
import Formulas
import Simulation

/// Of what every member is written, and how.
public struct MemberSelection: Sendable {
  public enum Form: String, CaseIterable, Sendable {
    /// A value a row.
    case csv
    /// An array of NumPy's, a world a row, beside a table of what its columns are.
    case npy
  }

  /// Indicators wanted in every area and year.
  public let indicators: [String]
  /// Values wanted besides.
  public let outcomes: [Outcome]
  public let form: Form

  public init(indicators: [String] = [], outcomes: [Outcome] = [], form: Form = .csv) {
    self.indicators = indicators
    self.outcomes = outcomes
    self.form = form
  }

  public var isEmpty: Bool { indicators.isEmpty && outcomes.isEmpty }

  /// How many values of a world they are.
  public func count(in plan: Plan) -> Int {
    Set(indicators).count * plan.city.areas.shown.count * plan.years.count + Set(outcomes).count
  }

  /// The values of results that are there, in the order of the key: area, year, indicator.
  func series(in results: Results) -> [Outcome] {
    let (all, single) = (Set(indicators), Set(outcomes))
    let names = (all.union(single.map(\.indicator))).sorted()
    let shown = Set(results.areas.shown)
    return (0..<results.areas.count).flatMap { area in
      results.years.flatMap { year in
        names.map { Outcome($0, area: area, year: year) }.filter { outcome in
          all.contains(outcome.indicator) && shown.contains(area) || single.contains(outcome)
        }
      }
    }
  }
}
