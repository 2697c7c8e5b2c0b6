import Domain

/// The values of parameters in a dataset: their range and evidence, and how they go on.
extension Problem {
  public static func reversedRange(low: String, high: String) -> Problem {
    Problem(
      "reversed-range", zh: "范围的下限 \(low) 高于上限 \(high)", en: "the range begins at \(low), above its end, \(high)",
      mend: Label(zh: "先写下限，再写上限", en: "Write the lower end first."))
  }

  public static func outsideOwnRange(text: String, low: String, high: String) -> Problem {
    Problem(
      "outside-own-range", zh: "‘\(text)’ 不在自己的范围 \(low)–\(high) 内",
      en: "'\(text)' lies outside its own range, \(low) to \(high)",
      mend: Label(zh: "改值，或放宽范围", en: "Correct the value, or widen the range."))
  }

  public static func notOne(what: String, sum: Double) -> Problem {
    Problem(
      "not-one", zh: "‘\(what)’ 各项之和应为 1，现为 \(sum.summed)",
      en: "'\(what)' must add up to 1, it adds up to \(sum.summed)",
      mend: Label(zh: "改到合计为 1", en: "Change them until they add up to 1."))
  }

  public static let noEvidence = Problem(
    "no-evidence", zh: "缺少 evidence 和 source", en: "evidence and source are missing",
    mend: Label(zh: "补上 evidence 和 source", en: "Add evidence and source."))

  public static func noRange(evidence: String) -> Problem {
    Problem(
      "no-range", zh: "evidence 为 \(evidence) 的值要有 range", en: "a value with evidence \(evidence) needs a range",
      mend: Label(zh: "加上 range: [下限, 上限]", en: "Add range: [LOW, HIGH]."))
  }

  public static func outsideDates(path: String, area: String, year: Year) -> Problem {
    Problem(
      "outside-dates", zh: "‘\(path)’ 在 \(year) 年没有值（\(area)）", en: "'\(path)' has no value for \(year) (\(area))",
      mend: Label(
        zh: "补上当年可知的值，或改 before、beyond", en: "Add a value known in that year, or change before or beyond."))
  }

  public static func missingDistrict(path: String, district: String) -> Problem {
    Problem(
      "missing-district", zh: "‘\(path)’ 没有 \(district) 的值", en: "'\(path)' has no value for \(district)",
      mend: Label(zh: "补上这个区县", en: "Add the district."))
  }

  public static func indexCycle(paths: [String]) -> Problem {
    Problem(
      "index-cycle", zh: "index 形成循环：\(paths.joined(separator: " → "))",
      en: "index rules go round in a circle: \(paths.joined(separator: " → "))",
      mend: Label(zh: "其中一个改用 beyond: hold", en: "Let one of them end with beyond: hold."))
  }

  public static func indexOutsideFormulas(path: String, index: String) -> Problem {
    Problem(
      "index-outside-formulas", zh: "‘\(path)’ 不能随指标 ‘\(index)’ 变动：只有全市一个值、由公式使用的参数才可以",
      en: "'\(path)' cannot follow the indicator '\(index)': "
        + "only a parameter with one value for the city that formulas read can",
      mend: Label(
        zh: "改随一个参数变动，或用 beyond: hold", en: "Follow a parameter instead, or let it end with beyond: hold."))
  }
}
