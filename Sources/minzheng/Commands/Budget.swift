import ArgumentParser
import Domain
import Fiscal
import Inputs
import Reports
import Simulation

/// Prints the budget book of a scenario.
struct BudgetCommand: WorkingCommand {
  static let configuration = CommandConfiguration(
    commandName: "budget",
    abstract: "编制预算：按科目、区县、付款方，及其增长和依据。 The budget by line, district and payer, its growth and what it rests on.")

  @OptionGroup var scenario: ScenarioOptions

  @Option(help: "How many years, from the one after the last known on.")
  var years = 5

  @Option(help: "The quantile of the members to budget at, such as 80% or 0.8.")
  var percentile = Percentile(0.8)

  @Option(help: "The folder to write to; out/NAME-budget when not given.")
  var out: Folder?

  @OptionGroup var form: OutputForm

  @OptionGroup var members: MemberOptions

  func validate() throws {
    try require("--years", years, in: 1...Limits.horizon)
  }

  var lang: Language { scenario.lang }

  func work() async throws {
    let loaded = try scenario.load(members)
    let plan = try Plan(loaded)
    let folder = try publisher(out?.path ?? "out/\(loaded.scenario.name)-budget", reading: loaded.inputs.map(\.path))
    let results = try await computed(plan, members, keeping: BudgetBook.kept, in: lang)
    guard
      let book = BudgetBook(results, loaded.dataset, years: years, percentile: percentile.value, language: lang)?
        .document
    else {
      throw Refusal(
        lang.say(
          "情景只有基年，没有可编预算的年份；请延长 horizon\n", "the scenario has no year after the base year; extend its horizon\n"),
        Exit.badInput)
    }
    let files = try budgetFiles(results, loaded, book: book.text, made: .now)
    try deliver(form.of(files, plan), by: folder, showing: book.text)
  }
}
