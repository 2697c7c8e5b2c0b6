import NumericCore

/// One number for all members of a block, or one for each.
public enum Lanes: Equatable, Sendable {
  case uniform(Double)
  case each([LaneVector])

  /// No value: the not-a-number that stands for an empty cell.
  public static let absent = Lanes.uniform(.nan)

  @inlinable public func vector(_ index: Int) -> LaneVector {
    switch self {
    case .uniform(let value): LaneVector(repeating: value)
    case .each(let vectors): vectors[index]
    }
  }

  /// Whether no member has a value.
  public var isAbsent: Bool {
    switch self {
    case .uniform(let value): value.isNaN
    case .each(let vectors): vectors.allSatisfy { all($0 .!= $0) }
    }
  }

  /// The number of the first member.
  public var first: Double { vector(0)[0] }

  /// Combines two quantities lane by lane.
  public func combined(with other: Lanes, _ operation: (LaneVector, LaneVector) -> LaneVector) -> Lanes {
    switch (self, other) {
    case (.uniform(let a), .uniform(let b)):
      .uniform(operation(LaneVector(repeating: a), LaneVector(repeating: b))[0])
    case (.each(let a), _):
      .each(a.indices.map { operation(a[$0], other.vector($0)) })
    case (_, .each(let b)):
      .each(b.indices.map { operation(vector($0), b[$0]) })
    }
  }
}
