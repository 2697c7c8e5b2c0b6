import Domain
import Formulas
import Simulation
import Studies

/// An indicator in an area: the base's levels by year, and what the others have instead.
struct ComparisonRow {
  let indicator: Indicator
  /// By year.
  let levels: [Double?]
  /// Shape `[year][other]`.
  let others: [[OtherScenario.Entry?]]

  /// Nil where no scenario has a value.
  init?(_ indicator: Indicator, _ comparison: Comparison, area: Int, years: [Year]) {
    self.indicator = indicator
    levels = years.map { comparison.base.value(indicator, area: area, year: $0) }
    others = years.map { year in
      comparison.others.indices.map { comparison.entry(indicator.name, area: area, year: year, of: $0) }
    }
    guard levels.contains(where: { $0 != nil }) else { return nil }
  }

  private var differences: [PairedDifference] { others.joined().compactMap { $0?.difference } }

  /// What it says: of two names for one number the first is enough.
  var numbers: [Double?] { levels + others.joined().map { $0?.level } }

  /// Whether anything differs in the central member or in some world.
  var isSome: Bool {
    differences.contains(where: \.isSome)
  }

  /// The largest difference relative to the larger level, from nothing to 2.
  var size: Double {
    zip(levels, others).flatMap { level, others in
      others.map { other -> Double in
        guard let other, let level, other.difference.central != 0 else { return 0 }
        return abs(other.difference.central) / max(abs(level), abs(other.level))
      }
    }.max() ?? 0
  }

  /// The largest level, by which a scale is chosen.
  var largest: Double {
    (levels.compactMap(\.self) + others.joined().compactMap { $0?.level }).map(abs).max() ?? 0
  }
}
