extension Double {
  /// The number nearest to it that has no more than some significant digits.
  public func rounded(toDigits digits: Int) -> Double {
    guard self != 0, isFinite else { return self }
    var places = digits
    var size = magnitude
    while size >= 1 { (size, places) = (size / 10, places - 1) }
    while size < 0.1 { (size, places) = (size * 10, places + 1) }
    // Powers of ten up to 22 are exact, so that the quotient is the number nearest to the digits.
    let power = (0..<abs(places)).reduce(1.0) { result, _ in result * 10 }
    return places >= 0 ? (self * power).rounded() / power : (self / power).rounded() * power
  }
}
