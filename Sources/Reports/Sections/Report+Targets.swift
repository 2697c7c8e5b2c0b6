import Domain
import Formulas
import Simulation
import Tables
import Targets

extension [Judgement] {
  /// The judgement of each target in the last of its years that a run reaches, else in its last.
  func lastOfEach(reaching years: ClosedRange<Year>) -> [Judgement] {
    var last: [String: Judgement] = [:]
    var order: [String] = []
    for judgement in self {
      let id = judgement.target.id
      guard let before = last[id] else {
        order.append(id)
        last[id] = judgement
        continue
      }
      let isReached = years.contains(judgement.target.year)
      let wasReached = years.contains(before.target.year)
      let isLater = judgement.target.year >= before.target.year
      if isReached == wasReached ? isLater : isReached { last[id] = judgement }
    }
    return order.compactMap { last[$0] }
  }
}

extension ReportWriter {
  /// The plan's parts, in the order in which they appear.
  var zones: [Target.Zone] {
    final.map(\.target.zone).reduce(into: []) { zones, zone in
      if !zones.contains(zone) { zones.append(zone) }
    }
  }

  /// Targets that are not only another one in other words.
  private var counted: [Judgement] { final.filter(\.target.isCounted) }

  private func count(_ basis: Judgement.Basis?, _ status: Judgement.Status? = nil) -> Int {
    counted.filter { $0.basis == basis && (status == nil || $0.status == status) }.count
  }

  /// How many targets rest on what.
  var countsByBasis: String {
    say(
      "\(counted.count) 项：模拟 \(count(.simulated))，实际值 \(count(.actual))，假设 \(count(.assumed))，模型规则 \(count(.rule))，仅列出 \(count(nil))",
      "\(counted.count): simulated \(count(.simulated)), actual \(count(.actual)), assumed \(count(.assumed)), "
        + "rules of the model \(count(.rule)), listed \(count(nil))"
    )
  }

  /// Nil where the package has no targets.
  var targetPoint: String? {
    guard !final.isEmpty else { return nil }
    let met = counted.filter { $0.status == .met || $0.status == .likely }.count
    let missed = counted.filter { [.missed, .unlikely, .atRisk].contains($0.status) }
    let names = missed.map { $0.target.label(language) }.joined(separator: say("、", "; "))
    let tail = missed.isEmpty ? "" : say("（\(names)）", " (\(names))")
    let open = final.count { $0.status == .open }
    let listed = final.count { $0.status == .listed }
    let again = final.count - counted.count
    let (zh, en) =
      again > 0 ? ("；另 \(again) 项是同一目标的另一种说法，不另计", "; \(again) more in other words than another one") : ("", "")
    return say(
      "规划目标 \(countsByBasis)。能够判断的 \(met + missed.count) 项中达到 \(met) 项，未达到 \(missed.count) 项\(tail)；\(open) 项待填报实际数，\(listed) 项仅列出\(zh)。",
      "Plan targets, \(countsByBasis). Of the \(met + missed.count) that can be judged, \(met) are met and \(missed.count) missed"
        + "\(tail); \(open) wait for an actual, \(listed) are only listed\(en).")
  }

  /// What the plan says of an indicator in a year, in brackets; empty where it says nothing.
  func verdict(_ indicator: some NamedIndicator, _ year: Year) -> String {
    guard
      let judgement = judgements.first(where: {
        $0.target.plan == nil && $0.target.indicator == indicator.name && $0.target.year == year
      })
    else { return "" }
    let wanted = wanted(judgement.target)
    return say(
      "（目标 \(wanted)，\(basisWord(judgement.basis))，\(statusText(judgement))）",
      " (target \(wanted), \(basisWord(judgement.basis)), \(statusText(judgement)))")
  }

  /// Targets by zone, each in the last year it is set for.
  var targets: Section? {
    guard !final.isEmpty else { return nil }
    var table = Table(columns: [
      Column("mark", header: ""), Column("name", header: say("目标", "Target")),
      Column("year", header: say("年份", "Year"), alignment: .trailing),
      Column("target", header: say("要求", "Wanted"), alignment: .trailing),
      Column("projected", header: say("预测", "Projected"), alignment: .trailing),
      Column("gap", header: say("差", "Gap"), alignment: .trailing), Column("basis", header: say("依据", "Basis")),
      Column("status", header: say("状态", "Status")),
    ])
    for zone in zones {
      table.appendSection(zoneName(zone))
      for judgement in final where judgement.target.zone == zone { table.append(row(judgement)) }
    }
    return Section(say("规划目标（\(countsByBasis)）", "Plan targets (\(countsByBasis))"), [.table(table)])
  }

  private func row(_ judgement: Judgement) -> [Cell] {
    let target = judgement.target
    return [
      .text(mark(judgement.status)), .text(target.label(language)), .number(Double(target.year), .year),
      .text(wanted(target)), .text(projected(judgement)),
      .text(judgement.gap.map { gap($0, target.unit) } ?? "–"), .text(basisText(judgement)),
      .text(statusText(judgement)),
    ]
  }

  /// The central value, and between whose ends four worlds in five lie.
  func projected(_ judgement: Judgement) -> String {
    guard let value = judgement.projected else { return "–" }
    let target = judgement.target
    guard judgement.basis == .simulated, let name = target.indicator,
      let range = results.interval(named: name, area: results.areas.cityIndex, target.year)
    else { return shown(value, target.unit) }
    return "\(shown(value, target.unit)) (\(shown(range.low, target.unit))–\(shown(range.high, target.unit)))"
  }

  /// The status, and the chance where it is neither certain nor impossible.
  ///
  /// A year that is known has no chance left: there it says in how many worlds the target was reached. What holds by
  /// rule has neither.
  func statusText(_ judgement: Judgement) -> String {
    let word = statusWord(judgement.status)
    guard let chance = judgement.chance, chance > 0, chance < 1 else { return word }
    let share = chanceText(chance)
    switch judgement.status {
    case .kept, .broken: return word
    case .met, .missed: return say("\(word)，\(share) 的模拟达到", "\(word), reached in \(share) of worlds")
    default: return say("\(word)，概率 \(share)", "\(word), chance \(share)")
    }
  }

  /// A chance in whole per cent, none of which reads as certain or impossible.
  private func chanceText(_ chance: Double) -> String {
    let format = NumberFormat.percent(decimals: 0)
    let leastShown = 0.01
    if chance < leastShown { return "<" + format.text(leastShown) }
    if chance > 1 - leastShown { return ">" + format.text(1 - leastShown) }
    return format.text(chance)
  }

  func zoneName(_ zone: Target.Zone) -> String {
    let words = zone.id.split(separator: "_").joined(separator: " ")
    return say(zone.label, words.prefix(1).uppercased() + words.dropFirst())
  }

  /// What the plan asks for, as a reader writes it.
  func wanted(_ target: Target) -> String {
    "\(target.comparator.sign) \(shown(target.value, target.unit))"
  }

  /// A value as the plan would print it.
  func shown(_ value: Double, _ unit: Unit, sign: NumberFormat.Sign = .whenNegative) -> String {
    let number = unit.format(sign: sign).text(value)
    return unit.level.powerOfTen > 0 ? number + say(" ", " ×") + unit.shownName(language) : number
  }

  /// A gap as readers say it: shares differ by percentage points.
  func gap(_ value: Double, _ unit: Unit) -> String {
    guard unit.isShownInPercent else { return shown(value, unit, sign: .always) }
    return NumberFormat(decimals: 1, sign: .always, scale: .hundredth, suffix: say(" 个百分点", " pp")).text(value)
  }

  func mark(_ status: Judgement.Status) -> String {
    switch status {
    case .met, .likely: "✓"
    case .missed, .unlikely, .broken: "✗"
    case .kept: "="
    case .atRisk: "!"
    case .open: "?"
    case .listed: "·"
    }
  }

  func basisWord(_ basis: Judgement.Basis?) -> String {
    switch basis {
    case .simulated: say("模拟", "simulated")
    case .actual: say("实际值", "actual")
    case .assumed: say("假设", "assumed")
    case .rule: say("模型规则", "rule of the model")
    case nil: ""
    }
  }

  /// The basis, and for a value carried on the year it comes from.
  func basisText(_ judgement: Judgement) -> String {
    let word = basisWord(judgement.basis)
    if let indicator = results.indicators.first(where: { $0.name == judgement.target.indicator }),
      results.isCircular(indicator, in: judgement.target.year)
    {
      return word + say("，由标准本身反推", ", worked out from itself")
    }
    guard judgement.basis == .assumed, let year = results.carriedFrom(judgement.target) else { return word }
    if year == judgement.target.year { return say("估计值", "estimated") }
    return word + say("，沿用 \(year) 年", ", as in \(year)")
  }

  private func statusWord(_ status: Judgement.Status) -> String {
    switch status {
    case .met: say("达到", "met")
    case .missed: say("未达到", "missed")
    case .likely: say("很可能", "likely")
    case .atRisk: say("有风险", "at risk")
    case .unlikely: say("不大可能", "unlikely")
    case .open: say("无法判断", "open")
    case .listed: say("仅列出", "listed")
    case .kept: say("（规则）保持", "kept")
    case .broken: say("（规则）未保持", "broken")
    }
  }
}
