/// The shortest decimal text of a finite number, as digits and the place of the point.
///
/// The value is ± 0.d₁d₂d₃… × 10^`exponent`: 12.5 has the digits 1, 2, 5 and
/// exponent 2; 0.05 has the digit 5 and exponent −1. Zero has no digits.
public struct DecimalDigits: Hashable, Sendable {
  public let isNegative: Bool
  /// Values 0…9, neither the first nor the last of them zero.
  public let digits: [UInt8]
  public let exponent: Int

  public init(isNegative: Bool, digits: [UInt8], exponent: Int) {
    self.isNegative = isNegative
    self.digits = digits
    self.exponent = exponent
  }

  /// Takes the digits of `value`, which must be finite.
  public init(_ value: Double) {
    precondition(value.isFinite, "only finite numbers have digits")
    var digits: [UInt8] = []
    var pointAfter: Int?
    var written = 0  // the exponent after an e, without its sign
    var writtenIsNegative = false
    var inExponent = false
    for byte in value.magnitude.description.utf8 {
      switch byte {
      case ASCII.point: pointAfter = digits.count
      case ASCII.lowerE: inExponent = true
      case ASCII.minus: writtenIsNegative = true
      case ASCII.plus: continue
      default:
        let digit = byte - ASCII.zero
        if inExponent { written = written * 10 + Int(digit) } else { digits.append(digit) }
      }
    }
    let point = (pointAfter ?? digits.count) + (writtenIsNegative ? -written : written)
    let leadingZeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(leadingZeros)
    while digits.last == 0 { digits.removeLast() }
    self.digits = digits
    isNegative = value.sign == .minus && !digits.isEmpty
    exponent = digits.isEmpty ? 0 : point - leadingZeros
  }
}
