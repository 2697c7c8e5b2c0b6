import Domain
import Fiscal
import Formulas
import NumericCore
import Population

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
  /// With further changes laid over its own, in as many worlds as are said, its own or those of another seed.
  public func laying(_ changes: [Override], draws: Int, seed other: UInt64? = nil) -> Scenario {
    Scenario(
      name: name, title: title, horizon: horizon, knownUntil: knownUntil, seed: other ?? seed, draws: draws,
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
  /// Positions of the parameters that any point moves.
  let moved: Set<Int>
  let drawsInputs = true
  let yields = false
  let solves: [Solve] = []
  /// By path, the positions that move with it.
  private let followers: [String: Set<Int>]
  private let shares: ShareCheck
  /// Positions of shares that must not come to more than the whole.
  private let checked: Set<Int>

  /// - Parameter plan: made for the changes of all points.
  init(_ plan: Plan, _ points: [Point]) {
    self.plan = plan
    self.points = points
    let paths = Set(points.flatMap { Points.paths($0, plan) })
    followers = Dictionary(uniqueKeysWithValues: paths.map { ($0, plan.followers(of: [$0], plan.values)) })
    moved = followers.values.reduce(into: []) { $0.formUnion($1) }
    let names = Set(moved.map { plan.parameters.all[$0].parameter.path })
    shares = ShareCheck(plan.model.budget, moved: names)
    checked = Set(shares.parameters.compactMap { plan.parameters.position(of: $0) })
  }

  private init(_ other: Points, _ points: [Point]) {
    plan = other.plan
    self.points = points
    moved = other.moved
    followers = other.followers
    shares = other.shares
    checked = other.checked
  }

  /// Other points, which change nothing that these do not.
  func taking(_ points: [Point]) -> Points { Points(self, points) }

  private static func paths(_ point: Point, _ plan: Plan) -> [String] {
    plan.laid(point.changes).map(\.path) + plan.values(given: point.given).keys
  }

  /// - Returns: the base year for parameters that points change at all: an opening stock counts there.
  func firstYear(moving parameters: [Parameter]) -> Year? {
    let positions = parameters.compactMap { plan.parameters.position(of: $0) }
    return moved.isDisjoint(with: positions) ? nil : plan.years.lowerBound
  }

  func settle(_ order: inout LaneOrder) {}

  func people(_ order: LaneOrder) -> [People]? { nil }

  /// Where a point cannot be, and beyond the last, stands the scenario itself.
  func parameters(_ order: LaneOrder) -> ResolvedTable {
    let first = Int(order.first) - 1
    return beside(order.sources.filter { first + $0 < points.count }.map { table(of: first + $0) })
  }

  /// The parameters of a point, and the positions of those that it moves.
  struct Moved {
    let table: ResolvedTable
    let positions: Set<Int>
  }

  /// The parameters of points side by side.
  func beside(_ tables: [Result<Moved, PointFailure>]) -> ResolvedTable {
    let found = tables.map { try? $0.get() }
    let lanes = (0..<LaneVector.scalarCount).map { lane in
      lane < found.count ? found[lane]?.table ?? plan.parameters : plan.parameters
    }
    return ResolvedTable(byLane: lanes, moved: Points.positions(found))
  }

  /// What any of some points moves.
  static func positions(_ points: [Moved?]) -> Set<Int> {
    points.reduce(into: []) { $0.formUnion($1?.positions ?? []) }
  }

  /// The parameters of one point.
  func table(of place: Int) -> Result<Moved, PointFailure> {
    let point = points[place]
    let resolver = plan.resolver.laying(plan.laid(plan.scenario.overrides + point.changes))
      .giving(plan.values(given: point.given))
    // What a point leaves alone stands as in the scenario.
    let own = Points.paths(point, plan).reduce(into: Set<Int>()) { $0.formUnion(followers[$1] ?? moved) }
    do throws(ResolutionError) {
      let table = try resolver.resolve(plan.parameters, again: own)
      if !checked.isDisjoint(with: own) { try shares.require(table, areas: plan.city.areas, years: plan.years) }
      return .success(Moved(table: table, positions: own))
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
