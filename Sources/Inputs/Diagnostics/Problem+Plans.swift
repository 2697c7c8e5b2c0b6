import Domain

/// Plans of one's own: targets in a file, or in a table as plan documents print it.
extension Problem {
  public static func targetExists(id: String) -> Problem {
    Problem(
      "target-exists", zh: "数据集已有目标 ‘\(id)’，规划文件里要用别的标识",
      en: "the dataset has a target '\(id)'; give that of the plan another id",
      mend: Label(zh: "换一个标识，如加上年份", en: "Use another id, with the year behind it for instance."))
  }

  public static let noYears = Problem(
    "no-years", zh: "表头里没有年份列；目标值的列名写年份，如 2026年、2030",
    en: "no column is headed by a year; head those of the targets 2026, 2030 and so on",
    mend: Label(zh: "给目标值的列加上年份", en: "Write the year over each column of targets."))

  /// A row of a plan that nobody simulates, as far as its name tells.
  ///
  /// - Parameter akin: indicators that go by the words of the name.
  public static func onlyListed(name: String, akin: [NameSearch.Entry]) -> Problem {
    let offer = akin.isEmpty ? Label.empty : akin.offer
    return Problem(
      "only-listed", zh: "‘\(name)’ 不是指标的名称，只列出、不判断；可在 indicator 列写明指标\(offer.zh)",
      en:
        "no indicator is called '\(name)', so it is listed and not judged; a column indicator may name one\(offer.en)",
      mend: Label(
        zh: "在表中加一列 indicator，写指标名；确实没有的不必改", en: "Add a column indicator with its name; leave what has none as it is.")
    ).asWarning
  }
}

/// Figures to be recorded.
extension Problem {
  public static func onlyListedTarget(id: String, label: Label) -> Problem {
    Problem(
      "only-listed-target", zh: "目标 ‘\(id)’（\(label.zh)）只列出，没有可以填报的序列",
      en: "the target '\(id)' (\(label.en)) is only listed; there is no series to record",
      mend: Label(zh: "无须填报；要填报别的，写指标名", en: "Nothing is to be recorded of it; name an indicator for anything else."))
  }

  public static func alreadyPublished(name: String, year: Year, value: String, source: String) -> Problem {
    Problem(
      "already-published", zh: "‘\(name)’ \(year) 年已有 \(value)（来源 \(source)）；要改写，加 --replace",
      en: "'\(name)' of \(year) is there already: \(value), from \(source); add --replace to overwrite it",
      mend: Label(zh: "核对两个来源；确要改写，加 --replace", en: "Look at both sources; add --replace to overwrite the figure."))
  }
}
