internal import CClp

/// Lets the process keep the memory that one solve gives back for the next, for all its threads.
///
/// A solve takes some megabytes. Given back to the system they must be cleared each time, which is a third of the time
/// of a solve that starts from a good basis. Call it once before solving many problems.
public func keepMemoryOfSolvers() {
  mallopt(M_TRIM_THRESHOLD, keptBytes)
  mallopt(M_MMAP_THRESHOLD, keptBytes)
}

/// More than the solves of two threads ever hold.
private let keptBytes: Int32 = 1 << 28
