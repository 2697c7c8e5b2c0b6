import Domain
import Simulation

/// Everything the members of a run say, as bits that can be compared.
extension Results {
  /// The statistics of every indicator, area and year, and of the pyramid; nil where there are none.
  var statisticsBits: [[UInt64]?] {
    cells.map { cell in
      statistics(cell.indicator.name, area: cell.area, year: cell.year).map(\.bits)
    }
      + years.flatMap { year in
        Sex.allCases.flatMap { sex in Results.groups.indices.map { pyramid(sex, group: $0, year: year)?.bits } }
      }
  }

  /// The mean populations of every kind, area and year.
  var meanPopulationBits: [[UInt64]?] {
    kinds.flatMap { kind in
      (0..<areas.count).flatMap { area in
        years.map { meanPopulation(kind, area: area, year: $0)?.values.map(\.bitPattern) }
      }
    }
  }

  /// Every member of some indicators, shape `[indicator][area][year]`.
  func memberBits(_ names: [String], first count: Int? = nil) -> [[UInt64]?] {
    names.flatMap { name in
      (0..<areas.count).flatMap { area in
        years.map { members(name, area: area, year: $0)?.prefix(count ?? .max).map(\.bitPattern) }
      }
    }
  }

  var centralBits: [UInt64?] { cells.map { $0.value?.bitPattern } }
}

extension Statistics {
  fileprivate var bits: [UInt64] { ([mean] + quantiles).map(\.bitPattern) }
}
