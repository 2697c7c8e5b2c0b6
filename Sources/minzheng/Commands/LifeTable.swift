import ArgumentParser
import Domain
import Inputs
import Reports

/// Works out life tables from death rates.
struct LifeTableCommand: WorkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "lifetable", abstract: "由死亡率编制寿命表。 Work out life tables from death rates.",
    discussion: "FILE has the columns sex,age,year,mx with single ages from 0 to an open last age.")

  @Argument(help: "A CSV file of death rates.")
  var file: String

  @Option(help: "The folder to write to.")
  var out: Folder

  @OptionGroup var form: OutputForm

  @OptionGroup var language: LanguageOption

  var lang: Language { language.lang }

  func work() throws {
    let folder = try publisher(out.path, reading: [file])
    let tables = try LifeTables(file: file)
    try folder.publish(form.of(commandFiles(lifeTableFiles(tables), inputs: [tables.source], made: .now)))
    try say(lifeTableSummary(tables, language: lang).text())
  }
}
