import Domain

/// What a file turns out to be where text or a comma-separated table was wanted, and what to do about it.
public struct FileKind: Equatable, Sendable {
  public let label: Label
  public let remedy: Label

  private init(zh: String, en: String, remedyZh: String, remedyEn: String) {
    label = Label(zh: zh, en: en)
    remedy = Label(zh: remedyZh, en: remedyEn)
  }

  public static let workbook = FileKind(
    zh: "这是电子表格工作簿，不是文本", en: "a workbook, no text", remedyZh: "在表格软件里另存为“CSV UTF-8”",
    remedyEn: "save it as 'CSV UTF-8' in the spreadsheet program")
  public static let webPage = FileKind(
    zh: "这是网页（HTML），不是表", en: "a web page (HTML), no table", remedyZh: "下载数据本身，或从浏览器复制到表格里再另存为 CSV UTF-8",
    remedyEn: "fetch the data itself, or save the table as 'CSV UTF-8'")
  public static let utf16 = FileKind(
    zh: "文件是 UTF-16（“Unicode 文本”）", en: "UTF-16 ('Unicode text')", remedyZh: "另存为 UTF-8",
    remedyEn: "save it as UTF-8")
  public static let sepLine = FileKind(
    zh: "第 1 行是 Excel 的 sep=，不是表头", en: "line 1 is Excel's sep=, no header", remedyZh: "删去这一行",
    remedyEn: "delete the line")
  public static let mortalityDatabase = FileKind(
    zh: "这是人类死亡率数据库（HMD）的格式：各列用空格分开", en: "the layout of the Human Mortality Database, columns parted by blanks",
    remedyZh: "改成用逗号分隔、一行一个值的表，列为 sex,age,year,mx",
    remedyEn: "make it comma-separated with one rate a row: sex,age,year,mx")

  /// - Parameter sign: what stands between the columns, by name.
  public static func parted(by sign: Label) -> FileKind {
    FileKind(
      zh: "各列用\(sign.zh)分开", en: "the columns are parted by \(sign.en)",
      remedyZh: "用逗号分隔、小数用点，另存为 CSV UTF-8", remedyEn: "part them by commas, with decimal points, and save as CSV UTF-8")
  }

  public static func headerBelow(line: Int) -> FileKind {
    FileKind(
      zh: "表头不在第 1 行，而在第 \(line) 行", en: "the header is not line 1 but line \(line)",
      remedyZh: "删去它上面的标题和空行", remedyEn: "delete the title and blank lines above it")
  }
}

extension FileKind {
  /// The kind of a file that is no UTF-8 text at all; nil for all else.
  init?(_ bytes: [UInt8]) {
    func begins(_ start: [UInt8]) -> Bool { bytes.starts(with: start) }
    // ZIP holds today's workbooks, a compound document those of old.
    if begins([0x50, 0x4B, 0x03, 0x04]) || begins([0xD0, 0xCF, 0x11, 0xE0]) {
      self = .workbook
    } else if begins([0xFF, 0xFE]) || begins([0xFE, 0xFF]) {
      self = .utf16
    } else if FileKind.isMarkup(bytes.prefix(200)) {
      self = .webPage
    } else {
      return nil
    }
  }

  private static func isMarkup(_ start: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: start, as: UTF8.self).lowercased().drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    return ["<!doctype html", "<html", "<table", "<?xml"].contains { text.hasPrefix($0) }
  }

  /// The kind of a table that lacks columns under its first line; nil where it looks like a table of commas.
  init?(head bytes: [UInt8], columns: [String]) {
    let text = String(decoding: bytes.prefix(4096), as: UTF8.self)
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).prefix(20)
    func names(_ line: Substring, _ sign: Character) -> [String] {
      line.split(separator: sign).map { $0.filter { !$0.isWhitespace && $0 != "\"" && $0 != "\u{FEFF}" } }
    }
    func holdsHeader(_ line: Substring, _ sign: Character) -> Bool {
      let names = names(line, sign)
      return columns.allSatisfy(names.contains)
    }
    if lines.contains(where: { $0.split(whereSeparator: \.isWhitespace) == ["Year", "Age", "Female", "Male", "Total"] })
    {
      self = .mortalityDatabase
      return
    }
    if lines.first?.lowercased().hasPrefix("sep=") == true {
      self = .sepLine
      return
    }
    let signs: [(Character, Label)] = [
      (";", Label(zh: "分号", en: "semicolons")), ("\t", Label(zh: "制表符", en: "tabs")),
      ("，", Label(zh: "中文逗号", en: "Chinese commas")), ("；", Label(zh: "中文分号", en: "Chinese semicolons")),
    ]
    for line in lines {
      if let sign = signs.first(where: { holdsHeader(line, $0.0) }) {
        self = .parted(by: sign.1)
        return
      }
    }
    guard let place = lines.indices.dropFirst().first(where: { holdsHeader(lines[$0], ",") }) else { return nil }
    self = .headerBelow(line: place + 1)
  }
}
