import ArgumentParser
import Domain
import Fiscal
import Foundation
import Inputs
import Publishing
import Reports
import Simulation
import Studies
import Tables

extension Export {
  /// A budget as a workbook.
  struct Book: WorkingCommand {
    static let configuration = CommandConfiguration(
      commandName: "xlsx",
      abstract: bilingual(
        "导出预算工作簿：假设可改、公式可查、各表可打印。", "A budget workbook: assumptions to change, formulas to follow, forms to print."),
      discussion: bilingual(
        "给出某次运行的文件夹时，按清单读取，用当时的输入重做。几个情景时，工作簿讲第一个，其余与它相比。",
        """
        The folder of a run is read through its manifest, and the run made again from the inputs of then. \
        Several scenarios are compared with the first, which the workbook is about.
        """))

    static let examples = [
      "minzheng export xlsx scenarios/baseline.yaml scenarios/austerity.yaml --out budget.xlsx",
      "minzheng export xlsx out/baseline",
    ]

    @Argument(
      help: .bilingual(
        "情景文件，工作簿讲第一个，其余与它相比；或某次运行的文件夹。",
        "Scenario files, the first of which the workbook is about, or the folder of a run."), completion: .scenarios)
    var scenarios: [String]

    @OptionGroup var changes: ChangeOptions
    @OptionGroup var members: MemberOptions

    @OptionGroup var fund: FundOption

    @Option(help: .bilingual("输出文件；不写则为 名称.xlsx。", "The file to write to; NAME.xlsx when not given."))
    var out: File?

    var lang: Language { changes.lang }

    func work() async throws {
      let asked = try scenarios.count == 1 ? madeRun(scenarios[0]) : nil
      let loaded = try (asked?.changes ?? changes).read(asked?.scenarios ?? scenarios, asked?.members ?? members)
      let plans = try loaded.enumerated().map { place, own in
        let others = loaded.enumerated().flatMap { $0.offset == place ? [] : $0.element.scenario.overrides }
        return try (asked?.fund ?? fund).hold(Plan(own, or: others), in: lang)
      }
      let file = out ?? File("\(plans[0].scenario.name).xlsx")
      let writer = try publisher(file: file, reading: loaded.flatMap(\.inputs).map(\.path))
      do {
        if plans.count > 1 { _ = try Comparison.commonYears(of: plans) }
        let results = try await computed(
          plans, members, keeping: BudgetBook.kept, areas: [plans[0].city.areas.cityIndex],
          years: plans[0].budgetYears(BudgetWorkbook.yearsShown).map { Set($0) },
          recording: BudgetWorkbook.recorded(plans[0]), in: lang)
        let (growth, differences) = try await changesOfSums(plans)
        guard
          let book = BudgetWorkbook(
            results, loaded[0].dataset, growth: growth, changes: differences, language: lang)
        else {
          throw Refusal(
            lang.say(
              "情景只有基年，没有可编预算的年份；请延长 horizon\n", "the scenario has no year after the base year; extend its horizon\n"),
            Exit.badInput)
        }
        try writer.publish(try book.workbook.xlsx())
        remark(lang.say("文件：\(file.path)\n", "File: \(file.path)\n"))
      } catch let error as ComparisonError {
        throw Refusal(error, in: lang)
      } catch let error as WorkbookFailure {
        throw Refusal(error, in: lang)
      }
    }

    /// The command line of a run's manifest; nil for what is no folder.
    private func madeRun(_ path: String) throws -> Run? {
      guard isFolder(path) else { return nil }
      let file = "\(path)/\(RunRecord.file)"
      guard let content = FileManager.default.contents(atPath: file), let made = MadeRun(content),
        made.command.dropFirst().first == "run",
        let run = try? Run.parse(Array(made.command.dropFirst(2))), run.scenarios.count == 1
      else {
        throw Refusal(
          lang.say("\(file)：不是运行一个情景的清单\n", "\(file): no manifest of a run of one scenario\n"), Exit.badInput)
      }
      let changed = made.changedFiles()
      guard changed.isEmpty else {
        let names = changed.joined(separator: lang.say("、", ", "))
        throw Refusal(
          lang.say(
            "\(file)：这些输入后来改了，请重新运行：\(names)\n", "\(file): these inputs have changed since; run it again: \(names)\n"),
          Exit.badInput)
      }
      return run
    }

    /// What the sums of the budget grow by, and what they differ by from one scenario to the others.
    private func changesOfSums(_ plans: [Plan]) async throws -> (growth: [BookChange], scenarios: [BookChange]) {
      guard let years = plans[0].budgetYears(BudgetWorkbook.yearsShown) else { return ([], []) }
      let city = plans[0].city.areas.cityIndex
      let sums = [Budget.Sum.fiscalCost, .insuranceCost, .householdCost].compactMap { sum in
        plans[0].model.indicators.first { $0.name == sum.name }
      }
      let names = sums.map(\.name)
      func changes(
        _ from: String, _ to: String, _ run: () throws(CutRun.Unlike) -> CutRun
      ) async -> [BookChange] {
        // Scenarios of unlike formulas, as where one changes what goes on by itself, have no parts in common.
        guard let found = try? await Difference.all(of: run(), draws: 0, threads: 1) else { return [] }
        return zip(sums, found).compactMap { sum, found in found.map { BookChange(sum, from: from, to: to, $0) } }
      }
      let (first, last) = (years.lowerBound, years.upperBound)
      let growth =
        first < last
        ? await changes("\(first)", "\(last)") { () throws(CutRun.Unlike) in
          try CutRun(names, area: city, plans[0], from: first, to: last)
        } : []
      var scenarios: [[BookChange]] = []
      for other in plans.dropFirst() {
        scenarios.append(
          await changes(plans[0].scenario.name, other.scenario.name) { () throws(CutRun.Unlike) in
            try CutRun(names, area: city, year: last, from: plans[0], to: other)
          })
      }
      // Sum by sum, each with all scenarios.
      return (growth, sums.flatMap { sum in scenarios.flatMap(\.self).filter { $0.indicator.name == sum.name } })
    }
  }
}
