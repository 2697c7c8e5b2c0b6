internal import COpenBLAS

/// Keeps OpenBLAS on the calling thread from now on.
///
/// To be called once, at the start of the program, before any other call of
/// this module. Members run in parallel already; threads inside a product
/// would compete with them, and their number could change the last bits of a
/// sum.
public func useOneBLASThread() {
  openblas_set_num_threads(1)
}

/// Whether the OpenBLAS that is linked may be called from several threads at once.
///
/// Only the build on POSIX threads may. The build without threads shares work
/// space between callers without a lock and returns wrong products; the OpenMP
/// build gives every caller a team of its own, a hundred times slower.
public func blasAllowsParallelCallers() -> Bool {
  let posixThreads: Int32 = 1  // 0: without threads, 2: OpenMP
  return openblas_get_parallel() == posixThreads
}
