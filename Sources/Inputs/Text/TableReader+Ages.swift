import Domain

/// An age as a table gives it; an open one stands for everybody older as well.
struct WrittenAge {
  let years: Int
  let isOpen: Bool
  /// The last age of a group such as `5–9`; nil where the text names one age.
  let last: Int?
}

extension TableReader {
  mutating func sex(_ row: Int) -> Sex? {
    let text = text(row, "sex")
    if let sex = Sex(name: text) { return sex }
    let allowed = Sex.allCases.map(\.name)
    report(
      .unknownWord(text: quoted(text), nearest: nearestName(to: text, in: allowed), allowed: allowed), row: row, "sex")
    return nil
  }

  /// A single age, `5` or `5岁`, an open one such as `100+`, `100岁及以上`, or a group such as `5–9`, `5-9岁`.
  mutating func age(_ row: Int, in range: ClosedRange<Int>, column: String = "age") -> WrittenAge? {
    let text = text(row, column)
    if let group = ageGroup(text), range.contains(group.lowerBound), range.contains(group.upperBound) {
      return WrittenAge(years: group.lowerBound, isOpen: false, last: group.upperBound)
    }
    if text.hasSuffix("岁"), let years = wholeNumber(text.dropLast()), range.contains(years) {
      return WrittenAge(years: years, isOpen: false, last: nil)
    }
    guard let digits = openAge(text) else {
      return integer(row, column, in: range).map { WrittenAge(years: $0, isOpen: false, last: nil) }
    }
    guard range.contains(digits) else {
      report(.outOfRange(text: quoted(text), low: "\(range.lowerBound)", high: "\(range.upperBound)"), row: row, column)
      return nil
    }
    return WrittenAge(years: digits, isOpen: true, last: nil)
  }

  /// The age up to which a table goes, where it is fixed: an open one below it is refused.
  mutating func age(_ row: Int, upTo open: Int, from first: Int = 0) -> Int? {
    guard let age = age(row, in: first...open) else { return nil }
    guard age.last ?? age.years == age.years else {
      report(.ageGroup(text: quoted(text(row, "age")), last: open), row: row, "age")
      return nil
    }
    guard !age.isOpen || age.years == open else {
      report(.openAge(text: quoted(text(row, "age")), last: open), row: row, "age")
      return nil
    }
    return age.years
  }

  /// Ages parted by a dash, as tables of groups have them.
  private func ageGroup(_ text: String) -> ClosedRange<Int>? {
    let bare = text.hasSuffix("岁") ? text.dropLast() : text[...]
    let ends = bare.split(omittingEmptySubsequences: false) { "-–—~～至".contains($0) }
    guard ends.count == 2, let first = wholeNumber(ends[0].filter { !$0.isWhitespace }),
      let last = wholeNumber(ends[1].filter { !$0.isWhitespace }), first <= last
    else { return nil }
    return first...last
  }

  private func openAge(_ text: String) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count).filter { !$0.isWhitespace }
    let words = ["+", "＋", "岁+", "岁及以上", "及以上", "岁以上", "以上", "andover", "andolder", "plus"]
    return words.contains(rest) ? Int(digits) : nil
  }
}

/// The widths of the age groups of an abridged life table by their first ages 0, 1, 5, 10 …, the last of which is open;
/// nil for any other ages.
func abridgedWidths(_ ages: [Int]) -> [Int]? {
  guard ages.count >= 4, ages.starts(with: [0, 1, 5]) else { return nil }
  let widths = zip(ages, ages.dropFirst()).map { $1 - $0 }
  return widths.dropFirst(2).allSatisfy { $0 == 5 } ? widths : nil
}

/// Whether ages are those of five-year groups by their first age, as yearbooks print them: 0, 1, 5, 10 …
func areFiveYearAges(_ ages: some Collection<Int>) -> Bool {
  let above = ages.filter { $0 > 1 }
  return above.count >= 3 && above.allSatisfy { $0 % 5 == 0 }
}
