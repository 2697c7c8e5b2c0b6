internal import COpenBLAS

/// The thin singular value decomposition m = u · diag(sigma) · vt.
///
/// With r the smaller of rows and columns: `u` is `[rows][r]`, `vt` is
/// `[r][columns]`, and `sigma` holds r values, largest first. The columns of
/// `u` and the rows of `vt` are orthonormal. A pair of them may change sign
/// together: fixing the sign is the caller's, who knows what it means.
public struct SingularValues: Equatable, Sendable {
  public let u: Matrix
  public let sigma: [Double]
  public let vt: Matrix
}

/// Decomposes a matrix into singular values and vectors.
///
/// - Throws: ``LinearAlgebraError/notFinite(row:column:)``,
///   ``LinearAlgebraError/notConverged``.
/// - Complexity: O(rows · columns · min(rows, columns)).
///
/// Source: LAPACK `dgesdd` (divide and conquer), Anderson et al. (1999),
/// *LAPACK Users' Guide*, 3rd edition, section 2.3.4.3.
public func singularValueDecomposition(
  _ m: Matrix
) throws(LinearAlgebraError) -> SingularValues {
  try m.checkFinite()
  let rank = min(m.rows, m.columns)
  var overwritten = m.values
  var u = Matrix(rows: m.rows, columns: rank)
  var sigma = Array(repeating: 0.0, count: rank)
  var vt = Matrix(rows: rank, columns: m.columns)
  let thin = Int8(UInt8(ascii: "S"))
  let info = LAPACKE_dgesdd(
    LAPACK_COL_MAJOR, thin, Int32(m.rows), Int32(m.columns),
    &overwritten, Int32(m.rows), &sigma,
    &u.values, Int32(m.rows), &vt.values, Int32(rank))
  try checkCall(info: info)
  guard info == 0 else { throw .notConverged }
  return SingularValues(u: u, sigma: sigma, vt: vt)
}
