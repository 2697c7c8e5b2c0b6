import Domain

/// Files that cannot be read, or not as text of their kind.
extension Problem {
  public static let fileNotFound = Problem(
    "file-not-found", zh: "文件不存在或无法读取", en: "no such file, or it cannot be read",
    mend: Label(
      zh: "检查路径和文件名；表和参数文件见数据包说明", en: "Check the path and the name; a package needs every table and parameter file."))

  /// A pipe or a device: it cannot be read twice, and may never end.
  public static let notARegularFile = Problem(
    "not-a-regular-file", zh: "不是普通文件（而是管道或设备）", en: "not a regular file, but a pipe or a device",
    mend: Label(zh: "先把内容存成文件，再给出文件名", en: "Save what it gives in a file, and name that."))

  /// A folder, as a file names it from where it lies.
  public static func folderNotFound(path: String) -> Problem {
    Problem(
      "folder-not-found", zh: "从本文件所在处看，没有文件夹 ‘\(path)’", en: "no folder '\(path)', seen from this file",
      mend: Label(
        zh: "改正 dataset: 后面的路径；它相对于情景文件", en: "Correct the path behind dataset:; it is relative to the scenario's file."
      ))
  }

  public static func notUTF8(looksLikeGB18030: Bool) -> Problem {
    Problem(
      "not-utf8",
      words: looksLikeGB18030
        ? Label(zh: "不是 UTF-8，像是 GB18030；请另存为 UTF-8", en: "not UTF-8; it looks like GB18030, save the file as UTF-8")
        : Label(zh: "不是 UTF-8 文本", en: "not UTF-8 text"),
      mend: Label(
        zh: "用编辑器或 iconv -f GB18030 -t UTF-8 转换后保存",
        en: "Save the file as UTF-8, or convert it: iconv -f GB18030 -t UTF-8."))
  }

  /// Something else than the text or the table that was wanted.
  public static func anotherKind(_ kind: FileKind) -> Problem {
    Problem(
      "another-kind", zh: "\(kind.label.zh)；请\(kind.remedy.zh)", en: "\(kind.label.en); \(kind.remedy.en)",
      mend: Label(
        zh: "要的是 UTF-8 文本；表是用逗号分隔的 CSV，第一行为列名",
        en: "Give text in UTF-8; a table is CSV, parted by commas, with the names of the columns in its first line."))
  }

  public static func tooLarge(limit: Int) -> Problem {
    Problem(
      "too-large", zh: "超过 \(limit / 1_000_000) MB，不予读取", en: "larger than \(limit / 1_000_000) MB; it is not read",
      mend: Label(
        zh: "看是否给错了文件；情景和参数文件只有几千字节",
        en: "See whether it is the right file; scenarios and parameters are a few kilobytes."))
  }

  public static func nestedTooDeep(limit: Int) -> Problem {
    Problem(
      "nested-too-deep", zh: "嵌套超过 \(limit) 层", en: "nested more than \(limit) levels deep",
      mend: Label(zh: "减少括号或缩进的层数", en: "Use fewer levels of brackets or indentation."))
  }

  public static func tooManyValues(limit: Int) -> Problem {
    Problem(
      "too-many-values", zh: "展开别名后超过 \(limit) 个值", en: "more than \(limit) values once every alias is written out",
      mend: Label(zh: "少用别名（*），直接写值", en: "Write values out in place of aliases (*)."))
  }

  public static func tooManyProblems(limit: Int) -> Problem {
    Problem(
      "too-many-problems", zh: "本文件已有 \(limit) 个错误，其余不再列出", en: "\(limit) problems in this file; the rest are left out",
      mend: Label(zh: "先改前面的，再检查一次", en: "Mend the first ones and check again."))
  }

  public static func syntax(detail: String) -> Problem {
    Problem(
      "syntax", zh: "YAML 语法错误：\(detail)", en: "YAML syntax: \(detail)",
      mend: Label(
        zh: "看所指位置的缩进、引号和括号；缩进用空格，不用制表符",
        en: "Look at the indentation, quotes and brackets there; indent by spaces, never tabs."))
  }

  /// A sign of Chinese typing where YAML and addresses need that of the keyboard.
  public static func fullWidth(sign: String, needed: String) -> Problem {
    Problem(
      "full-width", zh: "全角的 ‘\(sign)’ 不起作用，请改用半角的 ‘\(needed)’",
      en: "a full-width '\(sign)' means nothing here; write '\(needed)'",
      mend: Label(zh: "切换到英文标点再输入", en: "Type it with the Chinese input method switched off."))
  }

  public static func csv(detail: Label) -> Problem {
    Problem(
      "csv", words: detail,
      mend: Label(
        zh: "每行的字段数与表头相同；含逗号的文字放在双引号里",
        en: "Give each row as many fields as the header; put text with a comma in double quotes."))
  }
}
