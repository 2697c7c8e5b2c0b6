import ArgumentParser
import Domain
import Inputs
import Reports
import Simulation
import Studies

/// Writes results in the forms that people take away.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "导出可以带走的文件。 Write results in forms to take away.",
    subcommands: [Book.self, Page.self, NotebookCommand.self])

  /// One page for a director.
  struct Page: WorkingCommand {
    static let configuration = CommandConfiguration(
      commandName: "html",
      abstract: "导出一个网页：费用、目标、区县和走势，图带数据表。 One page: cost, targets, districts and trends, charts with their numbers.",
      discussion: "A single file without scripts that needs no network. Several scenarios are shown side by side.")

    @Argument(help: "Scenario files, the first of which the page is about.")
    var scenarios: [String]

    @OptionGroup var changes: ChangeOptions
    @OptionGroup var members: MemberOptions

    @Option(help: "The file to write to; NAME.html when not given.")
    var out: File?

    var lang: Language { changes.lang }

    func work() async throws {
      let loaded = try changes.read(scenarios, members)
      let plans = try loaded.map { try Plan($0) }
      let file = out ?? File("\(plans[0].scenario.name).html")
      let writer = try publisher(file: file, reading: loaded.flatMap(\.inputs).map(\.path))
      do {
        if plans.count > 1 { _ = try Comparison.commonYears(of: plans) }
        // Differences are shown in the years of a comparison, and the budget at its quantile.
        let results = try await computed(
          plans, members, keeping: plans.count > 1 ? loaded[0].dataset.indicatorNames : [],
          areas: [plans[0].city.areas.cityIndex], years: nil, in: lang)
        let page = try DirectorsPage(results, loaded[0].dataset, language: lang).document()
        try writer.publish([UInt8](page.html.utf8))
        complain(lang.say("文件：\(file.path)\n", "File: \(file.path)\n"))
      } catch let error as ComparisonError {
        throw Refusal(error, in: lang)
      }
    }
  }
}
