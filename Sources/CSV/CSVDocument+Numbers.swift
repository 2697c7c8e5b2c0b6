extension CSVDocument {
  /// The field as a number, or nil when it is none, lies beyond the finite
  /// range, or is empty.
  ///
  /// Numbers are written in decimal, with an exponent or not; words such as
  /// `nan`, hexadecimal digits, blanks and grouped digits are none. Correctly
  /// rounded.
  public func double(row: Int, column: Int) -> Double? {
    let field = located(row, column)
    if let value = exactDouble(field.content) { return value }
    guard bytes[field.content].allSatisfy(isDecimalByte) else { return nil }
    guard let value = Double(field.text(in: bytes)), value.isFinite else { return nil }
    return value
  }

  /// The field as a whole number without point or exponent, or nil when it is none.
  public func integer(row: Int, column: Int) -> Int? {
    let field = located(row, column)
    guard let decimal = plainDecimal(field.content) else { return Int(field.text(in: bytes)) }
    guard !decimal.hasPoint else { return nil }
    return decimal.isNegative ? -decimal.digits : decimal.digits
  }

  /// A decimal of few digits, where one division rounds once and thus correctly.
  ///
  /// Source: Clinger (1990), *How to read floating point numbers accurately*.
  private func exactDouble(_ content: Range<Int>) -> Double? {
    guard let decimal = plainDecimal(content), decimal.digits <= 1 << 53 else { return nil }
    let magnitude = Double(decimal.digits) / powersOfTen[decimal.decimals]
    return decimal.isNegative ? -magnitude : magnitude
  }

  /// Reads a sign, at most 18 digits and a point among them; nil for all else.
  private func plainDecimal(_ content: Range<Int>) -> PlainDecimal? {
    var decimal = PlainDecimal()
    var index = content.lowerBound
    if index < content.upperBound, bytes[index] == ASCII.minus || bytes[index] == ASCII.plus {
      decimal.isNegative = bytes[index] == ASCII.minus
      index += 1
    }
    var digitCount = 0
    while index < content.upperBound {
      let byte = bytes[index]
      if byte >= ASCII.zero, byte <= ASCII.nine {
        guard digitCount < 18 else { return nil }  // so many always fit an Int
        decimal.digits = decimal.digits * 10 + Int(byte - ASCII.zero)
        digitCount += 1
        if decimal.hasPoint { decimal.decimals += 1 }
      } else if byte == ASCII.point, !decimal.hasPoint {
        decimal.hasPoint = true
      } else {
        return nil
      }
      index += 1
    }
    return digitCount > 0 ? decimal : nil
  }
}

private struct PlainDecimal {
  var isNegative = false
  var digits = 0
  var decimals = 0
  var hasPoint = false
}

/// 10⁰ to 10¹⁸, all of them exact.
private let powersOfTen: [Double] = [
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  1e16, 1e17, 1e18,
]

private func isDecimalByte(_ byte: UInt8) -> Bool {
  switch byte {
  case ASCII.zero...ASCII.nine, ASCII.plus, ASCII.minus, ASCII.point, ASCII.upperE, ASCII.lowerE:
    true
  default: false
  }
}
