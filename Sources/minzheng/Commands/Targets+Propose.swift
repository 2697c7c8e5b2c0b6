import ArgumentParser
import Domain
import Inputs
import Reports
import Simulation
import Studies

extension TargetsCommand {
  /// Proposes targets for a later year.
  struct Propose: WorkingCommand {
    static let configuration = CommandConfiguration(
      abstract: bilingual("为以后某年提出目标：各项达到的把握、同时达到的概率、逐年进度。", "Propose targets for a later year."),
      discussion: bilingual(
        "数据集的目标所用、模拟有结果的各项指标，按情景的政策手段在 80% 的模拟中达到的数值（--chance）提出，按规划的习惯取整。规划文件可以修改，再用 --plan 读入。",
        """
        Every indicator that the dataset's targets judge and worlds say something of is proposed with the value \
        it reaches in 80 % of worlds under the scenario's levers (--chance), rounded as plans print. The plan \
        file is there to be edited and read again with --plan.
        """))

    static let examples = [
      "minzheng targets propose scenarios/next-plan-2030.yaml --year 2030 --out plans/draft.yaml"
    ]

    @OptionGroup var scenario: ScenarioOptions

    @Option(help: .bilingual("目标的年份。", "The year the targets are for."), completion: .years)
    var year: Int

    @Option(
      help: .bilingual("每项目标达到的概率，如 80% 或 0.8。", "The chance with which each is to be reached, such as 80% or 0.8."))
    var chance = Percentile(0.8)

    @Flag(help: .bilingual("按原值提出，不按规划的习惯取整。", "Propose values as they are, not rounded as plans print them."))
    var unrounded = false

    @Option(help: .bilingual("要写出的规划文件。", "A plan file to write."))
    var out: File?

    @OptionGroup var members: MemberOptions

    @Option(
      help: .bilingual("table 或 md（页面），csv 或 json（各项建议）。", "table or md (the page), csv or json (the proposals)."))
    var format: Format = .table

    var lang: Language { scenario.lang }

    var writes: Bool { out != nil }

    func validate() throws { try requireYear("--year", year) }

    func work() async throws {
      let loaded = try scenario.load(members)
      let plan = try Plan(loaded)
      guard plan.scenario.draws > 0, year > plan.knownUntil, plan.years.contains(year) else {
        throw misuse(
          "--year 要在 \(plan.knownUntil + 1)–\(plan.years.upperBound) 之内，并且要有模拟（--draws）",
          "--year lies in \(plan.knownUntil + 1)–\(plan.years.upperBound), and worlds are needed (--draws)")
      }
      let writer = try out.map { try publisher(file: $0, reading: loaded.inputs.map(\.path)) }
      let names = Set(plan.city.targets.compactMap(\.indicator)).sorted()
      let results = try await computed(
        [plan], members, keeping: names, areas: [plan.city.areas.cityIndex], years: Set(plan.knownUntil + 1...year),
        in: lang)[0]
      let costs = try costs(plan)
      let book = ProposalBook(
        results, loaded.dataset, costs, year: year, chance: chance.value, isRounded: !unrounded, language: lang)
      try say(format.text(of: book.document, rows: book.tableForPrograms))
      guard let writer, let out else { return }
      let name = out.path.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? "plan"
      try writer.publish([UInt8](book.plan(named: name).text(head: head(loaded)).utf8))
      remark(lang.say("文件：\(out.path)\n", "File: \(out.path)\n"))
    }

    private func costs(_ plan: Plan) throws -> LeverCosts {
      do { return try LeverCosts(plan, to: year) } catch { throw Refusal(error, plan.city.areas, in: lang) }
    }

    /// How the file was made.
    private func head(_ loaded: LoadedScenario) -> [String] {
      let scenario = loaded.scenario
      return [
        "Made by minzheng targets propose \(self.scenario.scenario) --year \(year) --chance \(chance.defaultValueDescription): "
          + "\(scenario.draws) worlds, seed \(scenario.seed). Edit it as you like."
      ]
    }
  }
}
