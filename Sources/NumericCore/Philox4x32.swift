/// The counter-based generator Philox4x32-10: ten rounds that scramble a counter under a key.
///
/// It has no state. Two counters, or two keys, give blocks that pass for
/// independent, so a program may ask for any block at any time and in any
/// order.
///
/// Source: Salmon, Moraes, Dror and Shaw (2011), *Parallel random numbers: as
/// easy as 1, 2, 3*, SC '11, section 3.3 and table 2.
public enum Philox4x32 {
  /// Four random words for a counter under a key.
  @inlinable public static func block(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
    var words = (counter.x, counter.y, counter.z, counter.w)
    var roundKey = (key.x, key.y)
    for round in 0..<10 {
      if round > 0 {
        roundKey.0 &+= 0x9E37_79B9  // the golden ratio
        roundKey.1 &+= 0xBB67_AE85  // √3 − 1
      }
      // As 64-bit products, so that a loop over counters becomes vector instructions.
      let first = UInt64(words.0) &* 0xD251_1F53
      let second = UInt64(words.2) &* 0xCD9E_8D57
      words = (
        UInt32(truncatingIfNeeded: second &>> 32) ^ words.1 ^ roundKey.0, UInt32(truncatingIfNeeded: second),
        UInt32(truncatingIfNeeded: first &>> 32) ^ words.3 ^ roundKey.1, UInt32(truncatingIfNeeded: first)
      )
    }
    return SIMD4(words.0, words.1, words.2, words.3)
  }
}
