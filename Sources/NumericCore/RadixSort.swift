/// Sorts numbers by the bytes of their bit patterns; the time does not depend on the values.
///
/// From −∞ to +∞, with −0 before 0. There must be no NaN.
///
/// - Parameters:
///   - values: sorted in place.
///   - spare: work space of at least the same size.
/// - Complexity: O(n), at most nine passes; a byte that all numbers share costs none.
func radixSort(_ values: UnsafeMutableBufferPointer<Double>, spare: UnsafeMutableBufferPointer<Double>) {
  precondition(spare.count >= values.count, "too little work space")
  guard let first = values.first else { return }
  withUnsafeTemporaryAllocation(of: Int.self, capacity: 8 * 256) { places in
    places.initialize(repeating: 0)
    for value in values {
      let key = orderedBits(value)
      for byte in 0..<8 { places[byte &* 256 &+ Int((key &>> UInt64(byte &* 8)) & 0xFF)] &+= 1 }
    }
    var (from, to) = (values, spare)
    for byte in 0..<8 {
      let shift = UInt64(byte &* 8)
      let place = UnsafeMutableBufferPointer(rebasing: places[byte * 256..<(byte + 1) * 256])
      if place[Int((orderedBits(first) &>> shift) & 0xFF)] == values.count { continue }
      var next = 0
      for digit in 0..<256 {
        let count = place[digit]
        place[digit] = next
        next &+= count
      }
      for index in 0..<values.count {
        let value = from[index]
        let digit = Int((orderedBits(value) &>> shift) & 0xFF)
        to[place[digit]] = value
        place[digit] &+= 1
      }
      swap(&from, &to)
    }
    if from.baseAddress != values.baseAddress {
      for index in 0..<values.count { values[index] = spare[index] }
    }
  }
}

/// A whole number that grows with the value: all bits of a negative number turned, the sign of others.
@inline(__always) private func orderedBits(_ value: Double) -> UInt64 {
  let bits = value.bitPattern
  return bits ^ (UInt64(bitPattern: Int64(bitPattern: bits) &>> 63) | 1 &<< 63)
}

/// Sorts a few numbers; there must be no NaN.
///
/// - Complexity: O(n²).
func insertionSort(_ values: UnsafeMutableBufferPointer<Double>) {
  for end in 1..<max(1, values.count) {
    let value = values[end]
    var place = end
    while place > 0, values[place &- 1] > value {
      values[place] = values[place &- 1]
      place &-= 1
    }
    values[place] = value
  }
}
