import Domain
import Simulation
import Tables

/// The scores of a backtest, as a file and as a table by years ahead.
public struct BacktestScores {
  private let scores: [Score]
  private let results: Results

  public init(_ results: Results, _ city: City) {
    self.results = results
    scores = results.scores(against: city.observations)
  }

  private var knownUntil: Year { results.plan.knownUntil }

  /// A row for every published value.
  public static let table = OutputTable<BacktestScores>(
    "backtest.csv", zh: "每个公布数与推算值：误差、区间、CRPS",
    en: "every published figure beside its projection: error, intervals, CRPS",
    columns
  ) { backtest, add in
    for score in backtest.scores { add(Row(results: backtest.results, score: score)) }
  }

  private struct Row {
    let results: Results
    let score: Score

    var knownUntil: Year { results.plan.knownUntil }
  }

  private static let columns: [OutputColumn<Row>] =
    [.scenario { $0.results.plan.scenario.name }, .integer("known_until") { $0.knownUntil }]
    + OutputColumn.area { $0.results.areas[$0.score.observation.area] } + [
      .year { $0.score.observation.year }, .integer("years_ahead") { $0.score.observation.year - $0.knownUntil },
      .text("indicator", isKey: true) { $0.score.indicator.name }, .text("unit") { $0.score.indicator.unit.symbol },
      .text("evidence") { $0.score.observation.evidence.rawValue },
      .number("observed") { $0.score.observation.value }, .number("projected") { $0.score.projected },
      .number("error") { $0.score.error }, .number("relative_error") { $0.score.relativeError },
      .number("crps") { $0.score.crps },
    ] + OutputColumn.quantiles { $0.score.statistics }
    + CentralInterval.allCases.map { interval in
      .integer("inside_\(interval.rawValue)") { $0.score.isInside(interval).map { $0 ? 1 : 0 } }
    }

  /// The city's relative errors by years ahead, then the mean of their sizes over all areas.
  public func text(_ language: Language) -> String {
    let say = language.say
    let ahead = ahead
    var table = errorTable(of: results.areas.cityIndex, say("全市，相对误差", "City, relative error"), language)
    table.appendRule()
    table.append(
      [.text(say("含区县 \(scores.count) 个数，误差绝对值的均值", "All \(scores.count) with districts, mean size of the error"))]
        + ahead.map(meanError))
    let title = say(
      "按 \(knownUntil) 年所知推算，与 \(scores.count) 个后来公布的数对照",
      "As of \(knownUntil), beside \(scores.count) figures published since")
    return "\(title)\n\(table.text())" + coverage(language)
  }

  private var ahead: [Int] { Array(Set(scores.map { $0.observation.year - knownUntil })).sorted() }

  private func errorTable(of area: Int, _ heading: String, _ language: Language) -> Table {
    let ahead = ahead
    var table = Table(
      columns: [Column("indicator", header: heading)]
        + ahead.map { Column("h\($0)", header: "\(knownUntil + $0)", alignment: .trailing) })
    for name in scores.map(\.indicator.name).uniqued() {
      let own = scores.filter { $0.indicator.name == name && $0.observation.area == area }
      guard !own.isEmpty else { continue }
      table.append([.text(own[0].indicator.label(language))] + ahead.map { cell(own, $0) })
    }
    return table
  }

  /// The relative errors of an area; nil where nothing of it was published since.
  func errors(of area: Int, _ language: Language) -> (knownUntil: Year, table: Table)? {
    let name = results.areas[area].label(language)
    let table = errorTable(of: area, language.say("\(name)，相对误差", "\(name), relative error"), language)
    return table.rows.isEmpty ? nil : (knownUntil, table)
  }

  /// How many published figures lie inside the members' intervals, by indicator of the city and for all areas.
  private func coverage(_ language: Language) -> String {
    let say = language.say
    let spread = scores.filter { $0.statistics != nil }
    guard !spread.isEmpty else { return "" }
    var table = Table(
      columns: [Column("indicator", header: say("落在区间内的公布数", "Published figures inside the interval"))]
        + CentralInterval.allCases.map { Column("i\($0.rawValue)", header: "\($0.rawValue)%", alignment: .trailing) }
        + [
          Column("crps", header: say("CRPS（相对）", "CRPS, relative"), alignment: .trailing),
          Column("error", header: say("误差（相对）", "Error, relative"), alignment: .trailing),
        ])
    func row(_ label: String, _ own: [Score]) -> [Cell] {
      let inside = CentralInterval.allCases.map { interval in
        Cell.text("\(own.count { $0.isInside(interval) == true })/\(own.count)")
      }
      let sized = own.filter { $0.observation.value != 0 }
      func mean(_ value: (Score) -> Double) -> Cell {
        let total = sized.reduce(0) { $0 + value($1) / abs($1.observation.value) }
        return sized.isEmpty ? .text("–") : .number(total / Double(sized.count), .percent(decimals: 2))
      }
      return [.text(label)] + inside + [mean { $0.crps }, mean { abs($0.error) }]
    }
    let names = spread.map(\.indicator.name).uniqued()
    for name in names {
      let own = spread.filter { $0.indicator.name == name && $0.observation.area == results.areas.cityIndex }
      if let first = own.first { table.append(row(first.indicator.label(language), own)) }
    }
    table.appendRule()
    table.append(row(say("全部（含区县）", "All, with districts"), spread))
    let draws = say("\(results.draws) 次模拟", "\(results.draws) worlds")
    return "\n\(draws)\n\(table.text())"
  }

  private func cell(_ scores: [Score], _ ahead: Int) -> Cell {
    guard let score = scores.first(where: { $0.observation.year - knownUntil == ahead }) else { return .empty }
    return score.relativeError.map { .number($0, .percent(decimals: 1, sign: .always)) } ?? .text("–")
  }

  private func meanError(_ ahead: Int) -> Cell {
    let errors = scores.filter { $0.observation.year - knownUntil == ahead }.compactMap(\.relativeError).map(abs)
    return .number(errors.reduce(0, +) / Double(errors.count), .percent(decimals: 1))
  }
}
