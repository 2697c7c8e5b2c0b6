import Fiscal
import Simulation
import Studies
import Tables

extension ComparisonBook {
  /// What the scenarios cost more or less than the first in the last year, by who pays, with the intervals of the paired
  /// differences; nil where they cost the same.
  func moneyDrawn(_ area: Int) -> Section? {
    let year = comparison.years.upperBound
    let unit = writer.moneyUnit
    let format = NumberFormat(decimals: writer.moneyFormat.decimals, sign: .always, scale: writer.moneyFormat.scale)
    let sums: [Budget.Sum] = [.fiscalCost, .insuranceCost, .householdCost]
    let rows = sums.compactMap { sum -> (name: String, differences: [PairedDifference?])? in
      guard let indicator = base.indicators.first(where: { $0.name == sum.name }) else { return nil }
      let found = comparison.others.indices.map {
        comparison.entry(sum.name, area: area, year: year, of: $0)?.difference
      }
      return found.contains { $0?.isSome == true } ? (indicator.label(language), found) : nil
    }
    guard !rows.isEmpty else { return nil }
    let names = comparison.others.map { $0.name }
    let plot = GroupPlot(
      names,
      rows.map { row in
        GroupPlot.Row(
          row.name,
          row.differences.map { difference in
            difference.map {
              GroupPlot.Bar($0.central, interval: $0.statistics.map { $0.interval.low...$0.interval.high })
            }
          })
      }, unit: unit, format: format)
    var table = Table(
      columns: [Column("sum", header: unit)]
        + names.enumerated().flatMap { place, name in
          [
            Column("d\(place)", header: name, alignment: .trailing),
            Column("i\(place)", header: say("八成可能", "80 % interval"), alignment: .trailing),
          ]
        })
    func interval(_ difference: PairedDifference?) -> String {
      difference?.statistics.map { "\(format.text($0.interval.low)) – \(format.text($0.interval.high))" } ?? "–"
    }
    for row in rows {
      table.append(
        [.text(row.name)] + row.differences.flatMap { [writer.cell($0?.central, format), .text(interval($0))] })
    }
    let words = rows.map { row in
      let parts = zip(names, row.differences).compactMap { name, difference in
        difference.map { found in
          let range = found.statistics == nil ? "" : say("（\(interval(found))）", " (\(interval(found)))")
          return "\(name) \(format.text(found.central))\(range)"
        }
      }
      return row.name + say("：", ": ") + parts.joined(separator: say("，", ", "))
    }
    let chart = Chart(
      id: "paired",
      title: say("\(year) 年比 \(name(base)) 多花多少（\(unit)）", "Cost beyond \(name(base)) in \(year) (\(unit))"),
      description: words.joined(separator: say("；", "; ")) + say("。", "."), .groups(plot))
    return Section(
      unnumbered: say("与 \(name(base)) 的费用之差", "Cost against \(name(base))"), [.figure(chart, table)])
  }
}
