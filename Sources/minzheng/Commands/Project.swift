import ArgumentParser
import Domain
import Inputs
import Reports
import Simulation

/// Projects the population of a package alone.
struct Project: WorkingCommand {
  static let configuration = CommandConfiguration(
    abstract: bilingual("只推算人口。", "Project the population alone."),
    discussion: bilingual(
      "只需数据包的人口表和 demography 参数。",
      "Needs the demographic tables of a package and its demography parameters, nothing else."))

  static let examples = ["minzheng project --dataset datasets/hangzhou --to 2035"]

  @Option(help: .bilingual("数据包。", "The data package."), completion: .datasets)
  var dataset: Folder

  @Option(help: .bilingual("最后一年。", "The last year."))
  var to: Int

  @Option(
    help: .bilingual(
      "已知到哪一年；不写则数据包中有日期的数值都算已知。", "The information date; without it, every dated value of the package counts as known."
    ))
  var knownUntil: Int?

  @Option(help: .bilingual("输出文件夹。", "The folder to write to."))
  var out = Folder("out/projection")

  @OptionGroup var form: OutputForm

  @OptionGroup var members: MemberOptions

  @OptionGroup var language: LanguageOption

  var lang: Language { language.lang }

  func validate() throws { try requireYear("--to", to) }

  func work() async throws {
    let loaded = try LoadedScenario.projection(
      of: package(dataset.path), to: to, draws: members.draws ?? 0, seed: members.seed ?? 0, knownUntil: knownUntil)
    let plan = try Plan(loaded)
    let folder = try publisher(out.path, reading: loaded.inputs.map(\.path))
    complain(warningText(loaded.dataset.warnings, language: lang))
    let results = try await computed(plan, members, in: lang)
    let files = try await projectionFiles(results, loaded, made: .now)
    try deliver(
      form.of(files, plan), by: folder, showing: projectionTable(results, language: lang).text())
  }
}
