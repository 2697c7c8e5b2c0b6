import ArgumentParser
import Domain
import Inputs
import Reports
import Simulation
import Studies

/// Shows how a number came about, or what the difference of two is made of.
struct Explain: WorkingCommand {
  static let configuration = CommandConfiguration(
    abstract: """
      解释一个数由什么得来，或两个数（两个情景、两个年份）相差在哪里。 How a number came about, or what two numbers \
      (of two scenarios, of two years) differ by.
      """,
    discussion: """
      Example: minzheng explain scenarios/baseline.yaml --indicator care.workers.certified_per_10k@2025
      Example: minzheng explain scenarios/baseline.yaml --indicator fiscal.fiscal_cost@2025..2030
      Example: minzheng explain scenarios/baseline.yaml scenarios/austerity.yaml --indicator fiscal.fiscal_cost@2030

      Of a number twelve lines are shown; --depth N shows everything N levels down. The number is the central \
      member's. A difference is shared out to at most ten groups of inputs, by all orders of changing them; --draws \
      worlds (100 when not given) give an interval for each share.
      """)

  @Argument(help: "A scenario file, or files composed with '+'; two, to explain what they differ by.")
  var scenarios: [String]

  @OptionGroup var changes: ChangeOptions

  @Option(help: "The number, INDICATOR@YEAR[/DISTRICT], or two years of it, INDICATOR@YEAR..YEAR[/DISTRICT].")
  var indicator: String

  @OptionGroup var members: MemberOptions

  @Option(help: "Show so many levels whole; about twelve lines when not given.")
  var depth: Int?

  @Option(help: "table (a tree, or what a difference is made of), md or json; csv of a difference.")
  var format: Format = .table

  var lang: Language { changes.lang }

  /// Whether a difference is asked for.
  private var isDifference: Bool { scenarios.count > 1 || indicator.contains("..") }

  func validate() throws {
    try require("--depth", depth, in: 0...50)
    if OutcomeSelectors.malformed(indicator) != nil || indicator.contains(",") {
      throw ValidationError("--indicator takes INDICATOR@YEAR[/DISTRICT], not '\(indicator)'")
    }
    guard (1...2).contains(scenarios.count) else {
      throw ValidationError("explain takes one scenario, or two to explain what they differ by")
    }
    if scenarios.count == 2, indicator.contains("..") {
      throw ValidationError("--indicator takes one year where two scenarios are given")
    }
    if isDifference, depth != nil { throw ValidationError("--depth is of a tree, not of a difference") }
    if format == .csv, !isDifference { throw ValidationError("explain prints a tree: --format table, md or json") }
  }

  func work() async throws {
    if isDifference { try await difference() } else { try tree() }
  }

  private func tree() throws {
    let loaded = try changes.load(changes.request(scenarios[0], draws: 0))
    let plan = try Plan(loaded)
    let outcome = try outcome(indicator, plan)
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
