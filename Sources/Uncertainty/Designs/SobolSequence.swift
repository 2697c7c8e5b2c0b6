/// A Sobol' sequence: points that fill the unit cube more evenly than chance does.
///
/// Any 2ᵏ points from the start have one point in each of the 2ᵏ equal intervals of every dimension. Point n is computed
/// from n alone (in the order of n, not of its Gray code), so that points can be had in any order.
///
/// Source: Sobol' (1967), *USSR Computational Mathematics and Mathematical Physics* 7(4), 86–112; direction numbers by Joe
/// and Kuo (2008), see ``sobolDirectionText``.
public struct SobolSequence: Equatable, Sendable {
  /// As many as there are direction numbers for.
  public static let largestDimensions = 1_024

  public let dimensions: Int
  /// Shape `[dimension][bit of the point's number]`.
  private let directions: [UInt32]

  public init(dimensions: Int) {
    precondition(1...Self.largestDimensions ~= dimensions, "no direction numbers for so many dimensions")
    self.dimensions = dimensions
    var directions = (0..<bitCount).map { UInt32(1) << (31 - UInt32($0)) }
    var reader = DirectionReader()
    for _ in 1..<max(dimensions, 1) { directions += reader.nextDimension() }
    self.directions = directions
  }

  /// A coordinate as 32 binary digits after the point.
  @inline(__always) public func digits(point: UInt32, dimension: Int) -> UInt32 {
    var digits: UInt32 = 0
    var rest = point
    let start = dimension &* bitCount
    while rest != 0 {
      digits ^= directions[start &+ rest.trailingZeroBitCount]
      rest &= rest &- 1
    }
    return digits
  }
}

private let bitCount = 32

/// Takes one dimension after another from the text.
private struct DirectionReader {
  private var next = 0
  private var word: UInt32 = 0
  private var bitsLeft = 0

  /// The 32 direction numbers v₁ … v₃₂ of the next dimension.
  mutating func nextDimension() -> [UInt32] {
    let degree = Int(bits(4))
    let polynomial = bits(degree - 1)
    var numbers = (0..<degree).map { index in (bits(index) << 1 | 1) << UInt32(31 - index) }
    for index in degree..<bitCount {
      var number = numbers[index - degree] ^ numbers[index - degree] >> UInt32(degree)
      for back in 1..<max(degree, 1) where polynomial >> UInt32(degree - 1 - back) & 1 == 1 {
        number ^= numbers[index - back]
      }
      numbers.append(number)
    }
    return numbers
  }

  private mutating func bits(_ count: Int) -> UInt32 {
    var result: UInt32 = 0
    for _ in 0..<count {
      if bitsLeft == 0 {
        word = sixBits(sobolDirectionText.utf8Start[next])
        next += 1
        bitsLeft = 6
      }
      bitsLeft -= 1
      result = result << 1 | word >> UInt32(bitsLeft) & 1
    }
    return result
  }

  private func sixBits(_ character: UInt8) -> UInt32 {
    switch character {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(character - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(character - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(character - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "+"): 62
    default: 63
    }
  }
}
