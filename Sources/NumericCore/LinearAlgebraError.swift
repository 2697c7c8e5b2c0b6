internal import COpenBLAS

/// What the data of a matrix can make impossible. Indices count from 0.
public enum LinearAlgebraError: Error, Equatable, Sendable {
  /// An element is NaN or infinite.
  case notFinite(row: Int, column: Int)
  /// The singular values did not converge.
  case notConverged
  /// The column depends linearly on those before it, to working precision.
  case rankDeficient(column: Int)
  /// The Cholesky pivot in this row is not positive.
  case notPositiveDefinite(pivot: Int)
  /// LAPACK found no memory for its work space.
  case outOfMemory
}

extension Matrix {
  /// LAPACK may loop on NaN or infinity, so they are refused beforehand.
  func checkFinite() throws(LinearAlgebraError) {
    guard let offset = values.firstIndex(where: { !$0.isFinite }) else { return }
    throw .notFinite(row: offset % rows, column: offset / rows)
  }
}

/// Reads the codes that all LAPACKE calls share; positive ones stay with the caller.
func checkCall(info: Int32) throws(LinearAlgebraError) {
  if info == LAPACK_WORK_MEMORY_ERROR || info == LAPACK_TRANSPOSE_MEMORY_ERROR {
    throw .outOfMemory
  }
  precondition(info >= 0, "LAPACK refused argument \(-info)")
}
