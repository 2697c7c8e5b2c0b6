import Domain
import Formulas
import Simulation
import Studies
import Tables
import Targets

extension ComparisonBook {
  /// One unit a table, in the order in which units come up.
  func tables(_ rows: [ComparisonRow], _ years: [Year]) -> [Table] {
    let formats = rows.map { LevelFormat($0.indicator.unit, largest: $0.largest, language: language) }
    let units = formats.map(\.unit).uniqued()
    return units.map { unit in
      var table = emptyTable(unit)
      for (row, format) in zip(rows, formats) where format.unit == unit {
        for (place, year) in years.enumerated() { table.append(cells(row, place, year, format)) }
      }
      return table
    }
  }

  private func emptyTable(_ unit: String) -> Table {
    let heading = unit == "%" ? say("%，差为百分点", "%, differences in points") : unit
    var columns = [
      Column("name", header: heading), Column("year", header: say("年份", "Year"), alignment: .trailing),
      Column("base", header: name(base), alignment: .trailing),
    ]
    for (place, other) in comparison.others.enumerated() {
      columns += [
        Column("level\(place)", header: name(other), alignment: .trailing),
        Column("difference\(place)", header: say("差", "difference"), alignment: .trailing),
      ]
    }
    if isAlone { columns.append(Column("worlds", header: say("各次模拟", "Worlds"))) }
    return Table(columns: columns)
  }

  /// What worlds say in words has room beside one scenario only.
  private var isAlone: Bool { base.draws > 0 && comparison.others.count == 1 }

  private func cells(_ row: ComparisonRow, _ place: Int, _ year: Year, _ format: LevelFormat) -> [Cell] {
    let name = place == 0 ? row.indicator.label(language) : ""
    let others = row.others[place].flatMap { other -> [Cell] in
      guard let other else { return [.text("–"), .text("–")] }
      return [.number(other.level, format.level), .text(text(of: other.difference, format.change))]
    }
    let worlds = isAlone ? [Cell.text(row.others[place][0].map { self.worlds($0.difference) } ?? "")] : []
    return [.text(name), .number(Double(year), .year), writer.cell(row.levels[place], format.level)] + others + worlds
  }

  private func text(of difference: PairedDifference, _ format: NumberFormat) -> String {
    let central = format.text(difference.central)
    guard let statistics = difference.statistics else { return central }
    let (low, high) = (format.text(statistics.interval.low), format.text(statistics.interval.high))
    return low == high && low == central ? central : "\(central) [\(low), \(high)]"
  }

  /// In how many worlds it is larger or smaller.
  private func worlds(_ difference: PairedDifference) -> String {
    guard let larger = difference.larger, let smaller = difference.smaller else { return "" }
    let count = NumberFormat().text(Double(base.draws))
    if larger == 1 { return say("\(count) 次模拟中均增加", "larger in all") }
    if smaller == 1 { return say("\(count) 次模拟中均减少", "smaller in all") }
    if larger == 0, smaller == 0 { return say("没有差别", "no difference") }
    // A share that is not one is not printed as one.
    let share = NumberFormat.percent(decimals: 0).text(min(max(larger, smaller), 0.99))
    return larger >= smaller ? say("\(share) 增加", "larger in \(share)") : say("\(share) 减少", "smaller in \(share)")
  }

  /// How much of the index is no more than a path, before and after.
  func indexNote(_ area: Int, _ year: Year, _ other: Int) -> String {
    let results = comparison.others[other]
    let basis = results.indexBasis(area: area, year: year)
    let shares = [base.assumedShare(area: area, year: year), basis?.share ?? 0]
      .map { NumberFormat.percent(decimals: 0).text($0) }
    let parts = (basis?.assumed ?? []).filter { component in
      let found = comparison.difference(component.name, area: area, year: year, of: other)
      return found.map { $0.central != 0 || $0.larger != $0.smaller } == true
    }.map { $0.label(language) }
    let names = parts.joined(separator: say("、", ", "))
    return say(
      "\(name(results))：\(year) 年指数权重取自沿用值或路径的部分 \(shares[0]) → \(shares[1])"
        + (parts.isEmpty ? "。" : "；其中因路径而变的：\(names)，这一变化是假设，不是成效。"),
      "\(name(results)): of the index of \(year), values carried on or set as a path weigh \(shares[0]) → \(shares[1])"
        + (parts.isEmpty ? "." : "; a path moves \(names): that change is assumed, not achieved."))
  }

  // MARK: - Targets

  /// Targets whose status or chance moves.
  var targets: Section {
    let heads = comparison.others.indices.map { other in
      let (gained, lost) = (comparison.gained(by: other).count, comparison.lost(by: other).count)
      return say(
        "\(name(comparison.others[other]))：新达到 \(gained) 项，失去 \(lost) 项。",
        "\(name(comparison.others[other])): \(gained) gained, \(lost) lost.")
    }
    let moved = comparison.movedTargets
    var table = Table(
      columns: [
        Column("name", header: say("有变化的目标", "Targets that move")),
        Column("year", header: say("年份", "Year"), alignment: .trailing),
        Column("wanted", header: say("要求", "Wanted"), alignment: .trailing),
        Column("base", header: name(base)),
      ] + comparison.others.enumerated().map { Column("other\($0.offset)", header: name($0.element)) })
    for change in moved {
      let target = change.before.target
      table.append(
        [
          .text(target.label(language)), .number(Double(target.year), .year), .text(writer.wanted(target)),
          .text(writer.statusText(change.before)),
        ] + change.after.map { .text(mark(change.before, $0) + writer.statusText($0)) })
    }
    return Section(unnumbered: say("目标", "Targets"), [.points(heads)] + (moved.isEmpty ? [] : [.table(table)]))
  }

  /// A sign before what is gained or lost.
  private func mark(_ before: Judgement, _ after: Judgement) -> String {
    if after.isReached, !before.isReached { return "+ " }
    return before.isReached && after.isFailing ? "− " : ""
  }
}
