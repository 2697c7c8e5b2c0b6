internal import COpenBLAS

/// Solves a · x ≈ b for the x with the smallest sum of squared residuals.
///
/// - Parameters:
///   - a: one row an equation, one column an unknown; at least as many rows as
///     columns.
///   - b: right-hand sides, one a row of `a`.
/// - Returns: one value a column of `a`.
/// - Throws: ``LinearAlgebraError/notFinite(row:column:)`` (an element of `b`
///   counts as column `a.columns`), ``LinearAlgebraError/rankDeficient(column:)``.
///
/// Source: QR factorisation, LAPACK `dgels`, Anderson et al. (1999), *LAPACK
/// Users' Guide*, 3rd edition, section 2.3.2.
public func leastSquares(_ a: Matrix, _ b: [Double]) throws(LinearAlgebraError) -> [Double] {
  precondition(b.count == a.rows, "one right-hand side an equation")
  precondition(a.rows >= a.columns, "fewer equations than unknowns")
  try a.checkFinite()
  if let row = b.firstIndex(where: { !$0.isFinite }) {
    throw .notFinite(row: row, column: a.columns)
  }
  var factor = a
  var solution = b
  let noTranspose = Int8(UInt8(ascii: "N"))
  let info = LAPACKE_dgels(
    LAPACK_COL_MAJOR, noTranspose, Int32(a.rows), Int32(a.columns), 1,
    &factor.values, Int32(a.rows), &solution, Int32(b.count))
  try checkCall(info: info)
  if info > 0 { throw .rankDeficient(column: Int(info) - 1) }
  try checkRank(ofTriangle: factor, columnNorms: columnNorms(of: a))
  return Array(solution[..<a.columns])
}

/// `dgels` notices only an exact zero on the diagonal of its triangle R.
///
/// What is left of a column after the columns before it are taken out stands
/// on the diagonal; below rounding of the column itself, it is nothing.
private func checkRank(
  ofTriangle factor: Matrix, columnNorms: [Double]
) throws(LinearAlgebraError) {
  let tolerance = Double(factor.rows) * Double.ulpOfOne
  for column in 0..<factor.columns
  where abs(factor[column, column]) <= tolerance * columnNorms[column] {
    throw .rankDeficient(column: column)
  }
}

private func columnNorms(of a: Matrix) -> [Double] {
  (0..<a.columns).map { column in
    a.column(column).reduce(0) { $0 + $1 * $1 }.squareRoot()
  }
}
