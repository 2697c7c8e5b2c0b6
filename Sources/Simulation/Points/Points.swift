import Domain
import Fiscal
import Formulas
import NumericCore

/// A point of a sweep: changes laid over a scenario's, and what the dataset is taken to say.
public struct Point: Equatable, Sendable {
  public let changes: [Override]
  /// What the dataset says of some parameters, by path, in place of what it does say.
  public let given: [String: ParameterValues]

  public init(_ changes: [Override], given: [String: ParameterValues] = [:]) {
    self.changes = changes
    self.given = given
  }
}

extension City {
  /// The city as a point has it.
  public func given(_ values: [String: ParameterValues]) -> City {
    var city = self
    city.values.merge(values) { $1 }
    return city
  }
}

extension Scenario {
  /// With further changes laid over its own, in as many worlds as are said.
  public func laying(_ changes: [Override], draws: Int) -> Scenario {
    Scenario(
      name: name, title: title, horizon: horizon, knownUntil: knownUntil, seed: seed, draws: draws,
      overrides: overrides + changes)
  }
}

/// Why a point has no values.
public enum PointFailure: Error, Equatable, Sendable {
  /// Its changes lead outside what makes sense.
  case parameters(ResolutionError)
  case run(RunError)
  case worlds(WorldsError)
}

/// Points of a sweep as members of blocks: the parameters of point i are those a scenario with its changes has.
struct Points: MemberSource {
  let plan: Plan
  let points: [Point]
  let moved: Set<Int>
  let drawsInputs = true
  let yields = false
  let solves: [Solve] = []
  private let shares: ShareCheck

  /// - Parameter plan: made for the changes of all points.
  init(_ plan: Plan, _ points: [Point]) {
    let changed = plan.laid(points.flatMap(\.changes)).map(\.path)
    let given = points.flatMap { plan.values(given: $0.given).keys }
    let moved = plan.followers(of: Set(changed + given), plan.values)
    let paths = Set(moved.map { plan.parameters.all[$0].parameter.path })
    self.init(plan, points, moved: moved, ShareCheck(plan.model.budget, moved: paths))
  }

  private init(_ plan: Plan, _ points: [Point], moved: Set<Int>, _ shares: ShareCheck) {
    self.plan = plan
    self.points = points
    self.moved = moved
    self.shares = shares
  }

  /// Other points, which change nothing that these do not.
  func taking(_ points: [Point]) -> Points { Points(plan, points, moved: moved, shares) }

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
    let point = points[place]
    let resolver = plan.resolver.laying(plan.laid(plan.scenario.overrides + point.changes))
      .giving(plan.values(given: point.given))
    do throws(ResolutionError) {
      let table = try resolver.resolve(plan.parameters, again: moved)
      try shares.require(table, areas: plan.city.areas, years: plan.years)
      return .success(table)
    } catch {
      return .failure(.parameters(error))
    }
  }
}

extension Plan {
  /// What a dataset would say, the parts of adjusted parameters included.
  fileprivate func values(given values: [String: ParameterValues]) -> [String: ParameterValues] {
    var all = values
    for adjustment in adjustments {
      if let own = values[adjustment.parameter.path] { all[adjustment.given.path] = own }
    }
    return all
  }
}
