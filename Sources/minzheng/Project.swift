import ArgumentParser
import Domain
import Foundation
import Inputs
import Population
import Reports
import Simulation

/// Projects the population of a package alone.
struct Project: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "只推算人口。 Project the population alone.",
    discussion: "Needs the demographic tables of a package and its demography parameters, nothing else.")

  @Option(help: "The data package.")
  var dataset: Folder

  @Option(help: "The last year.")
  var to: Int

  @Option(help: "The folder to write to.")
  var out = Folder("out/projection")

  @Option(help: "Language of messages: zh or en.")
  var lang: Language = .zh

  func run() throws {
    try reportingErrors(in: lang) {
      let loaded = try LoadedScenario.projection(of: dataset.path, to: to)
      let results = try balanced(loaded.plan, in: lang)
      let files = try projectionFiles(
        results, loaded, version: Minzheng.version, command: CommandLine.arguments, now: Date())
      try OutputFolder(path: out.path).write(files)
      try say(projectionTable(results, language: lang).text())
      complain(fileList(files, folder: out.path, language: lang) + "\n")
    }
  }
}
