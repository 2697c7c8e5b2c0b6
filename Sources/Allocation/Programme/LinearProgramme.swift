/// Minimise `cost`·x where `lower` ≤ x ≤ `upper` and `rowLower` ≤ A x ≤ `rowUpper`.
///
/// Bounds may be infinite. Nothing here knows what the columns mean.
package struct LinearProgramme: Equatable, Sendable {
  package var cost: [Double] = []
  package var lower: [Double] = []
  package var upper: [Double] = []
  package var rowLower: [Double] = []
  package var rowUpper: [Double] = []
  /// A, by rows.
  package var rows = SparseRows()

  package init() {}

  package var columnCount: Int { cost.count }
  package var rowCount: Int { rows.count }

  /// Adds a column and returns its index.
  @discardableResult
  package mutating func addColumn(cost: Double, in bounds: Bounds) -> Int {
    self.cost.append(cost)
    lower.append(bounds.lower)
    upper.append(bounds.upper)
    return self.cost.count - 1
  }

  /// Adds a row and returns its index; a column stands in it once at most.
  @discardableResult
  package mutating func addRow(_ terms: [(column: Int, coefficient: Double)], in bounds: Bounds) -> Int {
    rows.append(terms)
    rowLower.append(bounds.lower)
    rowUpper.append(bounds.upper)
    return rows.count - 1
  }

  /// A x, shape `[row]`.
  package func activities(_ x: [Double]) -> [Double] {
    (0..<rowCount).map { row in rows[row].reduce(0) { $0 + rows.coefficients[$1] * x[rows.columns[$1]] } }
  }

  /// `cost` − Aᵀ y, shape `[column]`.
  package func reducedCosts(_ y: [Double]) -> [Double] {
    var result = cost
    for row in 0..<rowCount where y[row] != 0 {
      for place in rows[row] { result[rows.columns[place]] -= rows.coefficients[place] * y[row] }
    }
    return result
  }

  /// `cost`·x.
  package func objective(_ x: [Double]) -> Double {
    zip(cost, x).reduce(0) { $0 + $1.0 * $1.1 }
  }
}

/// Where a column or a row may lie.
package struct Bounds: Equatable, Sendable {
  package let lower: Double
  package let upper: Double

  package init(_ lower: Double, _ upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  package static func atLeast(_ lower: Double) -> Bounds { Bounds(lower, .infinity) }
  package static func atMost(_ upper: Double) -> Bounds { Bounds(-.infinity, upper) }
  package static func exactly(_ value: Double) -> Bounds { Bounds(value, value) }
  package static let notNegative = Bounds(0, .infinity)
  package static let free = Bounds(-.infinity, .infinity)
}
