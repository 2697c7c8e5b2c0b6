import ArgumentParser
import Domain
import Foundation
import Inputs
import NumericCore
import Population
import Reports
import Simulation

/// Projects the population of a package alone.
struct Project: AsyncParsableCommand {
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

  @OptionGroup var members: MemberOptions

  @Option(help: "Language of messages: zh or en.")
  var lang: Language = .zh

  func run() async throws {
    useOneBLASThread()
    try await reportingErrors(in: lang) {
      let loaded = try LoadedScenario.projection(
        of: dataset.path, to: to, draws: members.draws ?? 0, seed: members.seed ?? 0,
        knownUntil: knownUntil)
      let results = try await computed(loaded.plan, members, in: lang)
      let files = try await projectionFiles(
        results, loaded, version: Minzheng.version, command: CommandLine.arguments, now: Date())
      try OutputFolder(path: out.path).write(files)
      try say(projectionTable(results, language: lang).text())
      complain(fileList(files, folder: out.path, language: lang) + "\n")
    }
  }
}
