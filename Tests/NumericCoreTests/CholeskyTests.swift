import NumericCore
import Testing

struct CholeskyTests {
  @Test func factorOfASmallMatrix() throws {
    let factor = try choleskyFactor(Matrix(rows: 2, columns: 2, values: [4, 2, 2, 5]))
    #expect(factor == Matrix(rows: 2, columns: 2, values: [2, 1, 0, 2]))
  }

  @Test func factorTimesItsTransposeIsTheMatrix() throws {
    for seed in 1...20 {
      var numbers = SeededNumbers(state: UInt64(seed))
      let root = numbers.matrix(rows: 9, columns: 12)
      let matrix = root * root.transposed
      let factor = try choleskyFactor(matrix)
      #expect(largestDifference(factor * factor.transposed, matrix) < 1e-13, "seed \(seed)")
    }
  }

  @Test func onlyTheLowerTriangleIsRead() throws {
    let factor = try choleskyFactor(Matrix(rows: 2, columns: 2, values: [4, 2, 99, 5]))
    #expect(factor == Matrix(rows: 2, columns: 2, values: [2, 1, 0, 2]))
  }

  @Test func firstPivotThatIsNotPositiveIsNamed() {
    // The correlation of the second and third series cannot be 1.2.
    let matrix = Matrix(rows: 3, columns: 3, values: [1, 0, 0, 0, 1, 1.2, 0, 1.2, 1])
    #expect(throws: LinearAlgebraError.notPositiveDefinite(pivot: 2)) {
      try choleskyFactor(matrix)
    }
    #expect(throws: LinearAlgebraError.notPositiveDefinite(pivot: 0)) {
      try choleskyFactor(Matrix(rows: 1, columns: 1, values: [0]))
    }
  }
}
