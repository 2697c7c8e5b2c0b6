/// Owen's nested uniform scrambling of one dimension, by hash.
///
/// Each binary digit is turned over or left, as chance decides for the digits before it. So the points stay as even as
/// they were, every point is uniform in the cube, and scrambles under different keys are independent. Chance is a hash of
/// the digits before, not a table: a point's place does not depend on which other points are asked for.
///
/// Source: Owen (1995), *Randomly permuted (t, m, s)-nets and (t, s)-sequences*, in *Monte Carlo and Quasi-Monte Carlo
/// Methods in Scientific Computing*; hashing as in Burley (2020), *Practical hash-based Owen scrambling*, Journal of
/// Computer Graphics Techniques 9(4), but one bit of a full hash for each node of the tree.
struct OwenScramble {
  private let key: UInt64

  init(seed: UInt64, replicate: Int, dimension: Int) {
    key = UnitDraws(seed: seed, stream: .scramble).word(UInt64(replicate), part: UInt32(dimension))
  }

  /// The scrambled coordinate, in the open interval 0..1; below the 32nd digit chance alone decides.
  @inline(__always) func callAsFunction(_ digits: UInt32) -> Double {
    var turned: UInt64 = 0
    // A hash decides for a subtree of six levels: its 63 nodes are numbered 1 to 63, one bit each.
    for top in stride(from: 0, to: 32, by: 6) {
      let before = (UInt64(1) << 32 | UInt64(digits)) &>> UInt64(32 - top)
      let decisions = mixed(key &+ before &* 0x9E37_79B9_7F4A_7C15)
      for level in top..<min(top + 6, 32) {
        let within = UInt64(digits) &>> UInt64(32 - level) & ((1 &<< UInt64(level - top)) - 1)
        let node = within | 1 &<< UInt64(level - top)
        turned |= (decisions &>> node & 1) &<< UInt64(31 - level)
      }
    }
    let below = mixed(key &+ (UInt64(1) << 32 | UInt64(digits)) &* 0x9E37_79B9_7F4A_7C15)
    return unitNumber((UInt64(digits) ^ turned) &<< 32 | below &>> 32)
  }
}

/// Steele, Lea and Flood (2014), *Fast splittable pseudorandom number generators*: the finaliser of SplitMix64.
@inline(__always) private func mixed(_ word: UInt64) -> UInt64 {
  var word = word
  word = (word ^ (word &>> 30)) &* 0xBF58_476D_1CE4_E5B9
  word = (word ^ (word &>> 27)) &* 0x94D0_49BB_1331_11EB
  return word ^ (word &>> 31)
}
