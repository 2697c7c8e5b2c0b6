import Domain
import Studies
import Tables

/// What was tried, drawn: the chance by the value of a lever, or the cheapest mixes of several.
extension SeekPage {
  /// So many mixes are drawn.
  private static let shown = 15

  var figure: Document.Section.Part? { levers.count == 1 ? curve : mixes }

  /// The value that was found; nil where nothing does, or nothing has to be changed.
  private var found: SeekAnswer.Mix? {
    if case .found(let mix, _) = answer.outcome { return mix }
    return nil
  }

  private var curve: Document.Section.Part? {
    let lever = levers[0]
    let points = answer.tried.compactMap { tried in tried.trial.chance.map { CurvePlot.Point(tried.values[0], $0) } }
    guard points.count > 1, let first = points.first, let last = points.last else { return nil }
    let format = units[0].format()
    let share = NumberFormat.percent(decimals: 0)
    var table = Table(
      columns: [
        Column("value", header: "\(lever.address) (\(units[0].shownName(language)))", alignment: .trailing),
        Column("chance", header: say("概率", "Chance"), alignment: .trailing),
      ]
        + (hasCost
          ? [Column("cost", header: say("费用（\(money.unit)）", "Cost (\(money.unit))"), alignment: .trailing)] : []))
    for (values, trial) in answer.tried {
      table.append(
        [.number(values[0], format), trial.chance.map { .number($0, percent) } ?? .text("–")]
          + (hasCost ? [trial.cost.map { .number($0, money.level) } ?? .text("–")] : []))
    }
    let answered = found.map { mix in
      say("；\(written(mix.values[0], 0)) 时够", "; \(written(mix.values[0], 0)) does")
    }
    let chart = Chart(
      id: "chance", title: say("成立的概率，按 \(lever.address)", "Chance that it holds, by \(lever.address)"),
      description: say(
        "\(written(first.x, 0)) 时 \(percent.text(first.y))，\(written(last.x, 0)) 时 \(percent.text(last.y))；要求 \(share.text(wanted))\(answered ?? "，没有够的值")。",
        "\(percent.text(first.y)) at \(written(first.x, 0)), \(percent.text(last.y)) at \(written(last.x, 0)); wanted \(share.text(wanted))\(answered ?? ", which nothing reaches")."
      ),
      .curve(
        CurvePlot(
          points, goal: .init(wanted, share.text(wanted)),
          answer: found.map { .init($0.values[0], format.text($0.values[0])) },
          xUnit: "\(lever.address) (\(units[0].shownName(language)))", yUnit: say("概率", "chance"), xFormat: format,
          yFormat: share)))
    return .figure(chart, table)
  }

  /// Of the mixes that do, the cheapest first; of none that does, those that come nearest.
  private var mixes: Document.Section.Part? {
    let known = answer.tried.filter { $0.trial.chance != nil && $0.trial.cost != nil }
    let enough = known.filter { ($0.trial.chance ?? 0) >= wanted }
    let sorted =
      enough.isEmpty
      ? known.sorted { ($0.trial.chance ?? 0) > ($1.trial.chance ?? 0) }
      : enough.sorted { ($0.trial.cost ?? 0) < ($1.trial.cost ?? 0) }
    guard let first = sorted.first else { return nil }
    func name(_ values: [Double]) -> String {
      values.indices.map { written(values[$0], $0) }.joined(separator: " · ")
    }
    var table = Table(
      columns: levers.enumerated().map {
        Column("lever\($0.offset)", header: $0.element.address, alignment: .trailing)
      } + [
        Column("chance", header: say("概率", "Chance"), alignment: .trailing),
        Column("cost", header: say("费用（\(money.unit)）", "Cost (\(money.unit))"), alignment: .trailing),
      ])
    let rows = sorted.prefix(SeekPage.shown).map { values, trial in
      table.append(
        values.indices.map { .text(written(values[$0], $0)) } + [
          trial.chance.map { .number($0, percent) } ?? .empty, trial.cost.map { .number($0, money.level) } ?? .empty,
        ])
      return GroupPlot.Row(name(values), [.init(trial.cost ?? 0, remark: trial.chance.map(percent.text) ?? "")])
    }
    let addresses = levers.map(\.address).joined(separator: " · ")
    let chart = Chart(
      id: "mixes",
      title: say("各种组合的费用和概率（\(addresses)）", "Cost and chance of mixes (\(addresses))"),
      description: say(
        "试了 \(known.count) 种组合，\(enough.count) 种够；最省的是 \(name(first.values))：\(amount(first.trial.cost ?? 0))，概率 \(chance(first.trial))。",
        "Of \(known.count) mixes \(enough.count) do; first of these: \(name(first.values)) at \(amount(first.trial.cost ?? 0)), in \(chance(first.trial)) of worlds."
      ), .groups(GroupPlot([""], rows, unit: money.unit, format: money.level)))
    return .figure(chart, table)
  }
}
