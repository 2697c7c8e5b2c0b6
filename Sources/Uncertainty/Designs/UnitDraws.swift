import NumericCore

/// Random numbers of a design: each a pure function of (seed, stream, index, part), so that none depends on the order of
/// asking. Streams keep apart what is drawn for different ends under one seed.
struct UnitDraws {
  /// What is drawn; the numbers are part of every design and stay as they are.
  enum Stream: UInt32 {
    case plain = 1
    case scramble, stratum, order, trajectory
  }

  private let key: SIMD2<UInt32>
  private let stream: Stream

  init(seed: UInt64, stream: Stream) {
    key = SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed &>> 32))
    self.stream = stream
  }

  /// Sixty-four random bits.
  func word(_ index: UInt64, part: UInt32) -> UInt64 {
    let counter = SIMD4(
      UInt32(truncatingIfNeeded: index), UInt32(truncatingIfNeeded: index &>> 32), part, stream.rawValue)
    let words = Philox4x32.block(counter: counter, key: key)
    return UInt64(words.x) &<< 32 | UInt64(words.y)
  }

  /// A uniform number in the open interval 0..1, an odd multiple of 2⁻⁵³.
  func uniform(_ index: UInt64, part: UInt32) -> Double {
    unitNumber(word(index, part: part))
  }

  /// A whole number in 0..<`limit`, each equally likely to 2⁻³² of itself.
  func below(_ limit: Int, _ index: UInt64, part: UInt32) -> Int {
    Int(word(index, part: part).multipliedFullWidth(by: UInt64(limit)).high)
  }

  /// The numbers 0..<`count` in a random order (Fisher and Yates); shuffles of one part differ by `shuffle`.
  func order(of count: Int, shuffle: UInt64 = 0, part: UInt32) -> [Int] {
    var order = Array(0..<count)
    for last in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(last, below(last + 1, shuffle &<< 32 | UInt64(last), part: part))
    }
    return order
  }
}

/// The upper 52 bits as an odd multiple of 2⁻⁵³: never 0 or 1.
@inline(__always) func unitNumber(_ word: UInt64) -> Double {
  (Double(bitPattern: 0x3FF0_0000_0000_0000 | word &>> 12) - 1) + 0x1p-53
}
