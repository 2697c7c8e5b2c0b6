import ArgumentParser
import Domain

extension Language: ExpressibleByArgument {}

/// The language of a command.
struct LanguageOption: ParsableArguments {
  @Option(help: "Language of reports and messages: zh or en.")
  var lang: Language = .zh
}
