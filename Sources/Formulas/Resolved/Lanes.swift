import NumericCore

/// One number for all members of a block, or one for each.
public enum Lanes: Equatable, Sendable {
  case uniform(Double)
  case each(LaneVector)

  /// No value: the not-a-number that stands for an empty cell.
  public static let absent = Lanes.uniform(.nan)

  /// The numbers of all members.
  @inlinable public var vector: LaneVector {
    switch self {
    case .uniform(let value): LaneVector(repeating: value)
    case .each(let vector): vector
    }
  }

  /// Whether no member has a value.
  public var isAbsent: Bool {
    switch self {
    case .uniform(let value): value.isNaN
    case .each(let vector): all(vector .!= vector)
    }
  }

  /// Whether some member has no value.
  public var hasGap: Bool {
    switch self {
    case .uniform(let value): value.isNaN
    case .each(let vector): any(vector .!= vector)
    }
  }

  /// The number of the first member.
  public var first: Double { vector[0] }

  /// Combines two quantities lane by lane.
  @inlinable
  public func combined(with other: Lanes, _ operation: (LaneVector, LaneVector) -> LaneVector) -> Lanes {
    let result = operation(vector, other.vector)
    if case .uniform = self, case .uniform = other { return .uniform(result[0]) }
    return .each(result)
  }
}
