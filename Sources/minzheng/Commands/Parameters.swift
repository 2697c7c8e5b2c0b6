import ArgumentParser
import Domain
import Formulas
import Inputs
import Reports
import Simulation

extension Parameter.Role: ExpressibleByArgument {}

/// Lists the parameters a scenario can set, or shows one in full.
struct Parameters: WorkingCommand {
  static let configuration = CommandConfiguration(
    abstract: bilingual("列出或查找参数，或详示一个参数。", "List or find parameters, or show one in full."),
    discussion: bilingual(
      "写参数的完整路径则详示：数值及其依据、来源和范围；加 --scenario 则有各年取值。",
      """
      With the whole path of a parameter: its values with evidence, source and range; with --scenario, what \
      holds each year.
      """))

  static let examples = [
    "minzheng parameters 床位",
    "minzheng parameters --moves care.workers.certified_per_10k --role lever",
  ]

  @Argument(
    help: .bilingual(
      "路径、路径的开头，或路径、标签中的词（中英文均可）。", "A path, the beginning of one, or words of a path or label in either language."),
    completion: .parameters)
  var path: [String] = []

  private var sought: String { path.joined(separator: " ") }

  @Option(
    help: .bilingual("只列能影响这个指标的参数，最近的在前。", "An indicator that the parameters must move, those nearest to it first."),
    completion: .indicators)
  var moves: String?

  @Option(
    help: .bilingual(
      "只列 lever（政策手段）、uncertainty（不确定因素）或 fact（事实）。", "Only levers, uncertainties or facts: lever, uncertainty, fact."))
  var role: Parameter.Role?

  @Option(
    help: .bilingual("在数据集的数值旁显示这个情景的取值。", "A scenario whose resolved values are shown beside the dataset's."),
    completion: .scenarios)
  var scenario: String?

  @OptionGroup var listing: ListingOptions

  var lang: Language { listing.lang }

  var writes: Bool { false }

  func work() throws {
    let loaded = try scenario.map {
      var request = ScenarioRequest($0, dataset: listing.dataset?.path, installedDataset: Installation.dataset)
      request.shipped = Installation.shipped
      return try LoadedScenario(request)
    }
    let dataset = try loaded?.dataset ?? listing.read()
    if listing.format == .table, moves == nil,
      let detail = ParameterDetail(sought, dataset, plan: try loaded.map { try Plan($0) }, language: lang)
    {
      try say(detail.text)
      return
    }
    if loaded != nil {
      throw misuse("--scenario 只用于一个参数的完整路径，输出为表", "--scenario goes with the whole path of one parameter, as a table")
    }
    if let result = dataset.city.model.published.first(where: { $0.name == sought }) {
      throw InputError(ofFile: sought, .resultNotParameter(path: result.name, label: result.label))
    }
    let list = ParameterList(dataset, foundBy: sought, moving: try moved(dataset), role: role, language: lang)
    if list.isEmpty { throw nothing(in: dataset) }
    try say(listing.format.text(of: list.page, rows: list.rows))
  }

  /// The one indicator that parameters must move.
  private func moved(_ dataset: Dataset) throws -> Indicator? {
    guard let moves else { return nil }
    let found = try chosen([moves], among: dataset.city.model.published)
    guard found.count == 1 else {
      let names = found.prefix(NameSearch.offered).map { "\($0.name) (\($0.label(lang)))" }
      throw misuse(
        "--moves 要一个指标；‘\(moves)’ 选中了 \(found.count) 个：\(names.joined(separator: "、"))…",
        "--moves takes one indicator; '\(moves)' chooses \(found.count): \(names.joined(separator: ", "))…")
    }
    return found[0]
  }

  /// Why the list is empty: there is no such name, or what was found is not asked for.
  private func nothing(in dataset: Dataset) -> any Error {
    if dataset.parameterSearch.found(by: sought).isEmpty {
      return listing.nothing(named: sought, in: dataset.parameterSearch)
    }
    return misuse("找到的参数都不合 --moves 或 --role 的要求", "none of the parameters found is as --moves and --role ask")
  }
}
