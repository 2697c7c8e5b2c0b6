import Domain
import Simulation
import Targets

/// A target with what a run says of it.
struct TargetRow {
  let results: Results
  let judgement: Judgement

  var target: Target { judgement.target }
  var interval: (low: Double, high: Double)? {
    target.indicator.flatMap { results.interval(named: $0, area: results.areas.cityIndex, target.year) }
  }
  var pace: Pace? { results.pace(to: target) }

  /// The columns of the file.
  fileprivate static let plain: [OutputColumn<TargetRow>] = columns(interval: [], pace: [])

  /// The same with what the list of targets says beside it.
  fileprivate static let full = columns(
    interval: [.number("p10") { $0.interval?.low }, .number("p90") { $0.interval?.high }],
    pace: [.number("pace") { $0.pace?.perYear }, .integer("pace_from") { $0.pace?.from }])

  private static func columns(
    interval: [OutputColumn<TargetRow>], pace: [OutputColumn<TargetRow>]
  ) -> [OutputColumn<TargetRow>] {
    [
      .scenario { $0.results.plan.scenario.name }, .text("target_id", isKey: true) { $0.target.id },
      .text("name") { $0.target.label.zh }, .year { $0.target.year },
      .text("comparator") { $0.target.comparator.rawValue },
      .number("target") { $0.target.value }, .text("unit") { $0.target.unit.symbol },
      .number("projected") { $0.judgement.projected },
    ] + interval + [
      .number("gap") { $0.judgement.gap }, .number("p_met") { $0.judgement.chance },
      .text("basis") { $0.judgement.basis?.rawValue ?? "" }, .text("status") { $0.judgement.status.rawValue },
    ] + pace + [.text("kind") { $0.target.kind?.rawValue ?? "" }, .text("plan") { $0.target.plan?.zh ?? "" }]
  }
}

extension RunTables {
  /// A row for every target and target year.
  public static let targets = OutputTable<RunOutput>(
    "targets.csv", zh: "每个目标和目标年份：预测、差距、达标概率、依据和状态",
    en: "every target and target year: projection, gap, chance, basis and status", TargetRow.plain
  ) { output, add in
    let judgements = output.results.judgements.sorted {
      ($0.target.id, $0.target.year) < ($1.target.id, $1.target.year)
    }
    for judgement in judgements { add(TargetRow(results: output.results, judgement: judgement)) }
  }

  /// The targets of a list, with intervals and pace.
  static let targetList = OutputTable<[TargetRow]>(
    targets.file, zh: targets.about.zh, en: targets.about.en, TargetRow.full
  ) { rows, add in rows.forEach(add) }
}
