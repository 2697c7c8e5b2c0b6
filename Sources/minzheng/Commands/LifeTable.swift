import ArgumentParser
import Domain
import Inputs
import Reports

/// Works out life tables from death rates.
struct LifeTableCommand: WorkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "lifetable",
    abstract: bilingual("由死亡率编制寿命表。", "Work out life tables from death rates."),
    discussion: bilingual(
      "文件有 sex,age,year,mx 四列，单岁组从 0 到开放的最后年龄。",
      "FILE has the columns sex,age,year,mx with single ages from 0 to an open last age."))

  static let examples = ["minzheng lifetable rates.csv --out out/lifetable"]

  @Argument(help: .bilingual("死亡率的 CSV 文件。", "A CSV file of death rates."), completion: .file(extensions: ["csv"]))
  var file: String

  @Option(help: .bilingual("输出文件夹。", "The folder to write to."))
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
