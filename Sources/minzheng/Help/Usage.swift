import ArgumentParser
import Domain

/// The language on the command line, for words that are said before a command has read it.
func languageAsked() -> Language {
  let arguments = CommandLine.arguments
  let separate = zip(arguments, arguments.dropFirst()).contains { $0 == "--lang" && $1 == "en" }
  return separate || arguments.contains("--lang=en") ? .en : .zh
}

/// Words of the command line's declarations, in the language asked for.
func bilingual(_ zh: String, _ en: String) -> String { languageAsked().say(zh, en) }

extension ArgumentHelp {
  /// What an argument is for, in the language asked for.
  static func bilingual(_ zh: String, _ en: String) -> ArgumentHelp { ArgumentHelp(languageAsked().say(zh, en)) }
}

/// A wrong use of the command line, in the language asked for.
func misuse(_ zh: String, _ en: String) -> ValidationError { ValidationError(languageAsked().say(zh, en)) }

/// What the parser of arguments says, in Chinese as far as it is known; the rest stays as it is.
func usageText(_ english: String) -> String {
  english.split(separator: "\n", omittingEmptySubsequences: false).map(lineInChinese).joined(separator: "\n")
}

private func lineInChinese(_ line: Substring) -> String {
  if line.hasPrefix("Error: ") { return "错误：" + sentence(String(line.dropFirst("Error: ".count))) }
  if line.hasPrefix("Usage: ") { return "用法：" + line.dropFirst("Usage: ".count) }
  if line.hasPrefix("Help: ") { return "说明：" + line.dropFirst("Help: ".count) }
  if let found = line.wholeMatch(of: /\s*See '(.+)' for more information\./) { return "  详见 \(found.1)" }
  return String(line)
}

private func sentence(_ text: String) -> String {
  if let found = text.wholeMatch(of: /Unknown option '(.+?)'\. Did you mean '(.+)'\?/) {
    return "没有选项 ‘\(found.1)’；最接近的是 ‘\(found.2)’"
  }
  if let found = text.wholeMatch(of: /Unknown option '(.+)'/) { return "没有选项 ‘\(found.1)’" }
  if let found = text.wholeMatch(of: /Missing expected argument '(.+)'/) { return "缺少 ‘\(found.1)’" }
  if let found = text.wholeMatch(of: /Missing value for '(.+)'/) { return "‘\(found.1)’ 后面缺少值" }
  if let found = text.wholeMatch(of: /Unexpected argument '(.+)'/) { return "多出 ‘\(found.1)’" }
  if let found = text.wholeMatch(of: /\d+ unexpected arguments: (.+)/) { return "多出 \(found.1)" }
  if let found = text.wholeMatch(of: /The value '(.*)' is invalid for '(.+?)'\.? ?(.*)/) {
    let choices = found.3.wholeMatch(of: /Please provide one of (.+)\./)
    let rest = choices.map {
      "；可用：" + $0.1.replacing("'", with: "").replacing(" and ", with: "、").replacing(", ", with: "、")
    }
    return "‘\(found.2)’ 不能是 ‘\(found.1)’" + (rest ?? "")
  }
  return text
}
