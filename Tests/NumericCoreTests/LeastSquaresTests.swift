import NumericCore
import Testing

struct LeastSquaresTests {
  @Test func lineThroughThreePoints() throws {
    // (0, 1), (1, 2), (2, 4): slope 3/2, intercept 5/6.
    let design = Matrix(rows: 3, columns: 2, values: [1, 1, 1, 0, 1, 2])
    let line = try leastSquares(design, [1, 2, 4])
    #expect(abs(line[0] - 5.0 / 6) < 1e-14)
    #expect(abs(line[1] - 1.5) < 1e-14)
  }

  @Test func residualsAreOrthogonalToTheColumns() throws {
    for seed in 1...20 {
      var numbers = SeededNumbers(state: UInt64(seed))
      let design = numbers.matrix(rows: 30, columns: 6)
      let observed = numbers.matrix(rows: 30, columns: 1)
      let solution = try leastSquares(design, observed.values)
      let fitted = design * Matrix(rows: 6, columns: 1, values: solution)
      var residual = observed
      for row in 0..<30 { residual[row, 0] -= fitted[row, 0] }
      let products = design.transposed * residual
      // 30 products of size one each.
      #expect(products.values.allSatisfy { abs($0) < 1e-13 }, "seed \(seed)")
    }
  }

  @Test func dependentColumnIsNamed() {
    // The third column is the sum of the first two, up to rounding.
    let design = Matrix(
      rows: 4, columns: 3, values: [1, 0.1, 0.2, 0.3, 0.7, 2, 0.4, 0.6, 1.7, 2.1, 0.6, 0.9])
    #expect(throws: LinearAlgebraError.rankDeficient(column: 2)) {
      try leastSquares(design, [1, 2, 3, 4])
    }
  }

  @Test func infiniteRightHandSideIsReported() {
    #expect(throws: LinearAlgebraError.notFinite(row: 1, column: 1)) {
      try leastSquares(Matrix(rows: 2, columns: 1, values: [1, 1]), [0, .infinity])
    }
  }
}
