/// The shortest text that reads back as exactly `value`, or nil when it is not finite.
///
/// Whole numbers have no point, zero has no sign, and magnitudes from 1e-5 to
/// below 1e15 have no exponent. The text is a number in CSV and in JSON alike.
public func decimalText(_ value: Double) -> String? {
  guard value.isFinite else { return nil }
  let magnitude = value.magnitude
  // Not `Int(exactly:)`, which needs the mathematics library at link time.
  if magnitude < wholeNumberLimit, Double(Int(value)) == value { return Int(value).description }
  if magnitude >= 1e-5, magnitude < 1e-4 { return expandedSmall(value) }
  let text = value.description
  return magnitude >= wholeNumberLimit && text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}

/// Up to here every whole number is a Double of its own.
private let wholeNumberLimit = 0x1p53

/// Writes 1.5e-05 as 0.000015.
private func expandedSmall(_ value: Double) -> String {
  let decimal = DecimalDigits(value)
  var text = decimal.isNegative ? "-0." : "0."
  for _ in decimal.exponent..<0 { text += "0" }
  for digit in decimal.digits { text += digit.description }
  return text
}
