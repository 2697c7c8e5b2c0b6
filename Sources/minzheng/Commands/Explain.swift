import ArgumentParser
import Domain
import Inputs
import Reports
import Simulation
import Studies

/// Shows how a number came about, or what the difference of two is made of.
struct Explain: WorkingCommand {
  static let configuration = CommandConfiguration(
    abstract: bilingual(
      "解释一个数由什么得来，或两个数（两个情景、两个年份）相差在哪里。",
      "How a number came about, or what two numbers (of two scenarios, of two years) differ by."),
    discussion: bilingual(
      """
      一个数显示十二行，--depth N 显示向下 N 层的全部内容，为中心值。\
      差值按改变顺序的全部可能分摊给至多十组输入；--draws 次模拟（不写则 100 次）给出各份额的区间。
      """,
      """
      Of a number twelve lines are shown; --depth N shows everything N levels down. The number is the central \
      member's. A difference is shared out to at most ten groups of inputs, by all orders of changing them; \
      --draws worlds (100 when not given) give an interval for each share.
      """))

  static let examples = [
    "minzheng explain scenarios/baseline.yaml --indicator care.workers.certified_per_10k@2025",
    "minzheng explain scenarios/baseline.yaml --indicator fiscal.fiscal_cost@2025..2030",
    "minzheng explain scenarios/baseline.yaml scenarios/austerity.yaml --indicator fiscal.fiscal_cost@2030",
  ]

  @Argument(
    help: .bilingual(
      "情景文件，或用 + 叠加的几个文件；写两个则解释二者相差在哪里。",
      "A scenario file, or files composed with '+'; two, to explain what they differ by."), completion: .scenarios)
  var scenarios: [String]

  @OptionGroup var changes: ChangeOptions

  @Option(
    help: .bilingual(
      "要解释的数：指标@年份[/区县]，或它的两个年份：指标@年份..年份[/区县]。",
      "The number, INDICATOR@YEAR[/DISTRICT], or two years of it, INDICATOR@YEAR..YEAR[/DISTRICT]."),
    completion: .outcomes)
  var indicator: String

  @OptionGroup var members: MemberOptions

  @Option(help: .bilingual("完整显示几层；不写则约十二行。", "Show so many levels whole; about twelve lines when not given."))
  var depth: Int?

  @Option(
    help: .bilingual(
      "table（树，或差值的构成）、md 或 json；差值还可用 csv。",
      "table (a tree, or what a difference is made of), md or json; csv of a difference."))
  var format: Format = .table

  var lang: Language { changes.lang }

  var writes: Bool { false }

  /// Whether a difference is asked for.
  private var isDifference: Bool { scenarios.count > 1 || indicator.contains("..") }

  func validate() throws {
    try require("--depth", depth, in: 0...50)
    if OutcomeSelectors.malformed(indicator) != nil || indicator.contains(",") {
      throw misuse(
        "--indicator 要 指标@年份[/区县]，不是 ‘\(indicator)’", "--indicator takes INDICATOR@YEAR[/DISTRICT], not '\(indicator)'")
    }
    guard (1...2).contains(scenarios.count) else {
      throw misuse(
        "explain 要一个情景，或要解释相差在哪里的两个情景", "explain takes one scenario, or two to explain what they differ by")
    }
    if scenarios.count == 2, indicator.contains("..") {
      throw misuse("两个情景时 --indicator 只写一个年份", "--indicator takes one year where two scenarios are given")
    }
    if isDifference, depth != nil { throw misuse("--depth 只用于树，不用于差值", "--depth is of a tree, not of a difference") }
    if format == .csv, !isDifference {
      throw misuse("explain 显示的是树：--format table、md 或 json", "explain prints a tree: --format table, md or json")
    }
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
