import Domain

/// A data package as a whole: what it lists, and which file holds what.
extension Problem {
  public static let notJSON = Problem(
    "not-json", zh: "不合 JSON 语法，其他程序读不了", en: "not JSON, so that other programs cannot read it",
    mend: Label(
      zh: "看所指位置附近：多余的逗号、缺少的逗号或引号", en: "Look near that place for a comma too many, or a comma or quote missing."))

  public static func tableNotListed(table: String) -> Problem {
    Problem(
      "table-not-listed", zh: "datapackage.json 没有列出 ‘\(table)’", en: "datapackage.json does not list '\(table)'",
      mend: Label(zh: "在 resources 里加上它，或移出 tables", en: "Add it to resources, or take it out of tables."))
  }

  public static func fileNotRead(known: [String]) -> Problem {
    Problem(
      "file-not-read", zh: "这个文件不会被读取；参数只写在 \(known.listed.zh)",
      en: "this file is not read; parameters stand in \(known.listed.en) only",
      mend: Label(zh: "把内容移到所列文件，删去这个文件", en: "Move what it says into the files named, and delete it."))
  }

  public static func columnNotDescribed(name: String, nearest: String?) -> Problem {
    Problem(
      "column-not-described", zh: "datapackage.json 没有说明列 ‘\(name)’",
      en: "datapackage.json does not describe the column '\(name)'", near: nearest,
      mend: Label(
        zh: "改正列名，或在 schema 里说明这一列", en: "Correct the name, or describe the column in the schema."))
  }

  public static func patternDiffers(text: String, pattern: String) -> Problem {
    Problem(
      "pattern-differs", zh: "‘\(text)’ 不符合 datapackage.json 的格式 \(pattern)",
      en: "'\(text)' does not have the form \(pattern) of datapackage.json",
      mend: Label(zh: "按所示格式写", en: "Write it in the form shown."))
  }

  public static func parameterElsewhere(path: String, file: String) -> Problem {
    Problem(
      "parameter-elsewhere", zh: "‘\(path)’ 应写在 \(file)", en: "'\(path)' belongs in \(file)",
      mend: Label(
        zh: "移到所说的文件；若那里已有，留一处", en: "Move it to the file named; where it stands there already, keep one."))
  }

  public static func parameterMissing(path: String) -> Problem {
    Problem(
      "parameter-missing", zh: "数据集缺少参数 ‘\(path)’", en: "the dataset lacks the parameter '\(path)'",
      mend: Label(zh: "在所示文件里加上这个参数", en: "Add the parameter to the file named."))
  }
}
