import ArgumentParser
import Domain
import Inputs
import Reports
import Simulation

/// What has to do with data packages.
struct DatasetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dataset", abstract: "数据包。 Data packages.", subcommands: [Check.self])

  /// Reads a package and reports everything wrong with it.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "检查数据包，一次列出全部问题。 Check a data package and report everything wrong at once.")

    @Argument(help: "The folder of the package.")
    var directory: String

    @Option(help: "Language of messages: zh or en.")
    var lang: Language = .zh

    func run() throws {
      try reportingErrors(in: lang) {
        try say(datasetSummary(Dataset(checking: directory), language: lang))
      }
    }
  }
}

/// Works out life tables from death rates.
struct LifeTableCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lifetable", abstract: "由死亡率编制寿命表。 Work out life tables from death rates.",
    discussion: "FILE has the columns sex,age,year,mx with single ages from 0 to an open last age.")

  @Argument(help: "A CSV file of death rates.")
  var file: String

  @Option(help: "The folder to write to.")
  var out: Folder

  @Option(help: "Language of messages: zh or en.")
  var lang: Language = .zh

  func run() throws {
    try reportingErrors(in: lang) {
      let tables = try LifeTables(file: file)
      try OutputFolder(path: out.path).write(lifeTableFiles(tables))
      try say(lifeTableSummary(tables, language: lang).text())
    }
  }
}
