import Domain
import Inputs
import Simulation
import Tables
import Targets

/// Every target with what a run says of it and the pace it asks for, for readers and for programs.
public struct TargetList {
  private let writer: ReportWriter
  private let results: Results
  /// The rows: all targets of a year, or each in the last of its years that the run reaches.
  public let judgements: [Judgement]

  /// - Parameter year: nil for each target's last.
  /// - Throws: ``InputError`` when no target is set for that year.
  public init(_ results: Results, _ dataset: Dataset, year: Year?, language: Language) throws(InputError) {
    let writer = ReportWriter(results: results, dataset: dataset, language: language)
    if let year {
      let years = Set(writer.judgements.map(\.target.year)).sorted()
      guard years.contains(year) else {
        throw InputError(ofFile: "--year", .noTargets(year: year, years: years))
      }
    }
    self.writer = writer
    self.results = results
    judgements =
      year.map { year in writer.judgements.filter { $0.target.year == year } } ?? writer.own + writer.final
  }

  /// Fails where none of the targets can be judged, so that none could fail.
  ///
  /// - Throws: ``InputError``.
  public func requireJudged(for option: String) throws(InputError) {
    guard !judgements.contains(where: { $0.isReached || $0.isFailing }) else { return }
    let open = judgements.filter { $0.status == .open }.count
    throw InputError(ofFile: option, .nothingJudged(open: open, listed: judgements.count - open))
  }

  /// Those judged as badly as a status, or worse.
  public func failing(_ status: Judgement.Status) -> [Judgement] { judgements.filter { $0.isAsBad(as: status) } }

  private func say(_ zh: String, _ en: String) -> String { writer.say(zh, en) }

  /// The page a planner reads: targets, then the index and the gaps.
  public var document: Document {
    let given = judgements.filter { $0.target.plan == nil }
    let summary = given.isEmpty ? [] : [Section(unnumbered: nil, [.points([summary(given)]), .table(readable(given))])]
    return writer.document(
      [writer.planSection(judgements.filter { $0.target.plan != nil })] + summary
        + [Section(unnumbered: nil, [.points([paceNote])]), writer.indexInFull, writer.gaps])
  }

  private func summary(_ judgements: [Judgement]) -> String {
    // A target in other words counts once.
    let judgements = judgements.filter(\.target.isCounted)
    func count(_ matches: (Judgement) -> Bool) -> Int { judgements.filter(matches).count }
    let (kept, broken) = (count { $0.status == .kept }, count { $0.status == .broken })
    let reached = count(\.isReached)
    let failing = count(\.isFailing)
    let open = count { $0.status == .open }
    let listed = count { $0.status == .listed }
    return say(
      "目标 \(judgements.count) 项：能够判断的 \(reached + failing) 项中达到或很可能达到 \(reached) 项，其余 \(failing) 项；"
        + "缺少实际值或只是假设而不作判断 \(open) 项，模型规则遵守 \(kept) 项、未遵守 \(broken) 项，"
        + "仅列出 \(listed) 项。假设的值和模型规则从不算作达到。",
      "\(judgements.count) targets: of the \(reached + failing) that can be judged, \(reached) are met or likely to be, "
        + "\(failing) are not; \(open) are open, for want of an actual or because they are only assumed, \(kept) rules of "
        + "the model are kept and \(broken) broken, and \(listed) are listed. What is assumed, or a rule, never counts as met."
    )
  }

  private var paceNote: String {
    say(
      "“所需进度”是从最近的实际值（没有则从最近的已知推算值）到目标年每年所需的变化；已达到的不列。",
      "The pace is the even yearly change from the last actual value, else the last projected one known, to the target in its "
        + "year; none is shown where that value meets it.")
  }

  private func readable(_ judgements: [Judgement]) -> Table {
    var table = Table(columns: [
      Column("mark", header: ""), Column("name", header: say("目标", "Target")),
      Column("year", header: say("年份", "Year"), alignment: .trailing),
      Column("target", header: say("要求", "Wanted"), alignment: .trailing),
      Column("projected", header: say("预测（八成可能）", "Projected (80 % interval)"), alignment: .trailing),
      Column("gap", header: say("差", "Gap"), alignment: .trailing),
      Column("pace", header: say("所需进度", "Pace needed"), alignment: .trailing),
      Column("basis", header: say("依据", "Basis")), Column("status", header: say("状态", "Status")),
    ])
    var zone: Target.Zone?
    for judgement in judgements.enumerated().sorted(by: { before($0, $1) }).map(\.element) {
      let target = judgement.target
      if target.zone != zone { table.appendSection(writer.zoneName(target.zone)) }
      zone = target.zone
      table.append([
        .text(writer.mark(judgement.status)), .text(target.label(writer.language)),
        .number(Double(target.year), .year), .text(writer.wanted(target)), .text(writer.projected(judgement)),
        .text(judgement.gap.map { writer.gap($0, target.unit) } ?? "–"), .text(writer.pace(to: target)),
        .text(writer.basisText(judgement)), .text(writer.statusText(judgement)),
      ])
    }
    return table
  }

  /// By zone, in the order in which the zones appear.
  private func before(_ a: (offset: Int, element: Judgement), _ b: (offset: Int, element: Judgement)) -> Bool {
    let zones = writer.zones
    let (first, second) = (zones.firstIndex(of: a.element.target.zone), zones.firstIndex(of: b.element.target.zone))
    return (first ?? zones.count, a.offset) < (second ?? zones.count, b.offset)
  }

  /// The same rows for programs, in inside units.
  public var table: Table {
    RunTables.targetList.table(of: judgements.map { TargetRow(results: results, judgement: $0) })
  }
}
