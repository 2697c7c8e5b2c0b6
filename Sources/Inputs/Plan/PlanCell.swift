import Domain
import Targets

/// What a plan prints of a year: a value with a sign or without, as `≥65%`, `>10500` or `90%以上`, or nothing.
enum PlanCell: Equatable {
  case blank
  /// The sign is nil where none is printed.
  case wanted(Target.Comparator?, value: Double, precision: Double)

  /// - Parameters:
  ///   - unit: in which the value is wanted.
  ///   - printed: the unit that the table prints for the whole row; nil or empty for none.
  static func read(_ text: String, as unit: Unit, printed: String? = nil) -> Result<PlanCell, Quantity.ReadingError> {
    let text = text.trimmed
    guard !blanks.contains(text) else { return .success(.blank) }
    let (comparator, rest) = parted(text)
    let digits = rest.prefix { $0.isNumber || "+-−.．".contains($0) }
    let own = rest.dropFirst(digits.count).trimmed
    let name = own.isEmpty ? printedUnit(printed ?? "", for: unit) : own
    return Quantity.read(name.isEmpty ? rest : "\(digits) \(name)", as: unit).map { value in
      let decimals = digits.split(whereSeparator: { ".．".contains($0) }).dropFirst().first?.count ?? 0
      let number = Double(digits.replacing("−", with: "-")) ?? 0
      let scale = number == 0 ? 1 : abs(value / number)
      return .wanted(comparator, value: value, precision: 0.5 * scale / Quantity.powerOfTen(decimals))
    }
  }

  /// How plans print that nothing is wanted of a year.
  private static let blanks: Set = ["", "-", "–", "—", "--", "——", "－", "/", "／", "…"]

  /// Signs and words before a value, the longer ones first.
  private static let before: [(String, Target.Comparator)] = [
    (">=", .atLeast), ("≥", .atLeast), ("＞=", .atLeast), ("不低于", .atLeast), ("不少于", .atLeast), ("达到", .atLeast),
    ("<=", .atMost), ("≤", .atMost), ("＜=", .atMost), ("不超过", .atMost), ("不高于", .atMost), (">", .above), ("＞", .above),
    ("超过", .above), ("大于", .above), ("<", .below), ("＜", .below), ("低于", .below), ("小于", .below), ("=", .equal),
    ("＝", .equal),
  ]
  /// Words behind a value.
  private static let behind: [(String, Target.Comparator)] = [
    ("以上", .atLeast), ("及以上", .atLeast), ("以下", .atMost), ("以内", .atMost),
  ]

  private static func parted(_ text: String) -> (Target.Comparator?, rest: String) {
    if let (sign, comparator) = before.first(where: { text.hasPrefix($0.0) }) {
      return (comparator, text.dropFirst(sign.count).trimmed)
    }
    if let (word, comparator) = behind.last(where: { text.hasSuffix($0.0) }) {
      return (comparator, text.dropLast(word.count).trimmed)
    }
    return (nil, text)
  }

  /// The printed unit, or what it means for a figure of ten thousand people, of whom the name speaks: 张 for 张/万人.
  private static func printedUnit(_ printed: String, for unit: Unit) -> String {
    let printed = printed.trimmed
    let candidates = [printed, "\(printed)/万人"].filter { !printed.isEmpty && Unit(parsing: $0).map(unit.takes) == true }
    return candidates.first ?? printed
  }
}

extension StringProtocol {
  /// Without blanks at either end.
  var trimmed: String {
    let start = drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}
