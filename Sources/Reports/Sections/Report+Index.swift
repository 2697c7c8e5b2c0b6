import Domain
import Simulation
import Tables
import Targets

/// The composite index: its values, and how much of them is worth how much.
extension ReportWriter {
  var composite: CompositeIndex { results.plan.city.index }
  var score: NumberFormat { NumberFormat(decimals: 2) }
  private var year: Year { keyYear }

  /// The total and its dimensions by year, what of them is carried, and what other weights would make of them.
  var index: Section? {
    composite.components.isEmpty ? nil : Section(unnumbered: indexTitle, indexOverview)
  }

  /// The same with what the index is made of, and the order of the districts.
  var indexInFull: Section? {
    guard !composite.components.isEmpty else { return nil }
    return Section(unnumbered: indexTitle, indexOverview + [indexParts, indexOfDistricts].compactMap(\.self))
  }

  private var indexTitle: String { say("共同富裕民政综合指数", "Composite index") }

  private var indexOverview: [Section.Part] {
    let dimensions = composite.dimensions(inCity: true)
    let rows =
      [YearRow(CompositeIndex.whole, say("综合指数", "Composite index"), score)]
      + dimensions.map { YearRow($0, "  " + $0.label(language), score) }
    let table = byYear(say("0 为起点，1 为目标，超额另计", "0: start, 1: target, beyond it extra"), rows)
    return [.table(table), .points([indexMeaning] + indexGaps + [indexBasis, indexStability].compactMap { $0 })]
  }

  private var indexMeaning: String {
    say(
      "得分在下限（多为 2020 年）与上限（2025 年目标）之间，2025 年后不变；同一维度内加权平均，维度之间几何平均，一个维度不能由另一个补足。"
        + "2020 年按定义接近 0，指数说的是走了多远，不是好坏的绝对水平。",
      "Scores lie between a lower goalpost, mostly 2020, and an upper one, mostly the target of 2025, which stay after 2025; "
        + "weighted means inside dimensions, a geometric mean of these, so that none makes up for another. 2020 is near 0 by "
        + "construction: the index says how far things have come.")
  }

  /// Components without a value, for want of which the index has none.
  private var indexGaps: [String] {
    let missing = milestones.compactMap { year -> String? in
      let names = results.indexParts(area: results.areas.cityIndex, year: year).filter { $0.score == nil }
        .map { $0.component.label(language) }
      return names.isEmpty ? nil : "\(year) " + say("年：", ": ") + names.joined(separator: say("、", ", "))
    }
    guard !missing.isEmpty else { return [] }
    let list = missing.joined(separator: say("；", "; "))
    return [say("因下列指标没有值，指数没有值：\(list)。", "Without these values there is no index: \(list).")]
  }

  private var indexBasis: String {
    let years = milestones.map { year in
      let share = percent(results.assumedShare(area: results.areas.cityIndex, year: year), decimals: 0)
      return say("\(year) 年 \(share)", "\(share) in \(year)")
    }
    let carried = results.indexParts(area: results.areas.cityIndex, year: year).filter { $0.basis == .assumed }
      .map { $0.component.label(language) }.joined(separator: say("、", ", "))
    let names = carried.isEmpty ? "" : say("（\(year) 年：\(carried)）", " (\(year): \(carried))")
    return say(
      "指数权重中取自沿用值或指定路径的部分：\(years.joined(separator: "，"))\(names)。这一部分不说明实际进展。",
      "Share of the weights that rests on values carried on or set as a path: \(years.joined(separator: ", "))\(names). "
        + "That part says nothing of what was done.")
  }

  private var indexStability: String? {
    let trials = results.indexTrials(area: results.areas.cityIndex, year: year).sorted()
    guard let range = middle(trials), let value = results.city(CompositeIndex.whole, year) else { return nil }
    return say(
      "换一组权重：在给定权重附近随机取 \(trials.count) 组，\(year) 年总指数八成落在 \(score.text(range.low))–\(score.text(range.high))"
        + "（给定权重 \(score.text(value))）。",
      "Other weights: of \(trials.count) drawn about the given ones, four in five put the total of \(year) between "
        + "\(score.text(range.low)) and \(score.text(range.high)) (given weights: \(score.text(value))).")
  }

  /// Where 10 and 90 % of sorted numbers stand.
  func middle(_ sorted: [Double]) -> (low: Double, high: Double)? {
    guard !sorted.isEmpty else { return nil }
    return (sorted[sorted.count / 10], sorted[sorted.count - 1 - sorted.count / 10])
  }

  /// How far districts lie apart.
  var gaps: Section {
    let marks = results.areas.marks
    let rows = Model.gaps.flatMap { $0.indicators + marks.map($0.indicator) }.map { indicator in
      let isShare = indicator.unit == .share
      return YearRow(
        indicator, indicator.label(language) + (isShare ? say("（百分点）", " (pp)") : ""),
        isShare ? NumberFormat(decimals: 1, scale: .hundredth) : score)
    }
    let favoured = marks.map { $0.label(language) }
    let title =
      favoured.isEmpty
      ? say("区县之间、城乡之间的差距", "Gaps between districts, and between town and country")
      : say(
        "区县、城乡与\(favoured.joined(separator: "、"))的差距",
        "Gaps between districts, town and country, and the \(favoured.joined(separator: ", the "))")
    return Section(
      unnumbered: title,
      [.table(byYear(say("1 为没有差距（比值）", "1: no gap (ratios)"), rows))])
  }
}
