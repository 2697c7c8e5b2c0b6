import Domain

/// Ages of tables, and rates that cannot be those of an age.
extension Problem {
  public static func openAge(text: String, last: Int) -> Problem {
    Problem(
      "open-age", zh: "‘\(text)’ 不是最后一个年龄；这里要 0–\(last) 的单岁，\(last) 为 \(last) 岁及以上",
      en: "'\(text)' is not the last age; single ages 0 to \(last) are wanted, \(last) for all from \(last) on",
      mend: Label(zh: "把开放年龄组拆成单岁", en: "Split the open age group into single ages."))
  }

  public static func ageGroup(text: String, last: Int) -> Problem {
    Problem(
      "age-group", zh: "‘\(text)’ 是年龄组；这里要 0–\(last) 的单岁",
      en: "'\(text)' is a group of ages; single ages 0 to \(last) are wanted",
      mend: wantsSingleAges)
  }

  /// - Parameter what: whose ages they are, in the words of the file; empty for the whole table.
  public static func fiveYearAges(what: String, last: Int) -> Problem {
    let place = what.isEmpty ? Label.empty : Label(zh: "\(what)：", en: "\(what): ")
    return Problem(
      "five-year-ages", zh: "\(place.zh)只有五岁组的首岁；这里要 0–\(last) 的单岁，不做内插",
      en:
        "\(place.en)only the first ages of five-year groups; single ages 0 to \(last) are wanted, nothing is filled in",
      mend: wantsSingleAges)
  }

  public static func overlappingAges(what: String, text: String, next: Int) -> Problem {
    Problem(
      "overlapping-ages", zh: "\(what)：年龄组 ‘\(text)’ 与从 \(next) 岁开始的下一组重叠",
      en: "\(what): the ages '\(text)' reach into the next group, which begins at \(next)",
      mend: Label(zh: "改正年龄组的起止", en: "Correct where the groups begin and end."))
  }

  public static let sparseMigrants = Problem(
    "sparse-migrants", zh: "净迁入只在五岁组的首岁有数；其余年龄按零计，不做内插",
    en: "net migrants at the first ages of five-year groups only; the other ages count as zero, nothing is filled in",
    mend: Label(zh: "换成 0–100 的单岁数据", en: "Give single ages 0 to 100.")
  ).asWarning

  public static func perThousand(text: String) -> Problem {
    Problem(
      "per-thousand", zh: "死亡率像是以千分之一（‰）计，例如 ‘\(text)’；除以 1000 再写",
      en: "the death rates look like rates per thousand, such as '\(text)'; divide them by 1000",
      mend: Label(zh: "写成每人每年的率，如 0.0045", en: "Write rates per person and year, such as 0.0045."))
  }

  public static func zeroRate(sex: Sex, age: Int, year: Year) -> Problem {
    Problem(
      "zero-rate", zh: "\(year) 年 \(age) 岁（\(sex.name)）的死亡率为零，没有对数，不能拟合",
      en: "the death rate at age \(age) (\(sex.name)) in \(year) is zero; it has no logarithm and cannot be fitted",
      mend: Label(zh: "合并相邻年份或年龄，或用更大的人群", en: "Pool years or ages, or take a larger population."))
  }

  public static func zeroAtOpenAge(what: String, age: Int) -> Problem {
    Problem(
      "zero-at-open-age", zh: "\(what)：最后一岁 \(age) 的死亡率为零，寿命表无法结束",
      en: "\(what): a death rate of zero at the last age, \(age), cannot close a life table",
      mend: Label(zh: "补上最后一岁的死亡率，或在较低的年龄结束", en: "Give a rate for the last age, or end the table at a lower one."))
  }

  public static func yearOutsideData(_ year: Year, first: Year, last: Year) -> Problem {
    Problem(
      "year-outside-data", zh: "\(year) 年不在数据的年份 \(first)–\(last) 之内",
      en: "\(year) is not among the years of the data, \(first) to \(last)",
      mend: Label(zh: "用数据有的年份", en: "Take years that the data have."))
  }

  public static func agesOfMothers(text: String, low: Int, high: Int) -> Problem {
    Problem(
      "ages-of-mothers", zh: "\(text) 岁不会生育：生育率的年龄应在 \(low)–\(high) 岁之间",
      en: "no births at age \(text): the ages of fertility lie between \(low) and \(high)",
      mend: Label(
        zh: "age 列写母亲的单岁年龄，不是组号", en: "The column age holds the mother's single age, not the number of a group."))
  }

  public static func fertilityTotal(_ total: Double, what: String) -> Problem {
    let shown = "\((total * 100).rounded() / 100)"
    return Problem(
      "fertility-total", zh: "\(what)：各年龄生育率之和为 \(shown)，应在 0.3–9 之间",
      en: "\(what): the rates add up to \(shown) children a woman; expected 0.3 to 9",
      mend: Label(zh: "检查单位（每千人还是每人）和年龄的间隔", en: "Check the unit, per thousand or per woman, and the steps of age."))
  }
}

private let wantsSingleAges = Label(
  zh: "换成单岁数据，或先用自己的方法展开", en: "Give single ages, or expand the groups by a method of your own.")
