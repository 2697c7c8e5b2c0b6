import CSV
import Domain

extension CSVFault.Kind {
  /// Whether the columns themselves are in doubt.
  var isOfHeader: Bool {
    switch self {
    case .missingHeader, .emptyHeader, .duplicateHeader: true
    default: false
    }
  }

  /// The fault in words.
  var label: Label {
    switch self {
    case .missingHeader: Label(zh: "没有表头", en: "no header row")
    case .tooManyColumns(let limit): Label(zh: "列数超过 \(limit)", en: "more than \(limit) columns")
    case .emptyHeader(let field): Label(zh: "第 \(field) 列没有名字", en: "column \(field) has no name")
    case .duplicateHeader(let name, let first):
      Label(zh: "列 ‘\(name)’ 重复，第一次在第 \(first) 列", en: "column '\(name)' stands twice; first as column \(first)")
    case .fieldCount(let expected, let found):
      Label(zh: "应有 \(expected) 个字段，实有 \(found) 个", en: "expected \(expected) fields, found \(found)")
    case .strayQuote: Label(zh: "字段中间有引号", en: "a quote inside a field")
    case .textAfterQuote: Label(zh: "引号后还有文字", en: "text after a closing quote")
    case .unterminatedQuote: Label(zh: "引号没有结束", en: "a quote is not closed")
    case .bareCarriageReturn: Label(zh: "单独的回车符", en: "a carriage return alone")
    case .nulByte: Label(zh: "空字节", en: "a NUL byte")
    case .invalidUTF8(_, let resembles):
      resembles == .gb18030
        ? Label(zh: "不是 UTF-8，像是 GB18030；请另存为 UTF-8", en: "not UTF-8; it looks like GB18030, save the file as UTF-8")
        : Label(zh: "不是 UTF-8", en: "not UTF-8")
    }
  }
}
