import Domain
import Formulas
import NumericCore
import Simulation

/// How far drivers stand from their paths in many worlds.
struct WorldSample {
  private let plan: Plan
  private let tables: [ResolvedTable]
  var count: Int { tables.count * LaneVector.scalarCount }

  init(_ plan: Plan, members: Int = 8) throws {
    let worlds = try plan.worlds()
    self.plan = plan
    tables = stride(from: 1, through: members, by: LaneVector.scalarCount).map {
      worlds.parameters(firstMember: UInt64($0))
    }
  }

  /// Values of a parameter, member by member.
  func values(_ path: String, _ year: Year, area: Int? = nil) -> [Double] {
    guard let parameter = plan.model.parameters.first(where: { $0.path == path }) else { return [] }
    return tables.flatMap { table in
      let lanes = table.value(parameter, in: area ?? plan.city.areas.cityIndex, year).vector
      return (0..<LaneVector.scalarCount).map { lanes[$0] }
    }
  }

  /// The path they stray from.
  func center(_ path: String, _ year: Year, area: Int? = nil) -> Double {
    guard let parameter = plan.model.parameters.first(where: { $0.path == path }) else { return .nan }
    return plan.parameters.value(parameter, in: area ?? plan.city.areas.cityIndex, year).first
  }

  /// Deviations on the scale of levels.
  func deviations(_ path: String, _ year: Year, area: Int? = nil) -> [Double] {
    let center = center(path, year, area: area)
    return values(path, year, area: area).map { $0 - center }
  }
}

extension [Double] {
  var mean: Double { reduce(0, +) / Double(count) }

  var standardDeviation: Double {
    let mean = mean
    return (reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count - 1)).squareRoot()
  }

  func correlation(with other: [Double]) -> Double {
    let (a, b) = (mean, other.mean)
    let together = zip(self, other).reduce(0) { $0 + ($1.0 - a) * ($1.1 - b) } / Double(count - 1)
    return together / (standardDeviation * other.standardDeviation)
  }
}
