/// Where a solve can start: the basis of a problem solved, and the amounts by which others are near to it.
package struct StartingPoint: Sendable {
  package let basis: NamedBasis
  private let amounts: [Double]

  package init(_ solution: AllocationSolution) {
    basis = solution.basis
    amounts = StartingPoint.amounts(of: solution.problem)
  }

  /// The one whose money and needs differ least in sum, of equals the first; nil when there is none.
  package static func nearest(to problem: AllocationProblem, of points: [StartingPoint]) -> StartingPoint? {
    guard points.count > 1 else { return points.first }
    let amounts = amounts(of: problem)
    var nearest: (point: StartingPoint, distance: Double)?
    for point in points where point.amounts.count == amounts.count {
      let distance = point.distance(to: amounts)
      if distance < nearest?.distance ?? .infinity { nearest = (point, distance) }
    }
    return nearest?.point ?? points[0]
  }

  private func distance(to others: [Double]) -> Double {
    zip(amounts, others).reduce(0) { $0 + ($1.0 - $1.1).magnitude }
  }

  /// Yuan: the money of each account and year, and the finite needs of each cell.
  private static func amounts(of problem: AllocationProblem) -> [Double] {
    let money = problem.accounts.flatMap { $0.available ?? [] }
    return money + problem.steps.map { $0.reduce(0) { $1.width.isFinite ? $0 + $1.width : $0 } }
  }
}
