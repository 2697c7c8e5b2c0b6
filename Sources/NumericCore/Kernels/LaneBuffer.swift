/// Memory for vectors of lanes, freed when its owner goes.
///
/// Kernels take its pointer. A method of the owner keeps the buffer alive while
/// it runs; elsewhere, `withExtendedLifetime` does.
public struct LaneBuffer: ~Copyable {
  public let count: Int
  public let start: UnsafeMutablePointer<LaneVector>

  /// A buffer of zeros.
  public init(count: Int) {
    precondition(count >= 0, "a buffer has no negative size")
    self.count = count
    start = .allocate(capacity: count)
    start.initialize(repeating: .zero, count: count)
  }

  deinit { start.deallocate() }
}
