import ArgumentParser
import Domain

extension Language: ExpressibleByArgument {}

/// How a command speaks.
struct LanguageOption: ParsableArguments {
  @Option(help: .bilingual("报告、信息和帮助的语言：zh 或 en。", "Language of reports, messages and help: zh or en."))
  var lang: Language = .zh

  @Flag(
    help: .bilingual(
      "不显示进度和文件清单；结果、错误和提醒照旧。",
      "Show neither progress nor the list of files; results, errors and warnings stay."))
  var quiet = false
}
