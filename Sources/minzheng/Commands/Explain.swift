import ArgumentParser
import Domain
import Inputs
import Reports
import Simulation
import Studies

/// Shows how a number came about.
struct Explain: WorkingCommand {
  static let configuration = CommandConfiguration(
    abstract: "解释一个数：由哪些公式、参数、公布值得来。 How a number came about: formulas, inputs, published figures.",
    discussion: """
      Example: minzheng explain scenarios/baseline.yaml --indicator care.workers.certified_per_10k@2025. \
      Twelve lines are shown; --depth N shows everything N levels down. The number is the central member's.
      """)

  @OptionGroup var scenario: ScenarioOptions

  @Option(help: "The number, INDICATOR@YEAR[/DISTRICT].")
  var indicator: String

  @Option(help: "Show so many levels whole; about twelve lines when not given.")
  var depth: Int?

  @Option(help: "table (a tree), md (a list) or json.")
  var format: Format = .table

  var lang: Language { scenario.lang }

  func validate() throws {
    try require("--depth", depth, in: 0...50)
    if OutcomeSelectors.malformed(indicator) != nil || indicator.contains(",") {
      throw ValidationError("--indicator takes INDICATOR@YEAR[/DISTRICT], not '\(indicator)'")
    }
    if format == .csv { throw ValidationError("explain prints a tree: --format table, md or json") }
  }

  func work() async throws {
    let loaded = try scenario.changes.load(scenario.changes.request(scenario.scenario, draws: 0))
    let plan = try Plan(loaded)
    let outcome = try OutcomeSelectors.outcomes(in: indicator, of: "--indicator", plan)[0]
    guard let explainer = Explainer(try recorded(plan)), let number = explainer.explanation(of: outcome) else {
      preconditionFailure("every year is recorded, and the indicator is published")
    }
    let extent = depth.map { ExplanationTree.Extent.levels($0) } ?? .lines(12)
    let page = ExplanationPage(
      ExplanationTree(of: number, by: explainer, extent), loaded.dataset, language: lang)
    switch format {
    case .table, .csv: try say(page.text)
    case .md: try say(page.markdown)
    case .json: try say(page.json)
    }
  }

  /// The central member with everything that any year came to.
  private func recorded(_ plan: Plan) throws -> Results {
    do {
      return try plan.run(recording: Set(plan.scenario.horizon))
    } catch {
      throw Refusal(error, plan.city.areas, in: lang)
    }
  }
}
