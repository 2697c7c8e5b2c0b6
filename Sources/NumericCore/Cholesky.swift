internal import COpenBLAS

/// The lower triangular L with L · Lᵀ = m.
///
/// Only the lower triangle of `m` is read, so symmetry is the caller's to check.
///
/// - Parameter m: square, symmetric, positive definite.
/// - Returns: L, with zeros above the diagonal and a positive diagonal.
/// - Throws: ``LinearAlgebraError/notPositiveDefinite(pivot:)`` with the row of
///   the first pivot that is not positive,
///   ``LinearAlgebraError/notFinite(row:column:)``.
///
/// Source: LAPACK `dpotrf`, Anderson et al. (1999), *LAPACK Users' Guide*, 3rd
/// edition, section 2.4.1.
public func choleskyFactor(_ m: Matrix) throws(LinearAlgebraError) -> Matrix {
  precondition(m.rows == m.columns, "a Cholesky factor needs a square matrix")
  try m.checkFinite()
  var factor = m
  let lower = Int8(UInt8(ascii: "L"))
  let info = LAPACKE_dpotrf(
    LAPACK_COL_MAJOR, lower, Int32(m.rows), &factor.values, Int32(m.rows))
  try checkCall(info: info)
  if info > 0 { throw .notPositiveDefinite(pivot: Int(info) - 1) }
  for column in 1..<m.columns {
    for row in 0..<column { factor[row, column] = 0 }
  }
  return factor
}
