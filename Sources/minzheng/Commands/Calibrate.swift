import ArgumentParser
import Domain
import Inputs
import Reports

/// Fits model coefficients to data.
struct Calibrate: ParsableCommand, Exemplified {
  static let configuration = CommandConfiguration(
    abstract: bilingual("用数据拟合系数。", "Fit coefficients to data."),
    subcommands: [Mortality.self])

  static let examples = ["minzheng calibrate mortality rates.csv --out out/lee-carter"]

  /// Fits the common-factor Lee–Carter model.
  struct Mortality: WorkingCommand {
    static let configuration = CommandConfiguration(
      abstract: bilingual("拟合 Lee–Carter 模型。", "Fit the common-factor Lee–Carter model to rates by sex, age and year."),
      discussion: bilingual(
        "文件有 sex,age,year,mx 四列，单岁组 0…100，两性或一性。",
        "FILE has the columns sex,age,year,mx with single ages 0…100, for both sexes or one alone."))

    static let examples = ["minzheng calibrate mortality rates.csv --from 2000 --out out/lee-carter"]

    @Argument(help: .bilingual("死亡率的 CSV 文件。", "A CSV file of death rates."), completion: .file(extensions: ["csv"]))
    var file: String

    @Option(help: .bilingual("输出文件夹。", "The folder to write to."))
    var out: Folder

    @OptionGroup var form: OutputForm

    @Option(help: .bilingual("拟合的第一年。", "The first year to fit."))
    var from: Int?

    @Option(help: .bilingual("拟合的最后一年。", "The last year to fit."))
    var to: Int?

    @Option(
      name: .customLong("jump-off"),
      help: .bilingual(
        "推算从哪一年的死亡率起；不写则为拟合的最后一年。",
        "The year whose rates the projection starts from; the last year fitted when not given."))
    var jumpOff: Int?

    @OptionGroup var language: LanguageOption

    var lang: Language { language.lang }

    func validate() throws {
      try requireYear("--from", from)
      try requireYear("--to", to)
      try requireYear("--jump-off", jumpOff)
    }

    func work() throws {
      let folder = try publisher(out.path, reading: [file])
      let rates = try MortalityTable(file: file)
      let fit = try rates.fitLeeCarter(from: from, to: to, jumpOff: jumpOff)
      try folder.publish(form.of(commandFiles(leeCarterFiles(fit), inputs: [rates.source], made: .now)))
      try say(leeCarterSummary(fit, language: lang))
    }
  }
}
