/// A dense matrix of doubles, stored by columns as LAPACK wants it.
///
/// Element (row, column) is `values[column * rows + row]`; a column is
/// contiguous.
@frozen public struct Matrix: Equatable, Sendable {
  public let rows: Int
  public let columns: Int
  public var values: [Double]

  /// A matrix over `values` in column-major order, `rows * columns` of them.
  @inlinable public init(rows: Int, columns: Int, values: [Double]) {
    precondition(rows > 0 && columns > 0, "a matrix has at least one row and one column")
    precondition(values.count == rows * columns, "values do not fill the matrix")
    self.rows = rows
    self.columns = columns
    self.values = values
  }

  /// A matrix of zeros.
  @inlinable public init(rows: Int, columns: Int) {
    precondition(rows > 0 && columns > 0, "a matrix has at least one row and one column")
    self.init(rows: rows, columns: columns, values: Array(repeating: 0, count: rows * columns))
  }

  @inlinable public subscript(row: Int, column: Int) -> Double {
    get { values[offset(row, column)] }
    set { values[offset(row, column)] = newValue }
  }

  @inlinable func offset(_ row: Int, _ column: Int) -> Int {
    precondition(row >= 0 && row < rows, "row outside the matrix")
    precondition(column >= 0 && column < columns, "column outside the matrix")
    return column * rows + row
  }
}

extension Matrix {
  /// The square matrix with ones on the diagonal.
  public static func identity(_ size: Int) -> Matrix {
    var result = Matrix(rows: size, columns: size)
    for index in 0..<size { result[index, index] = 1 }
    return result
  }

  /// Rows and columns exchanged.
  public var transposed: Matrix {
    var result = Matrix(rows: columns, columns: rows)
    for column in 0..<columns {
      for row in 0..<rows { result[column, row] = self[row, column] }
    }
    return result
  }

  /// One column, top to bottom.
  public func column(_ column: Int) -> [Double] {
    precondition(column >= 0 && column < columns, "column outside the matrix")
    return Array(values[column * rows..<(column + 1) * rows])
  }
}
