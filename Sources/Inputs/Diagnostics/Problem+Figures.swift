import Domain

/// Figures of a dataset that cannot stand as they are, by themselves or beside others.
extension Problem {
  public static func cityRow(code: String) -> Problem {
    Problem(
      "city-row", zh: "‘\(code)’ 是全市；全市人口由各区县相加，请删去此行",
      en: "'\(code)' is the city, whose people are those of its districts; leave the row out",
      mend: Label(zh: "删去这一行", en: "Delete the row."))
  }

  public static func unitDiffers(found: String, expected: String) -> Problem {
    Problem(
      "unit-differs", zh: "单位 ‘\(found)’ 与指标不符，应为 \(expected)",
      en: "the unit '\(found)' is not the indicator's; expected \(expected)",
      mend: Label(zh: "用指标的单位，值也要换算", en: "Use the indicator's unit, and convert the value."))
  }

  public static func implausible(text: String, low: String, high: String, unit: String) -> Problem {
    Problem(
      "implausible", zh: "‘\(text)’ 不合理：以 \(unit) 计应在 \(low)–\(high)",
      en: "'\(text)' is not plausible: in \(unit) it lies between \(low) and \(high)",
      mend: Label(
        zh: "表里用内部单位：占比写 0.65，金额写元", en: "Tables hold inside units: write 0.65 for 65 %, and yuan for money."))
  }

  /// A published value of another size than those beside it.
  ///
  /// - Parameters:
  ///   - factor: 12, 100, 1 000, 10 000 or 100 000 000.
  ///   - other: what it is held against, such as “1247700, published for 2023”.
  public static func wrongSize(text: String, factor: Int, isTooLarge: Bool, beside other: Label) -> Problem {
    let cause =
      switch (factor, isTooLarge) {
      case (12, false): Label(zh: "是否把一个月的数当成了一年的", en: "is it a month's figure for a year's?")
      case (12, true): Label(zh: "是否把一年的数当成了一个月的", en: "is it a year's figure for a month's?")
      case (100, true): Label(zh: "是否把百分数当成了占比", en: "is it per cent for a share?")
      case (100, false): Label(zh: "是否除了两次 100", en: "was it divided by 100 twice?")
      case (1_000, false): Label(zh: "是否以千计", en: "is it in thousands?")
      case (10_000, false): Label(zh: "是否以万计", en: "is it in units of 10 000 (万)?")
      case (100_000_000, false): Label(zh: "是否以亿计", en: "is it in units of 100 000 000 (亿)?")
      default: Label(zh: "是否换算了两次", en: "was it converted twice?")
      }
    let zh = isTooLarge ? "约为\(other.zh)的 \(factor) 倍" : "约为\(other.zh)的 1/\(factor)"
    let en = isTooLarge ? "about \(factor) times \(other.en)" : "about 1/\(factor) of \(other.en)"
    return Problem(
      "wrong-size", zh: "‘\(text)’ \(zh)；\(cause.zh)", en: "'\(text)' is \(en); \(cause.en)",
      mend: Label(
        zh: "表里用内部单位：人、元、一年的数、占比 0.65；数没有错就不必改",
        en: "Tables hold persons, yuan, figures of a year, and 0.65 for 65 %; leave the figure where it is right.")
    ).asWarning
  }

  public static func totalDiffers(sum: Double, published: Double) -> Problem {
    Problem(
      "total-differs", zh: "population.csv 合计 \(sum.plain)，与公布数 \(published.plain) 相差超过 1%",
      en: "population.csv adds up to \(sum.plain), more than 1 % off the published \(published.plain)",
      mend: Label(
        zh: "查 population.csv 的行与公布数，错的一方改正",
        en: "Find out which is wrong, a row of population.csv or the published total."))
  }

  /// A figure that an input is to be solved for, and that nobody published.
  public static func noFigure(indicator: String, area: String, year: Year) -> Problem {
    Problem(
      "no-figure", zh: "observed.csv 没有 \(area) \(year) 年的 ‘\(indicator)’，无法据此求解",
      en: "observed.csv has no '\(indicator)' of \(area) in \(year) to solve an input for",
      mend: Label(
        zh: "在 observed.csv 加上公布数，或删去 solves.csv 的这一行",
        en: "Enter the published figure in observed.csv, or leave the row of solves.csv out."))
  }

  public static func mortality(_ detail: Label) -> Problem {
    Problem(
      "mortality", words: detail,
      mend: Label(zh: "检查 mortality_rates.csv 的死亡率", en: "Check the death rates of mortality_rates.csv."))
  }

  public static func sharesExceedOne(line: String, sum: Double, remainder: Label) -> Problem {
    let words =
      line.hasPrefix("fund.")
      ? Label(
        zh: "‘\(line)’ 上缴中央和省级的份额合计 \(sum.summed)，超过 1；其余应归\(remainder.zh)",
        en: "of '\(line)' centre and province get \(sum.summed), more than 1; the rest belongs to \(remainder.en)")
      : Label(
        zh: "‘\(line)’ 各付款方的份额合计 \(sum.summed)，超过 1；其余应由\(remainder.zh)承担",
        en: "the shares of '\(line)' add up to \(sum.summed), more than 1; "
          + "\(remainder.en.lowercased()) should pay the rest")
    return Problem(
      "shares-exceed-one", words: words,
      mend: Label(zh: "改小其中一个 fiscal.….share_…", en: "Make one of fiscal.….share_… smaller."))
  }

  public static func notACost(text: String) -> Problem {
    Problem(
      "not-a-cost", zh: "以 ‘\(text)’ 计的项目没有单价；只有人、个和比例可以",
      en: "a programme counted in '\(text)' has no unit cost; only persons, counts and shares have one",
      mend: Label(zh: "清空 line 和 costs", en: "Leave line and costs empty."))
  }
}
