internal import COpenBLAS

extension Matrix {
  /// The matrix product, of shape `[left.rows][right.columns]`.
  ///
  /// A programmer's mistake, not an error, when the inner sizes differ.
  ///
  /// The last bits of an element can change with the number of columns of
  /// `right`: a product that feeds results keeps one width.
  ///
  /// - Complexity: O(rows · inner · columns), by `cblas_dgemm`.
  public static func * (left: Matrix, right: Matrix) -> Matrix {
    precondition(left.columns == right.rows, "inner sizes of the product differ")
    var result = Matrix(rows: left.rows, columns: right.columns)
    cblas_dgemm(
      CblasColMajor, CblasNoTrans, CblasNoTrans,
      Int32(left.rows), Int32(right.columns), Int32(left.columns),
      1, left.values, Int32(left.rows), right.values, Int32(right.rows),
      0, &result.values, Int32(result.rows))
    return result
  }
}
