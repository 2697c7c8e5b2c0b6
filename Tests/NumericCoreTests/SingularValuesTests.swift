import NumericCore
import Testing

struct SingularValuesTests {
  @Test func diagonalMatrixHasItsEntriesInOrder() throws {
    let result = try singularValueDecomposition(
      Matrix(rows: 3, columns: 2, values: [0, 3, 0, -5, 0, 0]))
    #expect(abs(result.sigma[0] - 5) < 1e-15 * 5)
    #expect(abs(result.sigma[1] - 3) < 1e-15 * 5)
  }

  @Test func factorsAreOrthonormalAndReconstructTheMatrix() throws {
    for (rows, columns) in [(101, 20), (20, 101), (6, 6), (1, 4), (4, 1)] {
      var numbers = SeededNumbers(state: UInt64(rows * 1000 + columns))
      let matrix = numbers.matrix(rows: rows, columns: columns)
      let result = try singularValueDecomposition(matrix)
      var scaled = result.u
      for column in 0..<scaled.columns {
        for row in 0..<rows { scaled[row, column] *= result.sigma[column] }
      }
      let rank = min(rows, columns)
      // Backward stable: a small multiple of the largest singular value (below 20) times 2⁻⁵².
      #expect(largestDifference(scaled * result.vt, matrix) < 1e-13, "\(rows) × \(columns)")
      #expect(largestDifference(result.u.transposed * result.u, .identity(rank)) < 1e-13)
      #expect(largestDifference(result.vt * result.vt.transposed, .identity(rank)) < 1e-13)
      #expect(result.sigma == result.sigma.sorted(by: >))
    }
  }

  @Test func notANumberIsReportedWithItsPlace() {
    var matrix = Matrix(rows: 2, columns: 3)
    matrix[1, 2] = .nan
    #expect(throws: LinearAlgebraError.notFinite(row: 1, column: 2)) {
      try singularValueDecomposition(matrix)
    }
  }
}
