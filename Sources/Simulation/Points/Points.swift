import Domain
import Fiscal
import Formulas
import NumericCore

/// A point of a sweep: changes laid over a scenario's.
public struct Point: Equatable, Sendable {
  public let changes: [Override]

  public init(_ changes: [Override]) { self.changes = changes }
}

/// Why a point has no values.
public enum PointFailure: Error, Equatable, Sendable {
  /// Its changes lead outside what makes sense.
  case parameters(ResolutionError)
  case run(RunError)
}

/// Points of a sweep as members of blocks: the parameters of point i are those a scenario with its changes has.
struct Points: MemberSource {
  let plan: Plan
  let points: [Point]
  let moved: Set<Int>
  let drawsInputs = true
  let yields = false
  let solves: [Solve] = []

  /// - Parameter plan: made for the changes of all points.
  init(_ plan: Plan, _ points: [Point]) {
    self.plan = plan
    self.points = points
    let paths = Set(plan.laid(points.flatMap(\.changes)).map(\.path))
    moved = plan.followers(of: paths, plan.values)
  }

  /// - Returns: the base year for parameters that points change at all: an opening stock counts there.
  func firstYear(moving parameters: [Parameter]) -> Year? {
    let positions = parameters.compactMap { plan.parameters.position(of: $0) }
    return moved.isDisjoint(with: positions) ? nil : plan.years.lowerBound
  }

  func settle(_ order: inout LaneOrder) {}

  /// Where a point cannot be, and beyond the last, stands the scenario itself.
  func parameters(_ order: LaneOrder) -> ResolvedTable {
    let first = Int(order.first) - 1
    return beside(order.sources.filter { first + $0 < points.count }.map { table(of: first + $0) })
  }

  /// The parameters of points side by side.
  func beside(_ tables: [Result<ResolvedTable, PointFailure>]) -> ResolvedTable {
    let lanes = (0..<LaneVector.scalarCount).map { lane in
      lane < tables.count ? (try? tables[lane].get()) ?? plan.parameters : plan.parameters
    }
    return ResolvedTable(byLane: lanes, moved: moved)
  }

  /// The parameters of one point.
  func table(of place: Int) -> Result<ResolvedTable, PointFailure> {
    let resolver = plan.resolver.laying(plan.laid(plan.scenario.overrides + points[place].changes))
    do throws(ResolutionError) {
      let table = try resolver.resolve(plan.parameters, again: moved)
      try plan.model.budget?.requireShares(table, areas: plan.city.areas, years: plan.years)
      return .success(table)
    } catch {
      return .failure(.parameters(error))
    }
  }
}
