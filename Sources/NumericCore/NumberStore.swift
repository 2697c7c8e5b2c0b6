/// Memory for very many numbers, freed when its owner goes.
///
/// It comes as the system gives it: what is read must have been written before. Whoever fills it must be the only one
/// that has it; filled, it may be read from everywhere.
public final class NumberStore: @unchecked Sendable {
  public let count: Int
  private let start: UnsafeMutablePointer<Double>

  public init(count: Int) {
    precondition(count >= 0, "a store has no negative size")
    self.count = count
    start = .allocate(capacity: count)
  }

  deinit { start.deallocate() }

  public var values: UnsafeBufferPointer<Double> { UnsafeBufferPointer(start: start, count: count) }

  public var places: UnsafeMutableBufferPointer<Double> { UnsafeMutableBufferPointer(start: start, count: count) }
}
