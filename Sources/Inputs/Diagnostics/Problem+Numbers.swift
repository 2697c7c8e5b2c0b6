import Domain

/// Numbers, units, years and dates as they are written.
extension Problem {
  public static func notANumber(text: String) -> Problem {
    Problem(
      "not-a-number", zh: "‘\(text)’ 不是数值，应为数字加单位，例如 ‘900 张’",
      en: "'\(text)' is not a value; expected a number and a unit, such as '900 张'",
      mend: Label(zh: "写数字加单位", en: "Write a number and its unit."))
  }

  public static func notAPlainNumber(text: String) -> Problem {
    Problem(
      "not-a-plain-number", zh: "‘\(text)’ 应为不带单位的数字", en: "'\(text)' is not a number; expected one without a unit",
      mend: Label(
        zh: "只写数字：不带单位、空格、分节逗号；没有的值不要写 NaN", en: "Write digits alone: no unit, blank or grouping comma, and never NaN.")
    )
  }

  public static func notAWholeNumber(text: String, high: String) -> Problem {
    Problem(
      "not-a-whole-number", zh: "‘\(text)’ 应为 0–\(high) 的整数", en: "'\(text)' is not a whole number from 0 to \(high)",
      mend: Label(zh: "只写数字", en: "Write digits alone."))
  }

  /// Digits parted into groups by a comma, a blank or a stroke.
  public static func groupedDigits(text: String, instead: String) -> Problem {
    Problem(
      "grouped-digits", zh: "‘\(text)’ 里的数字不要分节；写成 \(instead)",
      en: "no grouping of digits in '\(text)'; write \(instead)",
      mend: Label(zh: "数字连着写；在花括号里 YAML 会在逗号处拆开", en: "Write the digits together; inside braces YAML cuts at a comma."))
  }

  public static func decimalComma(text: String, instead: String) -> Problem {
    Problem(
      "decimal-comma", zh: "‘\(text)’ 的小数点用了逗号；写成 \(instead)", en: "a decimal comma in '\(text)'; write \(instead)",
      mend: Label(zh: "小数用点", en: "Use a point."))
  }

  /// Quotation marks of Chinese typing, which YAML takes for part of the text.
  public static func chineseQuotes(text: String, instead: String) -> Problem {
    Problem(
      "chinese-quotes", zh: "‘\(text)’ 带了中文引号；写成 \(instead)",
      en: "Chinese quotation marks in '\(text)'; write \(instead)",
      mend: Label(zh: "不写引号，或用半角引号", en: "Leave the quotation marks out, or use those of the keyboard."))
  }

  /// A percentage with a sign where a factor is wanted.
  public static func signedFactor(text: String, factor: String, change: String) -> Problem {
    Problem(
      "signed-factor",
      zh:
        "‘\(text)’ 是增减，不是倍数；要\(change.hasPrefix("-") ? "减少" : "增加") \(change.dropFirst())，写 multiply: \(factor)；增减一个量用 add",
      en: "'\(text)' is a change, no factor; for \(change.dropFirst()) \(change.hasPrefix("-") ? "less" : "more") "
        + "write multiply: \(factor), for an amount use add",
      mend: Label(
        zh: "multiply 写倍数：0.9 为减一成，1.05 为加百分之五",
        en: "Give multiply a factor: 0.9 takes a tenth away, 1.05 adds a twentieth."))
  }

  public static func missingUnit(text: String, examples: [String]) -> Problem {
    Problem(
      "missing-unit", zh: "‘\(text)’ 缺少单位，应为 \(examples.joined(separator: " 或 "))",
      en: "'\(text)' has no unit; expected \(examples.joined(separator: " or "))",
      mend: Label(zh: "在数字后面写单位", en: "Put the unit behind the number."))
  }

  public static func wrongUnit(text: String, examples: [String]) -> Problem {
    Problem(
      "wrong-unit", zh: "‘\(text)’ 的单位不对，应为 \(examples.joined(separator: " 或 "))",
      en: "'\(text)' has the wrong unit; expected \(examples.joined(separator: " or "))",
      mend: Label(zh: "换成参数的单位；换算后再写", en: "Give the value in a unit of the parameter."))
  }

  public static func outOfRange(text: String, low: String, high: String) -> Problem {
    Problem(
      "out-of-range", zh: "‘\(text)’ 超出范围 \(low)–\(high)", en: "'\(text)' is outside \(low) to \(high)",
      mend: Label(
        zh: "检查数字和单位；参数的允许范围见 minzheng parameters 路径",
        en: "Check the number and its unit; minzheng parameters PATH shows the range allowed."))
  }

  public static func notAYear(text: String) -> Problem {
    Problem(
      "not-a-year", zh: "‘\(text)’ 不是年份，应为四位数字", en: "'\(text)' is not a year of four digits",
      mend: Label(zh: "写四位年份", en: "Write four digits."))
  }

  /// A year of four digits that no input can be about; `nearest` has its digits in another order.
  public static func impossibleYear(_ year: Year, nearest: Year?) -> Problem {
    let (low, high) = (Limits.plausibleYears.lowerBound, Limits.plausibleYears.upperBound)
    return Problem(
      "impossible-year", zh: "不会是 \(year) 年；年份应在 \(low)–\(high) 之间",
      en: "the year \(year) cannot be meant; years lie between \(low) and \(high)", near: nearest.map { "\($0)" },
      mend: Label(zh: "检查年份的数字，常见的是前后颠倒", en: "Check the digits of the year; two are easily exchanged."))
  }

  public static func notADate(text: String) -> Problem {
    Problem(
      "not-a-date", zh: "‘\(text)’ 不是年份或日期，应为 2026 或 2026-07-01",
      en: "'\(text)' is not a year or a date; expected 2026 or 2026-07-01",
      mend: Label(zh: "写四位年份或 年-月-日", en: "Write a year of four digits or YEAR-MONTH-DAY."))
  }
}
