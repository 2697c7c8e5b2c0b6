/// The width of the vectors that kernels and formulas work on.
public typealias LaneVector = SIMD8<Double>

/// The members of a block side by side: how many vectors hold one number for each.
public struct LaneLayout: Equatable, Sendable {
  /// Vectors of eight lanes for one quantity.
  public let vectors: Int

  /// The narrowest layout with room for this many members.
  public init(members: Int) {
    precondition(members > 0, "a block has members")
    vectors = (members + LaneVector.scalarCount - 1) / LaneVector.scalarCount
  }
}
