import Benefits
import Care
import Domain
import Fiscal
import Formulas
import Inputs
import Simulation
import Studies
import Tables
import Targets

/// Scenarios side by side, as a planner reads them: what was changed, what follows, which targets move.
public struct ComparisonBook {
  let comparison: Comparison
  let dataset: Dataset
  let choice: ComparisonChoice
  let language: Language
  /// Indicators that differ most, beyond which the others are only counted.
  private static let mostRows = 16

  public init(_ comparison: Comparison, _ dataset: Dataset, _ choice: ComparisonChoice, language: Language) {
    self.comparison = comparison
    self.dataset = dataset
    self.choice = choice
    self.language = language
  }

  var base: Results { comparison.base }
  var writer: ReportWriter { ReportWriter(results: base, dataset: dataset, language: language) }
  func say(_ zh: String, _ en: String) -> String { language.say(zh, en) }
  func name(_ results: Results) -> String { results.plan.scenario.name }
  func name(_ other: OtherScenario) -> String { other.name }
  private var inputs: [[InputDifference]] { comparison.others.indices.map { comparison.inputs(of: $0) } }

  public var document: Document {
    let names = comparison.others.map(name).joined(separator: say("、", ", "))
    let draws = NumberFormat().text(Double(base.draws))
    let making =
      base.draws > 0
      ? say(
        "同一组 \(draws) 次模拟 · 方括号内为差值八成可能落在的范围（第 10—90 百分位）",
        "the same \(draws) worlds · 80 % intervals of the differences")
      : say("只有中心情形，没有区间", "central member alone, no intervals")
    let inputs = inputs
    let years = years(inputs.joined())
    return Document(
      style: language == .zh ? .chinese : .english,
      title: say("\(names) 与 \(name(base)) 相比", "\(names) against \(name(base))"), subtitle: making,
      sections: leftOut + [inputSection(inputs)] + choice.areas.map { results($0, years) } + [targets])
  }

  /// The worlds that failed under one of the scenarios and count in none.
  private var leftOut: [Section] {
    let notes = setAsideText(base, language: language)
    return notes.isEmpty ? [] : [Section(unnumbered: say("不计入的模拟", "Worlds left out"), [.points(notes)])]
  }

  /// The years of the tables: those asked for, else every fifth and the last from the first that can differ.
  private func years(_ inputs: some Sequence<InputDifference>) -> [Year] {
    if !choice.years.isEmpty { return choice.years }
    let first = inputs.compactMap { $0.points.first?.year }.min() ?? comparison.years.lowerBound
    let from = max(first, comparison.years.lowerBound)
    let fifths = comparison.years.filter { $0 % 5 == 0 && $0 >= from }
    return Set(fifths + [comparison.years.upperBound]).sorted()
  }

  /// What was changed, scenario by scenario.
  private func inputSection(_ inputs: [[InputDifference]]) -> Section {
    let count = Set(inputs.joined().map(\.parameter.path)).count
    guard count > 0 else {
      return Section(unnumbered: say("输入", "Inputs"), [.points([say("没有不同。", "They do not differ.")])])
    }
    let table = InputDifferenceTable(dataset, language: language)
    let parts = zip(comparison.others, inputs).map { other, own in (name(other), own) }
    return Section(
      unnumbered: say("输入不同处 \(count) 项", "Inputs that differ: \(count)"), [.table(table.table(parts))])
  }

  // MARK: - Results

  /// What is asked first: money by payer, beds, care workers, need.
  private var leading: [String] {
    let payers = Payer.allCases.filter(\.isFiscal).map(\.amount.name)
    let care: [Indicator] = [
      Care.bedStock, Care.nursingShare, Care.bedShortage, Care.workerStock, Care.workersNeeded,
      Care.certifiedPerTenThousand, Care.disabled, Care.unmetNeed,
    ]
    let sums: [Budget.Sum] = [.fiscalCost, .insuranceCost, .householdCost, .cost]
    return sums.map(\.name) + payers + care.map(\.name)
  }

  private func results(_ area: Int, _ years: [Year]) -> Section {
    let place = choice.areas == [base.areas.cityIndex] ? "" : say("，", ", ") + base.areas[area].label(language)
    let (rows, more) = rows(area, years)
    var parts = tables(rows, years).map(Section.Part.table)
    if parts.isEmpty { parts = [.points([say("没有差别。", "No difference.")])] }
    var points: [String] = []
    if more > 0 {
      points.append(
        say(
          "另有 \(more) 个指标不同：用 --indicator 名称或含义 或 --format csv 查看。",
          "\(more) more indicators differ: --indicator NAME or --format csv shows them."))
    }
    if rows.contains(where: { $0.indicator.name == CompositeIndex.whole.name }) {
      points += comparison.others.indices.map { indexNote(area, years.last ?? 0, $0) }
    }
    return Section(unnumbered: say("结果\(place)", "Results\(place)"), parts + [.points(points)])
  }

  /// The rows of an area, and how many indicators beside them differ.
  private func rows(_ area: Int, _ years: [Year]) -> (shown: [ComparisonRow], more: Int) {
    // What insurance and households pay stands among the sums.
    let twice = Payer.allCases.filter { !$0.isFiscal }.map(\.amount.name)
    let scores = Set(base.plan.city.index.components.map(\.name) + twice)
    let all = base.indicators.compactMap { indicator -> ComparisonRow? in
      // Scores of the index only on request: their indicators stand there already.
      guard choice.indicators.isEmpty ? !scores.contains(indicator.name) : choice.chooses(indicator) else { return nil }
      return ComparisonRow(indicator, comparison, area: area, years: years)
    }
    guard choice.indicators.isEmpty else { return (all, 0) }
    let first = leading.compactMap { name in all.first { $0.indicator.name == name && $0.isSome } }
    let others = all.enumerated().filter { $0.element.isSome && !leading.contains($0.element.indicator.name) }
      .sorted { ($1.element.size, $0.offset) < ($0.element.size, $1.offset) }.map(\.element)
      .reduce(into: [ComparisonRow]()) { kept, row in
        if !kept.contains(where: { $0.numbers == row.numbers }) { kept.append(row) }
      }
    return (first + others.prefix(ComparisonBook.mostRows), max(others.count - ComparisonBook.mostRows, 0))
  }
}
