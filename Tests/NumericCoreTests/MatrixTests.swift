import NumericCore
import Testing

struct MatrixTests {
  @Test func valuesAreStoredByColumns() {
    let matrix = Matrix(rows: 2, columns: 3, values: [1, 2, 3, 4, 5, 6])
    #expect(matrix[0, 2] == 5)
    #expect(matrix.column(1) == [3, 4])
    #expect(matrix.transposed.values == [1, 3, 5, 2, 4, 6])
  }

  @Test func productOfTwoSmallMatrices() {
    let left = Matrix(rows: 2, columns: 3, values: [1, 4, 2, 5, 3, 6])
    let right = Matrix(rows: 3, columns: 2, values: [7, 9, 11, 8, 10, 12])
    #expect(left * right == Matrix(rows: 2, columns: 2, values: [58, 139, 64, 154]))
  }

  @Test func productEqualsPlainLoops() {
    for seed in 1...20 {
      var numbers = SeededNumbers(state: UInt64(seed))
      let left = numbers.matrix(rows: 3 + seed, columns: 17)
      let right = numbers.matrix(rows: 17, columns: 40 - seed)
      var expected = Matrix(rows: left.rows, columns: right.columns)
      for row in 0..<left.rows {
        for column in 0..<right.columns {
          for inner in 0..<17 { expected[row, column] += left[row, inner] * right[inner, column] }
        }
      }
      // 17 products of size one each: rounding stays below 17² units in the last place.
      #expect(largestDifference(left * right, expected) < 1e-13, "seed \(seed)")
    }
  }

  @Test func identityLeavesAMatrixAsItIs() {
    var numbers = SeededNumbers(state: 7)
    let matrix = numbers.matrix(rows: 5, columns: 4)
    #expect(Matrix.identity(5) * matrix == matrix)
  }
}
