import ArgumentParser
import Domain
import Inputs
import Reports
import Simulation

/// Projects the population of a package alone.
struct Project: WorkingCommand {
  static let configuration = CommandConfiguration(
    abstract: "只推算人口。 Project the population alone.",
    discussion: "Needs the demographic tables of a package and its demography parameters, nothing else.")

  @Option(help: "The data package.")
  var dataset: Folder

  @Option(help: "The last year.")
  var to: Int

  @Option(help: "The information date; without it, every dated value of the package counts as known.")
  var knownUntil: Int?

  @Option(help: "The folder to write to.")
  var out = Folder("out/projection")

  @OptionGroup var form: OutputForm

  @OptionGroup var members: MemberOptions

  @OptionGroup var language: LanguageOption

  var lang: Language { language.lang }

  func validate() throws { try requireYear("--to", to) }

  func work() async throws {
    let loaded = try LoadedScenario.projection(
      of: dataset.path, to: to, draws: members.draws ?? 0, seed: members.seed ?? 0, knownUntil: knownUntil)
    let plan = try Plan(loaded)
    let folder = try publisher(out.path, reading: loaded.inputs.map(\.path))
    complain(warningText(loaded.dataset.warnings, language: lang))
    let results = try await computed(plan, members, in: lang)
    let files = try await projectionFiles(results, loaded, made: .now)
    try deliver(
      form.of(files, plan), by: folder, showing: projectionTable(results, language: lang).text())
  }
}
