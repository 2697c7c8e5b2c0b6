/// How far a point and its prices are from proving each other best, computed from the programme alone.
///
/// A point x and prices y of the rows are optimal exactly when x keeps all
/// bounds, each price and reduced cost has the sign its bounds allow, and
/// everything priced stands at its bound. Then both objectives agree.
///
/// Source: Vanderbei (2020), *Linear Programming*, 5th edition, chapter 5.
public struct Certificate: Equatable, Sendable {
  /// The largest violation of a bound, relative to 1 + the bound.
  public let primalInfeasibility: Double
  /// The largest price or reduced cost without a bound to lean on, relative to 1 + the cost.
  public let dualInfeasibility: Double
  /// The sum of price × distance from the bound it belongs to, relative to 1 + the objective.
  public let complementarity: Double
  /// The difference of the objectives, relative to 1 + the objective.
  public let gap: Double

  /// What each of the four may be at most.
  public static let tolerance = 1e-7

  /// Whether this proves the optimum.
  public var holds: Bool {
    [primalInfeasibility, dualInfeasibility, complementarity, gap].allSatisfy { $0 <= Certificate.tolerance }
  }

  /// - Parameters:
  ///   - x: the point, shape `[column]`.
  ///   - y: prices of the rows, shape `[row]`: positive where a lower bound costs, negative where an upper one does.
  package init(_ programme: LinearProgramme, x: [Double], y: [Double]) {
    let activities = programme.activities(x)
    let reduced = programme.reducedCosts(y)
    var tally = Tally()
    for row in 0..<programme.rowCount {
      tally.add(activities[row], price: y[row], cost: 0, Bounds(programme.rowLower[row], programme.rowUpper[row]))
    }
    for column in 0..<programme.columnCount {
      tally.add(
        x[column], price: reduced[column], cost: programme.cost[column],
        Bounds(programme.lower[column], programme.upper[column]))
    }
    let objective = programme.objective(x)
    primalInfeasibility = tally.primal
    dualInfeasibility = tally.dual
    complementarity = tally.complementarity / (1 + objective.magnitude)
    gap = (objective - tally.dualObjective).magnitude / (1 + objective.magnitude)
  }
}

/// What rows and columns add to a certificate.
private struct Tally {
  var primal = 0.0
  var dual = 0.0
  var complementarity = 0.0
  var dualObjective = 0.0

  mutating func add(_ value: Double, price: Double, cost: Double, _ bounds: Bounds) {
    if value < bounds.lower { primal = max(primal, (bounds.lower - value) / (1 + bounds.lower.magnitude)) }
    if value > bounds.upper { primal = max(primal, (value - bounds.upper) / (1 + bounds.upper.magnitude)) }
    if value.isNaN { primal = .infinity }
    if price.isNaN { dual = .infinity }
    guard price != 0 else { return }
    let bound = price > 0 ? bounds.lower : bounds.upper
    guard bound.isFinite else {
      dual = max(dual, price.magnitude / (1 + cost.magnitude))
      return
    }
    dualObjective += price * bound
    complementarity += (price * (value - bound)).magnitude
  }
}
