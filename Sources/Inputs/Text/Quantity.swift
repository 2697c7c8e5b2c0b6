import Domain
import Formulas

/// Reads a number with its unit, as in `900 张`, `55.8%` or `15000 元/人·年`.
public enum Quantity {
  /// The value in the unit asked for, or what is wrong with the text.
  ///
  /// - Parameter mayBeBare: whether a number alone is clear, which the unit knows unless told otherwise.
  public static func read(_ text: String, as unit: Unit, mayBeBare: Bool? = nil) -> Result<Double, ReadingError> {
    let (digits, rest) = split(text)
    guard let value = Double(digits), value.isFinite else {
      return .failure(ReadingError(.notANumber(text: quoted(text))))
    }
    guard !rest.isEmpty else {
      return !(mayBeBare ?? !unit.needsSpelling)
        ? .failure(ReadingError(.missingUnit(text: quoted(text), examples: unit.examples))) : .success(value)
    }
    guard !rest.hasPrefix(","), !rest.hasPrefix("，") else {
      return .failure(ReadingError(Quantity.problem(ofComma: rest.dropFirst(), after: digits)))
    }
    guard let found = Unit(parsing: rest), unit.takes(found) else {
      return .failure(ReadingError(.wrongUnit(text: quoted(text), examples: unit.examples)))
    }
    // Powers of 亿 or long digits may go beyond the largest number.
    let result = scaled(digits, value, by: found.scale / unit.scale)
    return result.isFinite ? .success(result) : .failure(ReadingError(.notANumber(text: quoted(text))))
  }

  /// Whether a comma was meant to part thousands or decimals: three digits follow the former.
  static func problem(ofComma rest: Substring, after digits: String = "") -> Problem {
    let isThousands = rest.prefix(while: \.isNumber).count == 3 && !["0", "-0"].contains(digits)
    return isThousands ? .thousandsComma : .decimalComma
  }

  /// A number times a scale; powers of ten move the decimal point, so that 55.8% is exactly 0.558.
  private static func scaled(_ digits: String, _ value: Double, by scale: Double) -> Double {
    for power in -8...8 where abs(scale * powerOfTen(-power) - 1) < 1e-12 && !digits.contains("e") {
      return Double("\(digits)e\(power)") ?? value * scale
    }
    return value * scale
  }

  private static func powerOfTen(_ power: Int) -> Double {
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
    var rest = Substring(text)
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

extension Unit {
  /// A number of this unit as a message shows it.
  func written(_ number: Double) -> String {
    if isShownInPercent, abs(number) <= 10 {
      // Sums of shares carry the rounding of binary fractions.
      let percent = (number * 1e12).rounded() / 1e10
      return percent == percent.rounded() ? "\(Int(percent))%" : "\(percent)%"
    }
    return number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
  }
}
