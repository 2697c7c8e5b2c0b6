import Domain

/// An age as a table gives it; an open one stands for everybody older as well.
struct WrittenAge {
  let years: Int
  let isOpen: Bool
}

extension TableReader {
  /// A single age, or an open one such as `100+`, `100岁及以上`.
  mutating func age(_ row: Int, in range: ClosedRange<Int>, column: String = "age") -> WrittenAge? {
    let text = text(row, column)
    guard let digits = openAge(text) else {
      return integer(row, column, in: range).map { WrittenAge(years: $0, isOpen: false) }
    }
    guard range.contains(digits) else {
      report(.outOfRange(text: quoted(text), low: "\(range.lowerBound)", high: "\(range.upperBound)"), row: row, column)
      return nil
    }
    return WrittenAge(years: digits, isOpen: true)
  }

  /// The age up to which a table goes, where it is fixed: an open one below it is refused.
  mutating func age(_ row: Int, upTo open: Int, from first: Int = 0) -> Int? {
    guard let age = age(row, in: first...open) else { return nil }
    guard !age.isOpen || age.years == open else {
      report(.openAge(text: quoted(text(row, "age")), last: open), row: row, "age")
      return nil
    }
    return age.years
  }

  private func openAge(_ text: String) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count).filter { !$0.isWhitespace }
    let words = ["+", "＋", "岁+", "岁及以上", "及以上", "岁以上", "以上", "andover", "andolder", "plus"]
    return words.contains(rest) ? Int(digits) : nil
  }
}

/// Whether ages are those of five-year groups by their first age, as yearbooks print them: 0, 1, 5, 10 …
func areFiveYearAges(_ ages: some Collection<Int>) -> Bool {
  let above = ages.filter { $0 > 1 }
  return above.count >= 4 && above.allSatisfy { $0 % 5 == 0 }
}
