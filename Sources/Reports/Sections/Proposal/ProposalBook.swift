import Domain
import Formulas
import Inputs
import Simulation
import Studies
import Tables
import Targets

/// Targets proposed for a later year: for each indicator where it stands and goes, what is reached with which chance, and
/// what all together come to.
public struct ProposalBook {
  /// A proposal with the value that is put into the plan.
  struct Row {
    let proposal: TargetProposal
    let value: Double
    let chance: Double
    /// What the scenario's levers cost for as far as they move it; nil where none does.
    let cost: LeverCosts.Cost?

    var kind: Target.Kind? { TargetProposal.kind(withChance: chance) }
  }

  let results: Results
  let writer: ReportWriter
  let year: Year
  /// With which each target is to be reached.
  let chance: Double
  let isRounded: Bool
  let rows: [Row]

  /// The chances of which values are shown.
  static let shown = [0.5, 0.8, 0.9]

  /// - Parameters:
  ///   - chance: with which each target is to be reached.
  ///   - costs: what the scenario's levers cost.
  public init(
    _ results: Results, _ dataset: Dataset, _ costs: LeverCosts, year: Year, chance: Double, isRounded: Bool,
    language: Language
  ) {
    self.results = results
    writer = ReportWriter(results: results, dataset: dataset, language: language)
    self.year = year
    self.chance = chance
    self.isRounded = isRounded
    rows = results.proposals(for: year).compactMap { proposal in
      guard let exact = proposal.value(withChance: chance, in: year) else { return nil }
      let value = isRounded ? proposal.printed(exact) : exact
      return Row(
        proposal: proposal, value: value, chance: proposal.chance(of: value),
        cost: costs.cost(of: proposal.indicator.name))
    }
  }

  public var isEmpty: Bool { rows.isEmpty }

  private func say(_ zh: String, _ en: String) -> String { writer.say(zh, en) }
  func percent(_ share: Double) -> String { writer.percent(share, decimals: 0) }

  var title: Label {
    Label(zh: "\(year) 年目标建议（各项把握 \(percent(chance))）", en: "Targets proposed for \(year), each at \(percent(chance))")
  }

  /// The joint chance of what is proposed, counted in members.
  public var joint: JointChance? {
    results.jointChance(of: rows.map { $0.proposal.target(value: $0.value, in: year, plan: title) })
  }

  /// The page a planner reads.
  public var document: Document {
    writer.document([
      Section(
        unnumbered: writer.language == .zh ? title.zh : title.en, [.points(points), .table(table), .points(notes)])
    ])
  }

  private var points: [String] {
    var points = [
      say(
        "情景的政策之下可以模拟的指标 \(rows.count) 项；建议值在 \(percent(chance)) 的模拟中达到。",
        "\(rows.count) indicators are simulated under the scenario's levers; what is proposed is reached in \(percent(chance)) of worlds."
      )
    ]
    if let joint {
      let hardest = joint.hardest.map { target, chance in
        say(
          "；拖累最大的是“\(target.label.zh)”，去掉它为 \(percent(chance))",
          "; \(target.label.en) costs most of it: \(percent(chance)) without")
      }
      points.append(
        say(
          "全部同时达到的概率 \(percent(joint.chance))\(hardest ?? "")。",
          "All are reached together with chance \(percent(joint.chance))\(hardest ?? "")."))
    }
    let met = rows.filter(\.proposal.isMet)
    if !met.isEmpty {
      let names = met.map { row in
        let (former, unit) = (row.proposal.former, row.proposal.indicator.unit)
        let (year, now) = (row.proposal.standing.year, writer.shown(row.proposal.standing.value, unit))
        return say(
          "\(former.label.zh)（\(former.year) 年目标 \(writer.wanted(former))，\(year) 年为 \(now)）",
          "\(former.label.en) (\(writer.wanted(former)) in \(former.year); \(now) in \(year))")
      }
      points.append(
        say("原目标已经达到：", "Met already: ") + names.joined(separator: say("、", "; ")) + say("。", "."))
    }
    let worse = rows.filter { row in
      row.proposal.isFloor ? row.value < row.proposal.standing.value : row.value > row.proposal.standing.value
    }
    if !worse.isEmpty {
      let names = worse.map { $0.proposal.former.label(writer.language) }.joined(separator: say("、", "; "))
      points.append(
        say(
          "\(names)：按这样的把握只能低于现值；要么加大政策力度，要么接受较小的把握。",
          "\(names): with such a chance only less than now can be promised; do more, or take a smaller chance."))
    }
    return points
  }

  private var notes: [String] {
    [
      say(
        "“趋势”按最近五年的变化外推；“较好区县进度”要有至少四个区县公布过两年的数，否则不列。约束性：概率不低于 90%；预期性：不低于 50%。",
        "The trend goes on as over the last five years; the pace of the better districts needs four with figures of two years. "
          + "Binding from a chance of 90 % on, expected from 50 %."),
      say(
        "每点代价：情景中推动该指标的政策使它每提高一个百分点（或一个单位），到 \(year) 年累计多用的财政性资金，按中心值；– 为情景没有改动它。",
        "Cost a point: the fiscal money up to \(year), in all, that the scenario's levers on an indicator take for each percentage point (or unit) by which they move it; – where the scenario moves it by none."
      ),
    ]
  }

  private var table: Table {
    var table = Table(
      columns: [
        Column("name", header: say("指标", "Indicator")),
        Column("now", header: say("现值（年份）", "Now (year)"), alignment: .trailing),
        Column("former", header: say("原目标", "Last target"), alignment: .trailing),
        Column("baseline", header: say("预测", "Projected"), alignment: .trailing),
        Column("trend", header: say("趋势", "Trend"), alignment: .trailing),
        Column("best", header: say("较好区县进度", "Better districts"), alignment: .trailing),
      ]
        + ProposalBook.shown.map { Column("p\($0)", header: percent($0), alignment: .trailing) } + [
          Column("value", header: say("建议", "Proposed"), alignment: .trailing),
          Column("chance", header: say("概率", "Chance"), alignment: .trailing),
          Column("kind", header: say("属性", "Kind")),
          Column("cost", header: say("每点代价（万元）", "Cost a point (10⁴ yuan)"), alignment: .trailing),
        ])
    for row in rows {
      let (proposal, unit) = (row.proposal, row.proposal.indicator.unit)
      func shown(_ value: Double?) -> Cell { .text(value.map { writer.shown($0, unit) } ?? "–") }
      table.append(
        [
          .text(proposal.former.label(writer.language)),
          .text("\(writer.shown(proposal.standing.value, unit)) (\(proposal.standing.year))"),
          .text("\(writer.wanted(proposal.former)) (\(proposal.former.year))"), shown(proposal.baseline),
          shown(proposal.trend), shown(proposal.atBestPace),
        ] + ProposalBook.shown.map { shown(proposal.value(withChance: $0, in: year)) } + [
          .text(writer.wanted(proposal.target(value: row.value, in: year, plan: title))), .text(percent(row.chance)),
          .text(row.kind?.label(writer.language) ?? say("把握不足", "too unsure")), .text(costText(row)),
        ])
    }
    return table
  }
}
