import ArgumentParser
import Domain
import Inputs
import Reports

/// What has to do with data packages.
struct DatasetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dataset", abstract: "数据包。 Data packages.", subcommands: [Check.self])

  /// Reads a package and reports everything wrong with it.
  struct Check: WorkingCommand {
    static let configuration = CommandConfiguration(
      abstract: "检查数据包，一次列出全部问题。 Check a data package and report everything wrong at once.")

    @Argument(help: "The folder of the package.")
    var directory: String

    @OptionGroup var language: LanguageOption

    var lang: Language { language.lang }

    func work() throws {
      try say(datasetSummary(PackageCheck(directory).sound(), language: lang))
    }
  }
}
