/// Sums of products of a regression's columns, which add up over parts of a sample.
///
/// Columns are best standardised first: sums of squares lose half the digits.
struct NormalEquations {
  let columns: Int
  let outcomes: Int
  private(set) var count = 0.0
  /// Lower triangle of XᵀX, shape `[row][column]`.
  private var products: [Double]
  /// Xᵀy, shape `[outcome][column]`.
  private var right: [Double]
  /// yᵀy of each outcome.
  private(set) var squares: [Double]

  init(columns: Int, outcomes: Int = 1) {
    self.columns = columns
    self.outcomes = outcomes
    products = Array(repeating: 0, count: columns * columns)
    right = Array(repeating: 0, count: columns * outcomes)
    squares = Array(repeating: 0, count: outcomes)
  }

  mutating func add(_ x: [Double], _ y: [Double]) {
    count += 1
    products.withUnsafeMutableBufferPointer { products in
      x.withUnsafeBufferPointer { x in
        for row in 0..<columns {
          let (value, first) = (x[row], products.baseAddress.unsafelyUnwrapped + row * columns)
          for column in 0...row { first[column] += value * x[column] }
        }
      }
    }
    for outcome in 0..<outcomes {
      for column in 0..<columns { right[outcome &* columns &+ column] += y[outcome] * x[column] }
      squares[outcome] += y[outcome] * y[outcome]
    }
  }

  func without(_ part: NormalEquations) -> NormalEquations {
    var rest = self
    rest.count -= part.count
    for index in products.indices { rest.products[index] -= part.products[index] }
    for index in right.indices { rest.right[index] -= part.right[index] }
    for index in squares.indices { rest.squares[index] -= part.squares[index] }
    return rest
  }

  static func += (sum: inout NormalEquations, part: NormalEquations) {
    sum.count += part.count
    for index in part.products.indices { sum.products[index] += part.products[index] }
    for index in part.right.indices { sum.right[index] += part.right[index] }
    for index in part.squares.indices { sum.squares[index] += part.squares[index] }
  }

  /// An element of XᵀX.
  func product(_ row: Int, _ column: Int) -> Double {
    products[max(row, column) * columns + min(row, column)]
  }

  /// An element of Xᵀy of the first outcome.
  func rightSide(_ column: Int) -> Double { right[column] }

  /// The least-squares solution. A column that those before it give already has no part in it.
  func solved() -> RegressionFit {
    var factor = products
    var used = Array(repeating: true, count: columns)
    for column in 0..<columns {
      var pivot = factor[column * columns + column]
      for inner in 0..<column { pivot -= factor[column * columns + inner] * factor[column * columns + inner] }
      // What rounding leaves of a column that is a sum of others.
      used[column] = pivot > 1e-9 * products[column * columns + column]
      let root = used[column] ? pivot.squareRoot() : 0
      factor[column * columns + column] = root
      for row in column + 1..<max(columns, column + 1) {
        var sum = factor[row * columns + column]
        for inner in 0..<column { sum -= factor[row * columns + inner] * factor[column * columns + inner] }
        factor[row * columns + column] = used[column] ? sum / root : 0
      }
    }
    let fit = RegressionFit(columns: columns, factor: factor, used: used)
    return fit.with(
      coefficients: (0..<outcomes).map { outcome in
        fit.solve(Array(right[outcome * columns..<(outcome + 1) * columns]))
      })
  }

  /// Squared residuals of an outcome under a fit.
  func residualSquares(_ fit: RegressionFit, outcome: Int = 0) -> Double {
    var explained = 0.0
    for column in 0..<columns { explained += fit.coefficients[outcome][column] * right[outcome * columns + column] }
    return max(squares[outcome] - explained, 0)
  }
}

extension NormalEquations {
  /// Takes XᵀX as given.
  mutating func setProducts(_ element: (_ row: Int, _ column: Int) -> Double) {
    for row in 0..<columns {
      for column in 0...row { products[row * columns + column] = element(row, column) }
    }
  }
}
