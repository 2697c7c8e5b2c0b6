import CSV
import Domain
import Formulas
import Inputs
import Simulation
import Studies
import Tables
import Targets

/// What is shown of a comparison.
public struct ComparisonChoice: Sendable {
  /// Empty for every fifth year and the last, from the first that can differ.
  public var years: [Year] = []
  public var areas: [Int]
  /// Beginnings of names; empty for what differs most matters: targets, money, the rest.
  public var indicators: [String] = []

  public init(areas: [Int], years: [Year] = [], indicators: [String] = []) {
    self.areas = areas
    self.years = years
    self.indicators = indicators
  }
}

/// Scenarios beside the first of them, as a planner reads it: what was changed, what follows, which targets turn.
public struct ComparisonText {
  let comparison: Comparison
  private let dataset: Dataset
  private let choice: ComparisonChoice
  private let language: Language
  /// Rows of results beyond which the others are only counted.
  private static let mostRows = 24

  public init(_ comparison: Comparison, _ dataset: Dataset, _ choice: ComparisonChoice, language: Language) {
    self.comparison = comparison
    self.dataset = dataset
    self.choice = choice
    self.language = language
  }

  private var base: Results { comparison.base }
  private var writer: ReportWriter { ReportWriter(results: base, dataset: dataset, language: language) }
  private func say(_ zh: String, _ en: String) -> String { language.say(zh, en) }

  public var text: String {
    comparison.others.indices.map { section($0) }.joined(separator: "\n")
  }

  private func section(_ other: Int) -> String {
    let (a, b) = (base.plan.scenario.name, comparison.others[other].plan.scenario.name)
    let worlds =
      base.draws > 0
      ? say(
        "同一组 \(NumberFormat().text(Double(base.draws))) 个世界，差值的 80% 区间",
        "the same \(NumberFormat().text(Double(base.draws))) worlds, 80 % intervals of the differences")
      : say("只有中心情形，没有区间", "central member alone, no intervals")
    let title = say("\(b) 与 \(a) 相比（\(worlds)）", "\(b) against \(a) (\(worlds))")
    let inputs = comparison.inputs(of: other)
    let years = years(inputs)
    let aside = setAsideText(base, language: language).map { "\($0)\n" }.joined()
    return title + "\n" + String(repeating: "─", count: Document.textWidth) + "\n" + aside
      + InputDifferenceText(inputs, dataset, language: language).text
      + choice.areas.map { results($0, years, other) }.joined() + targets(other)
  }

  /// The years of the tables: those asked for, else every fifth and the last from the first that can differ.
  private func years(_ inputs: [InputDifference]) -> [Year] {
    if !choice.years.isEmpty { return choice.years }
    let first = inputs.compactMap { $0.points.first?.year }.min() ?? comparison.years.lowerBound
    let from = max(first, comparison.years.lowerBound)
    let fifths = comparison.years.filter { $0 % 5 == 0 && $0 >= from }
    return Set(fifths + [comparison.years.upperBound]).sorted()
  }

  // MARK: - Results

  private func results(_ area: Int, _ years: [Year], _ other: Int) -> String {
    let rows = rows(area, years, other)
    let place = choice.areas == [base.areas.cityIndex] ? "" : say("，", ", ") + base.areas[area].label(language)
    guard !rows.isEmpty else {
      return say("  结果\(place)：没有差别。\n", "  Results\(place): no difference.\n")
    }
    let shown = rows.prefix(ComparisonText.mostRows)
    var table = Table(
      columns: [Column("name", header: say("结果\(place)", "Results\(place)"))]
        + years.map { Column("\($0)", header: "\($0)", alignment: .trailing) }
        + (base.draws > 0
          ? [Column("worlds", header: say("\(years.last ?? 0) 年各世界", "Worlds, \(years.last ?? 0)"))] : []))
    for row in shown {
      let largest = row.differences.compactMap { $0.map { abs($0.central) } }.max() ?? 0
      let format = ChangeFormat(row.indicator.unit, largest: largest, language: language)
      let name = row.indicator.label(language) + say("（\(format.unit)）", " (\(format.unit))")
      table.append(
        [.text(name)] + row.differences.map { .text($0.map { text(of: $0, format.number) } ?? "–") }
          + (base.draws > 0 ? [.text(row.differences.last.flatMap { $0 }.map(worlds) ?? "")] : []))
    }
    let rest = rows.count - shown.count
    let more =
      rest > 0
      ? bulleted([
        say(
          "还有 \(rest) 项不同：用 --indicator 名称 或 --format csv 查看。",
          "\(rest) more differ: --indicator NAME or --format csv shows them.")
      ]) : ""
    let isIndexShown = shown.contains { $0.indicator.name.hasPrefix("index.") }
    return table.indentedText + more + (isIndexShown ? indexNote(area, years.last ?? 0, other) : "")
  }

  /// How much of the index is no more than a path, before and after.
  private func indexNote(_ area: Int, _ year: Year, _ other: Int) -> String {
    let shares = [base, comparison.others[other]].map { results in
      NumberFormat.percent(decimals: 0).text(results.assumedShare(area: area, year: year))
    }
    let parts = comparison.others[other].indexParts(area: area, year: year).filter { part in
      part.basis == .assumed
        && comparison.difference(part.component.name, area: area, year: year, of: other)?.isSome == true
    }.map { $0.component.label(language) }
    let names = parts.joined(separator: say("、", ", "))
    return bulleted([
      say(
        "\(year) 年指数权重取自沿用值或路径的部分：\(shares[0]) → \(shares[1])"
          + (parts.isEmpty ? "。" : "；其中因路径而变的：\(names)，这一变化是假设，不是成效。"),
        "Of the index of \(year), values carried on or set as a path weigh \(shares[0]) → \(shares[1])"
          + (parts.isEmpty ? "." : "; a path moves \(names): that change is assumed, not achieved."))
    ])
  }

  private struct Row {
    let indicator: Indicator
    let differences: [PairedDifference?]
  }

  /// What differs: what targets are judged by, then public money, then the rest.
  private func rows(_ area: Int, _ years: [Year], _ other: Int) -> [Row] {
    let judged = Set(base.plan.city.targets.compactMap(\.indicator))
    func rank(_ indicator: Indicator) -> Int {
      judged.contains(indicator.name) ? 0 : indicator.name.hasPrefix("fiscal.") && indicator.unit == .yuan ? 1 : 2
    }
    let rows = base.indicators.filter(isWanted).map { indicator in
      Row(
        indicator: indicator,
        differences: years.map { comparison.difference(indicator.name, area: area, year: $0, of: other) })
    }.filter { row in row.differences.contains { $0?.isSome == true } }
    return rows.enumerated().sorted {
      (rank($0.element.indicator), $0.offset) < (rank($1.element.indicator), $1.offset)
    }.map(\.element)
  }

  /// Scores of the index only on request: their indicators stand there already.
  private func isWanted(_ indicator: Indicator) -> Bool {
    choice.indicators.isEmpty
      ? !base.plan.city.index.components.contains { $0.name == indicator.name }
      : choice.indicators.contains { indicator.name.hasPrefix($0) }
  }

  private func text(of difference: PairedDifference, _ format: NumberFormat) -> String {
    let central = format.text(difference.central)
    guard let statistics = difference.statistics else { return central }
    let (low, high) = (format.text(statistics.quantiles[1]), format.text(statistics.quantiles[5]))
    return low == high && low == central ? central : "\(central) [\(low), \(high)]"
  }

  /// In how many worlds it is larger or smaller.
  private func worlds(_ difference: PairedDifference) -> String {
    guard let larger = difference.larger, let smaller = difference.smaller else { return "" }
    if larger == 1 { return say("每个世界都更大", "larger in every world") }
    if smaller == 1 { return say("每个世界都更小", "smaller in every world") }
    if larger == 0, smaller == 0 { return say("没有差别", "no difference") }
    // A share that is not one is not printed as one.
    let share = NumberFormat.percent(decimals: 0).text(min(max(larger, smaller), 0.99))
    return larger >= smaller
      ? say("\(share) 的世界里更大", "larger in \(share) of worlds")
      : say("\(share) 的世界里更小", "smaller in \(share) of worlds")
  }

  // MARK: - Targets

  private func targets(_ other: Int) -> String {
    let (gained, lost) = (comparison.gained(by: other), comparison.lost(by: other))
    let head = say(
      "  目标：新达到 \(gained.count) 项，失去 \(lost.count) 项。\n", "  Targets: \(gained.count) gained, \(lost.count) lost.\n")
    func line(_ mark: String, _ change: TargetChange) -> String {
      let target = change.after.target
      let year = say("\(target.year) 年", "\(target.year)")
      return "    \(mark) \(target.label(language)) \(year) \(writer.wanted(target))\(say("：", ": "))"
        + "\(writer.statusText(change.before)) → \(writer.statusText(change.after))\n"
    }
    return head + gained.map { line("+", $0) }.joined() + lost.map { line("−", $0) }.joined()
  }
}

extension PairedDifference {
  /// Whether anything differs in the central member or in some world.
  fileprivate var isSome: Bool {
    central != 0 || larger ?? 0 > 0 || smaller ?? 0 > 0
  }
}
