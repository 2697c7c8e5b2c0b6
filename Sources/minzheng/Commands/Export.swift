import ArgumentParser
import Domain
import Inputs
import Reports
import Simulation
import Studies

/// Writes results in the forms that people take away.
struct Export: ParsableCommand, Exemplified {
  static let configuration = CommandConfiguration(
    abstract: bilingual("导出可以带走的文件。", "Write results in forms to take away."),
    subcommands: [Book.self, Page.self, NotebookCommand.self])

  static let examples = ["minzheng export xlsx scenarios/baseline.yaml"]

  /// One page for a director.
  struct Page: WorkingCommand {
    static let configuration = CommandConfiguration(
      commandName: "html",
      abstract: bilingual(
        "导出一个网页：费用、目标、区县和走势，图带数据表。", "One page: cost, targets, districts and trends, charts with their numbers."),
      discussion: bilingual(
        "单个文件，没有脚本，不需要网络。几个情景并列显示。",
        """
        A single file without scripts that needs no network. Several scenarios are shown side by side.
        """))

    static let examples = [
      "minzheng export html scenarios/baseline.yaml --out baseline.html",
      "minzheng export html scenarios/baseline.yaml --district 淳安县",
    ]

    @Argument(
      help: .bilingual("情景文件，网页讲第一个。", "Scenario files, the first of which the page is about."), completion: .scenarios)
    var scenarios: [String]

    @OptionGroup var changes: ChangeOptions
    @OptionGroup var members: MemberOptions

    @Option(
      help: .bilingual("编制某区县自己的网页；不写则为全市。", "A district whose own page it is; the city's when not given."),
      completion: .districts)
    var district: String?

    @Option(
      help: .bilingual(
        "输出文件；不写则为 名称.html，与 --district 同用时为 名称-代码.html。",
        "The file to write to; NAME.html when not given, with --district NAME-CODE.html."))
    var out: File?

    var lang: Language { changes.lang }

    func work() async throws {
      var shelf = DatasetShelf()
      let loaded = try scenarios.map { try changes.load(changes.request($0, members), &shelf) }
      let plans = try loaded.map { try Plan($0) }
      let areas = plans[0].city.areas
      let place = try district.map { try area(named: $0, among: areas) } ?? areas.cityIndex
      let suffix = place == areas.cityIndex ? "" : "-\(areas[place].code)"
      let file = out ?? File("\(plans[0].scenario.name)\(suffix).html")
      let writer = try publisher(file: file, reading: loaded.flatMap(\.inputs).map(\.path))
      do {
        if plans.count > 1 { _ = try Comparison.commonYears(of: plans) }
        // Differences are shown in the years of a comparison, and the budget at its quantile.
        let results = try await computed(
          plans, members, keeping: plans.count > 1 ? loaded[0].dataset.indicatorNames : [],
          areas: [place], years: nil, in: lang)
        let page = try await DirectorsPage(
          results, loaded[0].dataset, area: place, growth: growth(plans[0], place),
          backtest: backtest(plans[0], &shelf), language: lang
        ).document()
        try writer.publish([UInt8](page.html.utf8))
        remark(lang.say("文件：\(file.path)\n", "File: \(file.path)\n"))
      } catch let error as ComparisonError {
        throw Refusal(error, in: lang)
      }
    }

    /// What the budget of the years shown grows by; nil for a district, whose page does not show it, and where it cannot
    /// be taken apart.
    private func growth(_ plan: Plan, _ area: Int) async -> BudgetGrowth? {
      guard area == plan.city.areas.cityIndex, let years = plan.growthYears(DirectorsPage.yearsShown) else {
        return nil
      }
      return try? await BudgetGrowth(plan, area: area, in: years)
    }

    /// How far off the scenario would have been as of the base year; nil where nothing was published since, or where it
    /// asks for what was not there then.
    private func backtest(_ plan: Plan, _ shelf: inout DatasetShelf) throws -> BacktestScores? {
      guard plan.knownUntil > plan.city.baseYear else { return nil }
      var request = changes.request(scenarios[0], draws: 0)
      request.knownUntil = plan.city.baseYear
      do {
        let then = try Plan(LoadedScenario(request, &shelf))
        return BacktestScores(try then.run(), then.city)
      } catch is InputError {
        return nil
      } catch is RunError {
        return nil
      }
    }
  }
}
