import Domain

/// Keys, and the forms in which values stand under them.
extension Problem {
  public static func duplicateKey(name: String, firstLine: Int) -> Problem {
    Problem(
      "duplicate-key", zh: "‘\(name)’ 重复，第一次在第 \(firstLine) 行",
      en: "'\(name)' stands twice; first in line \(firstLine)",
      mend: Label(zh: "两处留一处", en: "Keep one of the two."))
  }

  public static func unknownKey(name: String, nearest: String?, allowed: [String]) -> Problem {
    let known = nearest == nil ? Label(zh: "；可用：\(allowed.listed.zh)", en: "; known: \(allowed.listed.en)") : .empty
    return Problem(
      "unknown-key", zh: "没有键 ‘\(name)’\(known.zh)", en: "no key '\(name)'\(known.en)", near: nearest,
      mend: Label(zh: "改用所列的键", en: "Use one of the known keys."))
  }

  public static func missingKey(name: String) -> Problem {
    Problem(
      "missing-key", zh: "缺少 ‘\(name)’", en: "'\(name)' is missing", mend: Label(zh: "补上这个键", en: "Add the key."))
  }

  /// The form a value should have.
  public enum Shape: Equatable, Sendable {
    case mapping, list, text, change

    fileprivate var label: Label {
      switch self {
      case .mapping: Label(zh: "键值对", en: "keys with values")
      case .list: Label(zh: "列表", en: "a list")
      case .text: Label(zh: "一个值", en: "a single value")
      case .change:
        Label(
          zh: "一个值、{年份: 值}、{from, to, multiply|add} 或 {districts: …}",
          en: "a value, {YEAR: value}, {from, to, multiply|add} or {districts: …}")
      }
    }
  }

  public static func expected(_ shape: Shape, found: String) -> Problem {
    // The beginning tells what it is.
    let start = found.count > 60 ? found.prefix(60) + "…" : found[...]
    return Problem(
      "expected", zh: "应为\(shape.label.zh)，而不是 ‘\(start)’", en: "expected \(shape.label.en), found '\(start)'",
      mend: Label(zh: "改成所要的形式", en: "Write it in the form expected."))
  }

  public static func unknownWord(text: String, nearest: String?, allowed: [String]) -> Problem {
    Problem(
      "unknown-word", zh: "不能用 ‘\(text)’，应为 \(allowed.listed.zh) 之一",
      en: "'\(text)' is not one of \(allowed.listed.en)",
      near: nearest, mend: Label(zh: "改用所列的词", en: "Use one of the words listed."))
  }
}
