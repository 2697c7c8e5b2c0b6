import Domain

/// The first year from 2000 on that can be meant and has the same digits in another order.
func nearestYear(to year: Year) -> Year? {
  func digits(_ year: Year) -> [Character] { "\(year)".sorted() }
  return (2000...Limits.plausibleYears.upperBound).first { digits($0) == digits(year) }
}

/// A number of digits alone; `Int` takes a sign, too.
func wholeNumber(_ text: some StringProtocol) -> Int? {
  text.utf8.first == UInt8(ascii: "+") || text.utf8.first == UInt8(ascii: "-") ? nil : Int(text)
}

extension Day {
  /// Reads `2026` or `2026-07-01`.
  init?(parsing text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.first?.utf8.count == 4, let year = wholeNumber(parts[0]), year > 0 else { return nil }
    if parts.count == 1 {
      self.init(firstOf: year)
      return
    }
    guard parts.count == 3, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
      let month = wholeNumber(parts[1]), let day = wholeNumber(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
