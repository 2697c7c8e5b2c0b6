import ArgumentParser
import Domain
import Inputs
import Reports

/// Fits model coefficients to data.
struct Calibrate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "用数据拟合系数。 Fit coefficients to data.", subcommands: [Mortality.self])

  /// Fits the common-factor Lee–Carter model.
  struct Mortality: WorkingCommand {
    static let configuration = CommandConfiguration(
      abstract: "拟合 Lee–Carter 模型。 Fit the common-factor Lee–Carter model to rates by sex, age and year.",
      discussion: "FILE has the columns sex,age,year,mx with single ages 0…100, for both sexes or one alone.")

    @Argument(help: "A CSV file of death rates.")
    var file: String

    @Option(help: "The folder to write to.")
    var out: Folder

    @OptionGroup var form: OutputForm

    @Option(help: "The first year to fit.")
    var from: Int?

    @Option(help: "The last year to fit.")
    var to: Int?

    @Option(
      name: .customLong("jump-off"),
      help: "The year whose rates the projection starts from; the last year fitted when not given.")
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
