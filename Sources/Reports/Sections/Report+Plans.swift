import Domain
import Simulation
import Tables
import Targets

/// Targets of one's own: those of a plan file, judged from today on.
extension ReportWriter {
  /// Their table by part of the plan, and what is to be said of them; nil where there are none.
  ///
  /// - Parameter judgements: of the targets of a plan file.
  func planSection(_ judgements: [Judgement]) -> Section? {
    guard let title = judgements.first?.target.plan else { return nil }
    return Section(
      unnumbered: say("规划目标：\(title.zh)", "Targets of \(title.en)"),
      [.points(planPoints(judgements)), .table(planTable(judgements))])
  }

  /// How many of them are likely, and the chance that all are reached together.
  func planPoints(_ judgements: [Judgement]) -> [String] {
    guard let title = judgements.first?.target.plan, let last = judgements.map(\.target.year).max() else { return [] }
    let own = judgements.filter { $0.target.year == last }
    func count(_ statuses: Judgement.Status...) -> Int { own.count { statuses.contains($0.status) } }
    let (good, risky, bad) = (count(.met, .likely), count(.atRisk), count(.unlikely, .missed))
    let (open, listed) = (count(.open), count(.listed))
    let counts = say(
      "《\(title.zh)》\(last) 年目标 \(own.count) 项：很可能达到或已达到 \(good) 项，有风险 \(risky) 项，不大可能 \(bad) 项；"
        + "待填报实际数 \(open) 项，仅列出 \(listed) 项。",
      "\(title.en), \(own.count) targets of \(last): \(good) met or likely, \(risky) at risk, \(bad) unlikely or missed; "
        + "\(open) wait for an actual, \(listed) are only listed.")
    return [counts] + [jointPoint(own.map(\.target), last)].compactMap(\.self)
  }

  /// The chance that all that can be judged are reached in the same world, and which of them stands most in the way.
  private func jointPoint(_ targets: [Target], _ year: Year) -> String? {
    guard let joint = results.jointChance(of: targets), joint.targets.count > 1 else { return nil }
    let hardest = joint.hardest.map { target, chance in
      say(
        "；去掉“\(target.label.zh)”为 \(percent(chance, decimals: 0))",
        "; without \(target.label.en), \(percent(chance, decimals: 0))")
    }
    return say(
      "其中能够模拟的 \(joint.targets.count) 项同时达到的概率 \(percent(joint.chance, decimals: 0))\(hardest ?? "")。",
      "The \(joint.targets.count) that are simulated are all reached together with chance "
        + "\(percent(joint.chance, decimals: 0))\(hardest ?? "").")
  }

  private func planTable(_ judgements: [Judgement]) -> Table {
    var table = Table(columns: [
      Column("mark", header: ""), Column("name", header: say("目标", "Target")),
      Column("kind", header: say("属性", "Kind")), Column("year", header: say("年份", "Year"), alignment: .trailing),
      Column("target", header: say("要求", "Wanted"), alignment: .trailing),
      Column("now", header: say("现值（年份）", "Now (year)"), alignment: .trailing),
      Column("projected", header: say("预测（八成可能）", "Projected (80 % interval)"), alignment: .trailing),
      Column("gap", header: say("差", "Gap"), alignment: .trailing),
      Column("pace", header: say("所需进度", "Pace needed"), alignment: .trailing),
      Column("basis", header: say("依据", "Basis")), Column("status", header: say("状态", "Status")),
    ])
    let zones = judgements.map(\.target.zone).uniqued()
    for zone in zones {
      if zones.count > 1 { table.appendSection(zoneName(zone)) }
      for judgement in judgements where judgement.target.zone == zone { table.append(planRow(judgement)) }
    }
    return table
  }

  private func planRow(_ judgement: Judgement) -> [Cell] {
    let target = judgement.target
    let now = results.standing(before: target).map { "\(shown($0.value, target.unit)) (\($0.year))" }
    return [
      .text(mark(judgement.status)), .text(target.label(language)), .text(target.kind?.label(language) ?? ""),
      .number(Double(target.year), .year), .text(wanted(target)), .text(now ?? "–"), .text(projected(judgement)),
      .text(judgement.gap.map { gap($0, target.unit) } ?? "–"), .text(pace(to: target)), .text(basisText(judgement)),
      .text(statusText(judgement)),
    ]
  }

  /// What each year has to bring, from where it is counted; a dash where nothing has to.
  func pace(to target: Target) -> String {
    guard let pace = results.pace(to: target) else { return "–" }
    let change = gap(pace.perYear, target.unit)
    return say("\(change)/年，自 \(pace.from) 年", "\(change) a year from \(pace.from)")
  }
}
