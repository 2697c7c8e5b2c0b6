import Domain

/// Tables: their columns, rows and fields.
extension Problem {
  public static func missingColumn(name: String, nearest: String?) -> Problem {
    Problem(
      "missing-column", zh: "缺少列 ‘\(name)’", en: "no column '\(name)'", near: nearest,
      mend: Label(zh: "加上这一列，或改正列名", en: "Add the column, or correct its name."))
  }

  public static func missingRows(detail: String) -> Problem {
    Problem(
      "missing-rows", zh: "缺少行：\(detail)", en: "rows are missing: \(detail)",
      mend: Label(zh: "补上缺的行；所示为第一处", en: "Add the rows; the first one missing is shown."))
  }

  public static func tooManyRows(limit: Int) -> Problem {
    Problem(
      "too-many-rows", zh: "超过 \(limit) 行", en: "more than \(limit) rows",
      mend: Label(zh: "看是否给错了表", en: "See whether it is the right table."))
  }

  public static func duplicateRow(key: String) -> Problem {
    Problem(
      "duplicate-row", zh: "重复的行：\(key)", en: "this row stands twice: \(key)",
      mend: Label(zh: "留一行", en: "Keep one of the rows."))
  }

  public static func emptyField(column: String) -> Problem {
    Problem(
      "empty-field", zh: "‘\(column)’ 不能为空", en: "'\(column)' cannot be empty",
      mend: Label(zh: "填上", en: "Fill it in."))
  }

  public static func strayBlank(text: String) -> Problem {
    Problem(
      "stray-blank", zh: "‘\(text)’ 首尾有空格", en: "'\(text)' has a blank at an end",
      mend: Label(zh: "去掉空格", en: "Leave the blank out."))
  }

  public static func disagrees(text: String, expected: String, key: String, firstLine: Int) -> Problem {
    Problem(
      "disagrees", zh: "‘\(key)’ 在第 \(firstLine) 行是 ‘\(expected)’，这里是 ‘\(text)’",
      en: "'\(key)' has '\(expected)' in line \(firstLine), but '\(text)' here",
      mend: Label(zh: "两处写成一样，或改正前面的标识", en: "Write both alike, or correct the name they stand under."))
  }

  /// - Parameter akin: names that go by the words of the one found, offered where none is near by its letters.
  public static func unknownName(
    kind: Label, name: String, nearest: String?, akin: [NameSearch.Entry] = []
  ) -> Problem {
    let offer = nearest == nil && !akin.isEmpty ? akin.offer : .empty
    return Problem(
      "unknown-name", zh: "没有\(kind.zh) ‘\(name)’\(offer.zh)", en: "no \(kind.en) '\(name)'\(offer.en)", near: nearest,
      mend: Label(
        zh: "改正名称；指标见 minzheng indicators，来源见 SOURCES.md",
        en: "Correct the name; minzheng indicators lists indicators, SOURCES.md the sources."))
  }

  public static func negative(text: String) -> Problem {
    Problem(
      "negative", zh: "‘\(text)’ 不能为负", en: "'\(text)' cannot be negative",
      mend: Label(zh: "改为零或正数", en: "Write zero or more."))
  }
}
