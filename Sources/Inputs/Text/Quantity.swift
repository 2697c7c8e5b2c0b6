import Domain
import Formulas

/// Reads a number with its unit, as in `900 张`, `55.8%` or `15000 元/人·年`.
public enum Quantity {
  /// The value in the unit asked for, or what is wrong with the text.
  ///
  /// - Parameter mayBeBare: whether a number alone is clear, which the unit knows unless told otherwise.
  public static func read(_ text: String, as unit: Unit, mayBeBare: Bool? = nil) -> Result<Double, ReadingError> {
    if let problem = typingProblem(text) { return .failure(ReadingError(problem)) }
    let (digits, rest) = split(text)
    let isOtherBase =
      digits == "0" && rest.first.map("oxbOXB".contains) == true && rest.dropFirst().first?.isHexDigit == true
    guard let value = Double(digits), value.isFinite, !isOtherBase else {
      return .failure(ReadingError(.notANumber(text: quoted(text))))
    }
    guard !rest.isEmpty else {
      return !(mayBeBare ?? !unit.needsSpelling)
        ? .failure(ReadingError(.missingUnit(text: quoted(text), examples: unit.examples))) : .success(value)
    }
    if let comma = rest.first, ",，".contains(comma) {
      return .failure(ReadingError(problem(ofComma: rest.dropFirst(), after: digits)))
    }
    if let together = ungrouped(digits, rest) {
      return .failure(ReadingError(.groupedDigits(text: quoted(text), instead: quoted(together))))
    }
    guard let found = Unit(parsing: rest), unit.takes(found) || unit.takesWithoutPerson(found) else {
      return .failure(ReadingError(.wrongUnit(text: quoted(text), examples: unit.examples)))
    }
    // Powers of 亿 or long digits may go beyond the largest number.
    let result = scaled(digits, value, by: found.scale / unit.scale)
    return result.isFinite ? .success(result) : .failure(ReadingError(.notANumber(text: quoted(text))))
  }

  /// What a comma in a number was meant for: three digits follow one that parts thousands, any others a decimal comma.
  static func problem(ofComma rest: Substring, after digits: String) -> Problem {
    let isThousands = rest.prefix(while: \.isNumber).count == 3 && !["0", "-0"].contains(digits)
    let text = quoted("\(digits),\(rest)")
    let others = String(rest.filter { !",，".contains($0) })
    return isThousands
      ? .groupedDigits(text: text, instead: quoted(digits + others))
      : .decimalComma(text: text, instead: quoted(others.isEmpty ? digits : "\(digits).\(others)"))
  }

  /// The number written together, where blanks, low lines or apostrophes part its thousands.
  private static func ungrouped(_ digits: String, _ rest: String) -> String? {
    guard !digits.contains("."), !digits.contains("e") else { return nil }
    var (together, rest) = (digits, rest[...])
    while true {
      let group = rest.drop { $0.isWhitespace || "_'’".contains($0) }.prefix { $0.isASCII && $0.isNumber }
      guard group.count == 3 else { break }
      together += group
      rest = rest[group.endIndex...]
    }
    return together == digits ? nil : together + rest
  }

  /// Signs of Chinese typing that YAML takes for part of a text.
  private static func typingProblem(_ text: String) -> Problem? {
    let marks = "“”‘’「」『』"
    if text.first.map(marks.contains) == true {
      return .chineseQuotes(text: quoted(text), instead: quoted(text.filter { !marks.contains($0) }))
    }
    return text.hasPrefix("｛") ? .fullWidth(sign: "｛", needed: "{") : nil
  }

  /// A number times a scale; powers of ten move the decimal point, so that 55.8% is exactly 0.558.
  private static func scaled(_ digits: String, _ value: Double, by scale: Double) -> Double {
    for power in -8...8 where abs(scale * powerOfTen(-power) - 1) < 1e-12 && !digits.contains("e") {
      return Double("\(digits)e\(power)") ?? value * scale
    }
    return value * scale
  }

  static func powerOfTen(_ power: Int) -> Double {
    (0..<abs(power)).reduce(1.0) { result, _ in power < 0 ? result / 10 : result * 10 }
  }

  /// A problem on its way to a place.
  public struct ReadingError: Error {
    public let problem: Problem
    init(_ problem: Problem) { self.problem = problem }
  }

  /// The leading number and what follows it.
  private static func split(_ text: String) -> (digits: String, rest: String) {
    var digits = ""
    var rest = Substring(text.hasWideDigits ? text.narrowed : text)
    while let character = rest.first {
      let isExponent =
        (character == "e" || character == "E") && !digits.isEmpty
        && (rest.dropFirst().first.map(startsExponent) ?? false)
      let isSign = (character == "-" || character == "+" || character == "−") && (digits.isEmpty || digits.last == "e")
      guard character.isASCII && character.isNumber || character == "." || isExponent || isSign else { break }
      digits.append(character == "−" ? "-" : isExponent ? "e" : character)
      rest = rest.dropFirst()
    }
    let unit = rest.drop(while: \.isWhitespace)
    return (digits, String(unit))
  }

  private static func startsExponent(_ character: Character) -> Bool {
    character.isASCII && character.isNumber || character == "-" || character == "+"
  }
}

extension String {
  /// Whether digits stand in the full width of Chinese typing, where nothing else can be meant.
  fileprivate var hasWideDigits: Bool { unicodeScalars.contains { (0xFF10...0xFF19).contains($0.value) } }

  /// The same with digits, points and signs of full width made plain.
  fileprivate var narrowed: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { scalar in
          let isWide = (0xFF10...0xFF19).contains(scalar.value) || [0xFF0E, 0xFF0B, 0xFF0D].contains(scalar.value)
          return isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
        }))
  }
}

extension Unit {
  /// A number of this unit as a message shows it.
  package func written(_ number: Double) -> String {
    if isShownInPercent, abs(number) <= 10 {
      // Sums of shares carry the rounding of binary fractions.
      let percent = (number * 1e12).rounded() / 1e10
      return percent == percent.rounded() ? "\(Int(percent))%" : "\(percent)%"
    }
    return number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
  }
}
