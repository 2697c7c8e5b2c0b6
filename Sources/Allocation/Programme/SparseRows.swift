/// Rows of a sparse matrix, one after the other.
package struct SparseRows: Equatable, Sendable {
  /// Where each row begins in `columns` and `coefficients`; one more entry than rows.
  package private(set) var starts = [0]
  package private(set) var columns: [Int] = []
  package private(set) var coefficients: [Double] = []

  package init() {}

  init(starts: [Int], columns: [Int], coefficients: [Double]) {
    (self.starts, self.columns, self.coefficients) = (starts, columns, coefficients)
  }

  package var count: Int { starts.count - 1 }

  package mutating func append(_ terms: [(column: Int, coefficient: Double)]) {
    for term in terms { appendTerm(term.column, term.coefficient) }
    endRow()
  }

  /// Adds to the row that the next `endRow` ends.
  mutating func appendTerm(_ column: Int, _ coefficient: Double) {
    columns.append(column)
    coefficients.append(coefficient)
  }

  mutating func endRow() { starts.append(columns.count) }

  /// The places of a row in `columns` and `coefficients`.
  package subscript(row: Int) -> Range<Int> { starts[row]..<starts[row + 1] }

  /// The same matrix by columns: the rows of each column, in their order.
  package func transposed(columnCount: Int) -> SparseRows {
    var starts = [Int](repeating: 0, count: columnCount + 1)
    for column in columns { starts[column + 1] += 1 }
    for column in 0..<columnCount { starts[column + 1] += starts[column] }
    var next = starts
    var rows = [Int](repeating: 0, count: columns.count)
    var transposed = [Double](repeating: 0, count: columns.count)
    for row in 0..<count {
      for place in self[row] {
        let target = next[columns[place]]
        next[columns[place]] += 1
        rows[target] = row
        transposed[target] = coefficients[place]
      }
    }
    return SparseRows(starts: starts, columns: rows, coefficients: transposed)
  }
}
