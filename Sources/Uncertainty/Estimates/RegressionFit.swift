/// Coefficients of a regression, with the triangle that gives their covariances.
struct RegressionFit {
  let columns: Int
  let factor: [Double]
  private let used: [Bool]
  private(set) var coefficients: [[Double]] = []

  init(columns: Int, factor: [Double], used: [Bool]) {
    self.columns = columns
    self.factor = factor
    self.used = used
  }

  func with(coefficients: [[Double]]) -> RegressionFit {
    var fit = self
    fit.coefficients = coefficients
    return fit
  }

  /// How many columns have a part in the fit.
  var rank: Int { used.filter { $0 }.count }

  /// (XᵀX)⁻¹ · `right`, over the columns used; zero at the others.
  func solve(_ right: [Double]) -> [Double] {
    var x = right
    for row in 0..<columns {
      for column in 0..<row { x[row] -= factor[row * columns + column] * x[column] }
      x[row] = used[row] ? x[row] / factor[row * columns + row] : 0
    }
    for row in stride(from: columns - 1, through: 0, by: -1) {
      for below in row + 1..<max(columns, row + 1) { x[row] -= factor[below * columns + row] * x[below] }
      x[row] = used[row] ? x[row] / factor[row * columns + row] : 0
    }
    return x
  }

  /// A column of (XᵀX)⁻¹.
  func inverseColumn(_ column: Int) -> [Double] {
    var unit = Array(repeating: 0.0, count: columns)
    unit[column] = 1
    return solve(unit)
  }
}
