import Domain

/// Changes of parameters, and whom they are for.
extension Problem {
  /// A parameter that may have been meant.
  public struct Suggestion: Equatable, Sendable {
    public let path: String
    public let label: Label
    public let unit: String
  }

  /// - Parameters:
  ///   - akin: parameters that go by the words of the path.
  ///   - group: begins the paths of some parameters.
  public static func unknownParameter(
    path: String, nearest: Suggestion?, akin: [NameSearch.Entry] = [], group: String?
  ) -> Problem {
    let list = group.map { " \($0)" } ?? ""
    let rest =
      nearest.map {
        Label(
          zh: "；最接近的是 ‘\($0.path)’（\($0.label.zh)，单位 \($0.unit)）",
          en: "; did you mean '\($0.path)' (\($0.label.en), \($0.unit))?")
      }
      ?? (akin.isEmpty
        ? Label(zh: "；可用 minzheng parameters 查看\(list)", en: "; see minzheng parameters\(list)") : akin.offer)
    return Problem(
      "unknown-parameter", words: Label(zh: "没有参数 ‘\(path)’\(rest.zh)", en: "no parameter '\(path)'\(rest.en)"),
      suggestion: nearest?.path,
      mend: Label(
        zh: "用 minzheng parameters 加名称里的词查参数，如 minzheng parameters 床位",
        en: "Look the name up by a word of it, as in minzheng parameters beds."))
  }

  public static func resultNotParameter(path: String, label: Label) -> Problem {
    Problem(
      "result-not-parameter", zh: "‘\(path)’（\(label.zh)）是算出来的结果，不能设定；请改影响它的参数，见 minzheng parameters --moves \(path)",
      en: "'\(path)' (\(label.en)) is a result and cannot be set; change what it follows from, "
        + "see minzheng parameters --moves \(path)",
      mend: Label(zh: "改公式里的参数", en: "Change a parameter that stands in its formula."))
  }

  /// What is wrong with a name or code that no area has: a district of old, or a spelling; codes get no advice, because
  /// of two that differ by a digit none is near the other.
  ///
  /// - Parameter orCity: whether the whole city can be meant.
  public static func noDistrict(_ name: String, in areas: Areas, orCity: Bool = false) -> Problem {
    if let former = areas.former(name) {
      let successors = former.successors.map { code in
        areas.districts.first { $0.code == code }.map { "\($0.label.zh) (\(code))" } ?? code
      }
      return .formerDistrict(name: quoted(name), until: former.until, successors: successors)
    }
    let known = (orCity ? areas.all : areas.districts).flatMap { [$0.label.zh, $0.label.en] }
    let isCode = name.allSatisfy(\.isNumber)
    return .unknownDistrict(name: quoted(name), nearest: isCode ? nil : nearestName(to: name, in: known))
  }

  public static func unknownDistrict(name: String, nearest: String?) -> Problem {
    Problem(
      "unknown-district", zh: "没有区县 ‘\(name)’", en: "no district '\(name)'", near: nearest,
      mend: Label(zh: "用 districts.csv 里的名称或代码", en: "Use a name or code of districts.csv."))
  }

  /// The city where one of its districts is meant.
  public static func cityForDistrict(name: String) -> Problem {
    Problem(
      "city-for-district", zh: "‘\(name)’ 是全市，不是区县；不写区县就是全市",
      en: "'\(name)' is the whole city, no district; leave the district out to mean it",
      mend: Label(zh: "去掉 districts 或 /杭州市", en: "Leave out districts, or /杭州市."))
  }

  public static func notByDistrict(path: String) -> Problem {
    Problem(
      "not-by-district", zh: "‘\(path)’ 全市只有一个值，不能按区县设置",
      en: "'\(path)' has one value for the city; it cannot be set by district",
      mend: Label(zh: "不写 districts，直接给全市的值", en: "Leave districts out and give the city's value."))
  }

  public static func emptyChange(path: String) -> Problem {
    Problem(
      "empty-change", zh: "‘\(path)’ 没有给出值", en: "'\(path)' is given no value",
      mend: Label(zh: "写出值，或删去这一行", en: "Give a value, or leave the line out."))
  }

  public static let conflictingChange = Problem(
    "conflicting-change", zh: "multiply 与 add 只能用一个，并且要有 from", en: "give from, and one of multiply and add",
    mend: Label(
      zh: "写成 {from: 2026, multiply: 0.9} 或 {from: 2026, add: 1%}",
      en: "Write {from: 2026, multiply: 0.9} or {from: 2026, add: 1%}."))

  public static func nothingToAdjust(path: String) -> Problem {
    Problem(
      "nothing-to-adjust", zh: "‘\(path)’ 在这些年没有可调整的值，请直接给出值",
      en: "'\(path)' has no value in these years to change; give the value itself",
      mend: Label(zh: "不用 multiply 或 add，写 {年份: 值}", en: "Write {YEAR: value} instead of multiply or add."))
  }

  /// A new value for the city of what every district has its own of.
  public static func voidForCity(path: String) -> Problem {
    Problem(
      "void-for-city", zh: "每个区县都有自己的 ‘\(path)’，给全市的值哪里也不起作用；要改所有区县，写 districts: {\"*\": …}",
      en: "every district has a '\(path)' of its own, so a value for the city counts nowhere; to replace all of them, "
        + "write districts: {\"*\": …}",
      mend: Label(
        zh: "写 districts: {\"*\": 值}，或逐个区县给值",
        en: "Write districts: {\"*\": value}, or name the districts one by one."))
  }

  public static func onlyBaseYear(path: String, year: Year) -> Problem {
    Problem(
      "only-base-year", zh: "‘\(path)’ 只在基年 \(year) 起作用；写一个值，或 {\(year): 值}",
      en: "'\(path)' counts only in the base year, \(year); give a bare value or {\(year): value}",
      mend: Label(zh: "只给基年的值", en: "Give the value of the base year only."))
  }

  public static func intervalOfFixed(path: String) -> Problem {
    Problem(
      "interval-of-fixed", zh: "‘\(path)’ 只计一次，不能带区间", en: "'\(path)' counts once and takes no interval",
      mend: Label(
        zh: "去掉区间；期初值的不确定性用情景表示", en: "Leave the interval out; show an opening value's uncertainty by scenarios."))
  }

  public static func valueOutsideInterval(value: String, low: String, high: String) -> Problem {
    Problem(
      "value-outside-interval", zh: "值 \(value) 不在区间 [\(low), \(high)] 之内",
      en: "the value \(value) does not lie inside [\(low), \(high)]",
      mend: Label(zh: "让值严格落在区间两端之间", en: "Put the value strictly between the ends."))
  }

  public static func intervalEnd(text: String) -> Problem {
    Problem(
      "interval-end", zh: "区间的端点不能是 \(text)：任何抽样都不会到达",
      en: "an interval cannot end at \(text): no draw ever gets there",
      mend: Label(
        zh: "比例的区间落在 0% 与 100% 之间；不会为负的量，下端大于 0",
        en: "End a share's interval inside 0% to 100%, and that of what cannot be negative above 0."))
  }
}
