/// e to the power of each lane, within one unit in the last place (0.89 at most where tried).
///
/// Infinity beyond the largest number, gradually zero below the smallest, NaN
/// stays NaN. A lane's result does not depend on the other lanes, nor on the
/// processor: only additions and multiplications are used, none of them fused.
///
/// x = n ln 2 + r with |r| ≤ ln 2 / 2, and eʳ = 1 + r + r² p(r) with p of degree
/// ten, fitted for the least relative error (0.006 units in the last place).
///
/// Source: Cody and Waite (1980), *Software Manual for the Elementary Functions*,
/// chapter 6; Muller (2016), *Elementary Functions*, 3rd edition, chapters 3 and 11.
@inlinable @inline(__always)
public func exponential(_ x: LaneVector) -> LaneVector {
  guard allSmall(x) else { return exponentialWithEnds(x) }
  let reduced = ReducedExponent(x)
  return reduced.mantissa * reduced.powerOfTwo
}

/// ``exponential(_:)`` for lanes of any size.
///
/// The power of two is applied in two halves, so that neither leaves the normal
/// numbers before the product does; where the result is normal, that is exact.
@usableFromInline @inline(never)
func exponentialWithEnds(_ x: LaneVector) -> LaneVector {
  let bounded = x.replacing(with: 710, where: x .> 710).replacing(with: -746, where: x .< -746)
  let reduced = ReducedExponent(bounded.replacing(with: 0, where: x .!= x))
  let half = reduced.exponent &>> 1
  let result = reduced.mantissa * powerOfTwo(half) * powerOfTwo(reduced.exponent &- half)
  return result.replacing(with: x, where: x .!= x)
}

/// Whether every lane lies in ±708, where 2ⁿ and its product are normal numbers.
///
/// On the bits, as comparing vectors and asking `all` of the mask may end in a
/// call; a NaN has the bits of a large number.
@inlinable @inline(__always)
func allSmall(_ x: LaneVector) -> Bool {
  let size = unsafeBitCast(x, to: SIMD8<Int64>.self) & 0x7fff_ffff_ffff_ffff
  let room = unsafeBitCast(0x4086_2000_0000_0000 &- size, to: (SIMD4<Int64>, SIMD4<Int64>).self)
  let halves = unsafeBitCast(room.0 | room.1, to: (SIMD2<Int64>, SIMD2<Int64>).self)
  let quarter = halves.0 | halves.1
  return quarter[0] | quarter[1] >= 0
}

/// A number as n ln 2 + r, and e to the power of r.
@usableFromInline
struct ReducedExponent {
  /// eʳ, in 0.7…1.42.
  @usableFromInline let mantissa: LaneVector
  /// The number whose last bits are n.
  @usableFromInline let shifted: LaneVector

  @inlinable @inline(__always)
  init(_ x: LaneVector) {
    let rounding = LaneVector(repeating: 0x1.8p52)  // large enough to leave no fraction
    shifted = x * 0x1.71547652b82fep+0 + rounding
    let n = shifted - rounding
    // ln 2 in two parts; n times the first is exact, and what rounding takes from r is kept.
    let coarse = x - n * 0x1.62e42fefa0000p-1
    let fine = n * 0x1.cf79abc9e3b3ap-40
    let r = coarse - fine
    let lost = (coarse - r) - fine
    let r2 = r * r
    let r4 = r2 * r2
    let low = (0.5 + 0.16666666666666682 * r) + r2 * (0.041666666666666095 + 0.008333333333317046 * r)
    let middle =
      (0.0013888888889115483 + 0.00019841269896354847 * r)
      + r2 * (2.4801586926804384e-05 + 2.75572348921274e-06 * r)
    let high = (2.755758177875983e-07 + 2.5112025939117103e-08 * r) + r2 * 2.0826628218197015e-09
    mantissa = 1 + (r + (r2 * (low + r4 * (middle + r4 * high)) + lost))
  }

  /// n, of which only the low bits are right: as many as fit twice the exponent range.
  @inlinable @inline(__always)
  var exponent: SIMD8<Int64> {
    unsafeBitCast(shifted, to: SIMD8<Int64>.self) &- 0x4338_0000_0000_0000
  }

  /// 2ⁿ for n in -1022…1023.
  @inlinable @inline(__always)
  var powerOfTwo: LaneVector {
    NumericCore.powerOfTwo(unsafeBitCast(shifted, to: SIMD8<Int64>.self))
  }
}

/// 2 to the power of the low bits of n, -1022…1023.
@inlinable @inline(__always)
func powerOfTwo(_ n: SIMD8<Int64>) -> LaneVector {
  unsafeBitCast((n &+ 1023) &<< 52, to: LaneVector.self)
}
