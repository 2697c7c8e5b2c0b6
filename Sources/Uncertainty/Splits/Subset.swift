/// A set of parts, numbered by the bits of its members.
public struct Subset: Hashable, Sendable {
  /// Bit i is one where part i is a member.
  public let number: Int

  public init(number: Int) { self.number = number }

  public var isEmpty: Bool { number == 0 }
  public var count: Int { number.nonzeroBitCount }

  public func contains(_ part: Int) -> Bool { number >> part & 1 == 1 }
  public func inserting(_ part: Int) -> Subset { Subset(number: number | 1 << part) }

  /// Every set of so many parts, by its number: the empty one first, the whole last.
  public static func all(of parts: Int) -> [Subset] {
    (0..<1 << parts).map(Subset.init)
  }
}
