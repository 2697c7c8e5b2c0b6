import CSV

extension NumberFormat {
  /// The number as readers see it.
  ///
  /// Halves are rounded away from zero, as the number's shortest decimal text
  /// has them: 1.005 with two decimals is 1.01, though its binary value lies
  /// below. The minus sign is U+2212. NaN is an empty text, infinity is ∞.
  public func text(_ value: Double) -> String {
    guard !value.isNaN else { return "" }
    guard value.isFinite else { return signText(isNegative: value < 0) + "∞" + suffix }
    let shown = RoundedDecimal(value, powerOfTen: -scale.powerOfTen, decimals: decimals)
    let sign = shown.isZero ? "" : signText(isNegative: shown.isNegative)
    let fraction = decimals > 0 ? "." + text(of: shown.fraction) : ""
    return sign + grouped(shown.whole) + fraction + suffix
  }

  private func signText(isNegative: Bool) -> String {
    if isNegative { return "−" }
    return sign == .always ? "+" : ""
  }

  private func grouped(_ digits: ArraySlice<UInt8>) -> String {
    var rest = digits
    var groups: [String] = []
    while rest.count > 3 {
      groups.append(text(of: rest.suffix(3)))
      rest.removeLast(3)
    }
    groups.append(text(of: rest))
    return groups.reversed().joined(separator: grouping.separator)
  }

  private func text(of digits: ArraySlice<UInt8>) -> String {
    String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
  }
}

/// A number rounded half away from zero to a number of decimals.
private struct RoundedDecimal {
  let isNegative: Bool
  /// Values 0…9, at least one of them before the point.
  let digits: [UInt8]
  let decimals: Int

  var whole: ArraySlice<UInt8> { digits.dropLast(decimals) }
  var fraction: ArraySlice<UInt8> { digits.suffix(decimals) }
  var isZero: Bool { digits.allSatisfy { $0 == 0 } }

  /// Rounds `value` × 10^`powerOfTen`.
  init(_ value: Double, powerOfTen: Int, decimals: Int) {
    let exact = DecimalDigits(value)
    self.decimals = decimals
    isNegative = exact.isNegative
    guard exact.digits.contains(where: { $0 != 0 }) else {
      digits = Array(repeating: 0, count: decimals + 1)
      return
    }
    // Digits up to the last one shown: the number is these × 10^−decimals.
    let exponent = exact.exponent + powerOfTen
    let kept = max(exponent + decimals, 0)
    var shown = Array(exact.digits.prefix(kept))
    shown += repeatElement(0, count: kept - shown.count)
    let roundsUp = exponent + decimals >= 0 && exact.digits.dropFirst(kept).first ?? 0 >= 5
    if roundsUp { shown = incremented(shown) }
    let missing = max(decimals + 1 - shown.count, 0)
    digits = repeatElement(0, count: missing) + shown
  }
}

private func incremented(_ digits: [UInt8]) -> [UInt8] {
  var result = digits
  for index in result.indices.reversed() {
    if result[index] < 9 {
      result[index] += 1
      return result
    }
    result[index] = 0
  }
  return [1] + result
}
