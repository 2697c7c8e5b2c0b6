import Domain
import Inputs
import Simulation
import Studies
import Tables
import Targets

extension ProposalBook.Row {
  /// Fiscal money for each point: a percentage point of a share, else a unit; nil where no lever moves it.
  var yuanAPoint: Double? {
    guard let cost, cost.moved != 0 else { return nil }
    let point = proposal.indicator.unit.isShownInPercent ? percentagePoint : 1
    return cost.yuan / abs(cost.moved) * point
  }
}

extension ProposalBook {
  func costText(_ row: Row) -> String {
    guard let yuan = row.yuanAPoint else { return "–" }
    return NumberFormat(decimals: abs(yuan) < 1e5 ? 2 : 0, scale: .wan).text(yuan)
  }

  /// The same for programs, in inside units.
  public var tableForPrograms: Table {
    var table = Table(
      columns: [
        "target_id", "indicator", "unit", "comparator", "year", "now", "now_year", "baseline", "trend",
        "better_districts",
        "p50", "p80", "p90", "proposed", "chance", "kind", "levers", "moved", "cost_yuan",
      ].map { Column($0) })
    for row in rows {
      let proposal = row.proposal
      let target = proposal.target(value: row.value, in: year, plan: .empty)
      func number(_ value: Double?) -> Cell { value.map { .number($0, NumberFormat()) } ?? .empty }
      let levers = row.cost?.levers.joined(separator: " ") ?? ""
      let cost: [Cell] = [.text(levers), number(row.cost?.moved), number(row.cost?.yuan)]
      table.append(
        [
          .text(target.id), .text(proposal.indicator.name), .text(proposal.indicator.unit.symbol),
          .text(target.comparator.rawValue), .number(Double(year), .year), number(proposal.standing.value),
          .number(Double(proposal.standing.year), .year), number(proposal.baseline), number(proposal.trend),
          number(proposal.atBestPace),
        ] + ProposalBook.shown.map { number(proposal.value(withChance: $0, in: year)) } + [
          number(row.value), number(row.chance), row.kind.map { .text($0.rawValue) } ?? .empty,
        ] + cost)
    }
    return table
  }

  /// What is proposed as a plan file, with the way there year by year.
  public func plan(named name: String) -> TargetPlan {
    let entries = rows.map { row in
      let proposal = row.proposal
      let years = results.plan.knownUntil + 1...year
      let wishes = years.compactMap { year -> TargetPlan.Wish? in
        guard let exact = proposal.value(withChance: chance, in: year) else { return nil }
        let value = year == self.year ? row.value : isRounded ? proposal.printed(exact) : exact
        return TargetPlan.Wish(
          year: year, comparator: proposal.isFloor ? .atLeast : .atMost, value: value,
          precision: proposal.former.precision)
      }
      return TargetPlan.Entry(
        id: "\(proposal.former.id)_\(year)", indicator: proposal.indicator, label: proposal.former.label,
        unit: proposal.indicator.unit, zone: proposal.former.zone.label, kind: row.kind,
        isGrowing: proposal.former.nature == .growing, wishes: wishes,
        note: "\(results.plan.scenario.name)：\(year) 年概率 \(percent(row.chance))")
    }
    return TargetPlan(name: name, title: title, entries: entries)
  }
}

/// Of a share.
private let percentagePoint = 0.01
