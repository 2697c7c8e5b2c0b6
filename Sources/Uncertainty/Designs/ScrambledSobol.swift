/// Independent scrambles of one Sobol' sequence.
///
/// Within a scramble the points are even; between scrambles they are independent, which is what an interval needs. Point
/// n of scramble r is the same whatever else is computed.
public struct ScrambledSobol: Equatable, Sendable {
  public let seed: UInt64
  private let sequence: SobolSequence

  public var dimensions: Int { sequence.dimensions }

  public init(dimensions: Int, seed: UInt64) {
    sequence = SobolSequence(dimensions: dimensions)
    self.seed = seed
  }

  /// One coordinate, in the open interval 0..1.
  public func value(replicate: Int, point: Int, dimension: Int) -> Double {
    OwenScramble(seed: seed, replicate: replicate, dimension: dimension)(
      sequence.digits(point: UInt32(point), dimension: dimension))
  }

  /// The first points of a scramble; a power of two of them is evenest.
  public func points(replicate: Int, count: Int) -> UnitPoints {
    let scrambles = (0..<dimensions).map { OwenScramble(seed: seed, replicate: replicate, dimension: $0) }
    return UnitPoints(count: count, dimensions: dimensions) { point, dimension in
      scrambles[dimension](sequence.digits(point: UInt32(point), dimension: dimension))
    }
  }
}
