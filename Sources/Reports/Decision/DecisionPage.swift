import Domain
import Inputs
import Simulation
import Studies
import Tables
import Uncertainty

/// Options held against one another, what is worth finding out before choosing, and where they fail, for readers.
public struct DecisionPage {
  let decision: Decision
  let plan: Plan
  let names: InputNames
  /// What benefits are counted in: of money 万元, whatever its size, so that surveys can be set against it.
  let format: NumberFormat
  let unit: String
  let sample: Label
  let language: Language

  /// Rows of single inputs shown; all are in the file.
  static let shown = 12

  /// - Parameter sample: what is counted, such as worlds.
  public init(_ decision: Decision, _ plan: Plan, _ dataset: Dataset, sample: Label, language: Language) {
    self.decision = decision
    self.plan = plan
    names = InputNames(dataset)
    self.sample = sample
    self.language = language
    let own = dataset.unit(of: decision.rule.outcome.indicator) ?? .ratio
    let isMoney = own.measuresLike(.yuan)
    let largest = decision.analysis.regrets.options.map(\.largestRegret).max() ?? 0
    format =
      isMoney
      ? NumberFormat(decimals: largest < 1e5 ? 2 : 0, scale: .wan)
      : LevelFormat(own, largest: largest, language: language).level
    unit = isMoney ? language.say("万元", "10⁴ yuan") : own.name(language)
  }

  func say(_ zh: String, _ en: String) -> String { language.say(zh, en) }
  var analysis: DecisionAnalysis { decision.analysis }

  /// As text, where sentences say what is drawn.
  public var document: Document { document(failings: failings) }

  /// With the boxes drawn.
  public var page: Document { document(failings: drawnFailings) }

  private func document(failings: Document.Section) -> Document {
    let list = analysis.options.joined(separator: say("、", ", "))
    return Document(
      style: language == .zh ? .chinese : .english, title: say("方案选择：\(list)", "Which option: \(list)"),
      subtitle: say("按 \(decision.rule.text)", "by \(decision.rule.text)"),
      lead: Document.Lead(title: say("要点", "Key points"), points: [choice, survey]),
      sections: [options, information, failings])
  }

  private var choice: String {
    let (best, robust) = (analysis.options[analysis.choice], analysis.options[analysis.regrets.leastLargestRegret])
    return best == robust
      ? say("平均最好、最大遗憾也最小的是 \(best)。", "Best on average, and with the smallest largest regret: \(best).")
      : say("平均最好的是 \(best)；最大遗憾最小的是 \(robust)。", "Best on average: \(best). Smallest largest regret: \(robust).")
  }

  private var survey: String {
    guard analysis.perfect.value > 0 else {
      let best = analysis.options[analysis.choice]
      return say(
        "\(best) 在每个样本里都不比别的差：为这一决定没有什么值得先弄清。",
        "\(best) is worse than no other in any sample: nothing is worth finding out for this decision.")
    }
    guard let first = analysis.single.first, !first.isNothing else {
      return say(
        "没有哪一项单独值得先弄清；弄清一切（包括随机）至多值 \(amount(analysis.perfect))。",
        "No single input is worth finding out first; knowing everything, chance included, is worth \(amount(analysis.perfect)) at most."
      )
    }
    return say(
      "最值得先弄清的是 \(name(first.survey.name))：至多值 \(amount(first.value))；花费更多的调查不值得为这一决定去做。",
      "What is worth finding out first: \(name(first.survey.name)), worth \(amount(first.value)) at most; a survey that costs more is not worth making for this decision."
    )
  }

  func amount(_ estimate: Estimate) -> String {
    let error = format.text(estimate.standardError)
    return say(
      "\(format.text(estimate.value)) \(unit)（标准误 \(error)）",
      "\(format.text(estimate.value)) \(unit) (standard error \(error))")
  }

  func name(_ input: String) -> String {
    if input == "*" { return say("全部输入", "all inputs") }
    return names.label(of: input)?(language) ?? input
  }

  private var options: Document.Section {
    var table = Table(columns: [
      Column("option", header: say("方案", "Option")),
      Column("mean", header: say("均值", "Mean"), alignment: .trailing),
      Column("regret", header: say("平均遗憾", "Mean regret"), alignment: .trailing),
      Column("p90", header: say("遗憾 90% 分位", "90 % regret"), alignment: .trailing),
      Column("largest", header: say("最大遗憾", "Largest regret"), alignment: .trailing),
      Column("best", header: say("最优的占比", "Best in"), alignment: .trailing),
    ])
    for (name, option) in zip(analysis.options, analysis.regrets.options) {
      table.append([
        .text(name), .number(decision.rule.directed(option.mean), format), .number(option.meanRegret, format),
        .number(option.regret90, format), .number(option.largestRegret, format),
        .number(option.bestShare, .percent(decimals: 0)),
      ])
    }
    table.appendNote(
      say(
        "单位：\(unit)。\(analysis.usedSamples) \(sample.zh)；遗憾是同一\(sample.zh.dropFirst(1))中最好的方案比它多得（少花）的。",
        "In \(unit). \(analysis.usedSamples) \(sample.en); regret is what the best option of the same one would have had more, or cost less."
      ))
    if analysis.failedSamples > 0 {
      table.appendNote(
        say(
          "另有 \(analysis.failedSamples) \(sample.zh)因某方案没有结果而略去。",
          "\(analysis.failedSamples) more \(sample.en) in which an option came to nothing are left out."))
    }
    for miss in decision.rule.misses {
      table.appendNote(note(miss))
    }
    return Document.Section(say("各方案", "The options"), [.figure(regretChart, table)])
  }

  private func note(_ miss: DecisionRule.Miss) -> String {
    let amount = format.text(miss.price.amount)
    switch miss.price {
    case .perUnit:
      return say(
        "不满足 \(miss.condition.text) 时，每差一个单位计 \(amount) \(unit)。",
        "Where \(miss.condition.text) is missed, each unit counts as \(amount) \(unit).")
    case .once:
      return say(
        "不满足 \(miss.condition.text) 时，不论差多少，计 \(amount) \(unit)。",
        "Where \(miss.condition.text) is missed, by however little, that counts as \(amount) \(unit).")
    }
  }

  private var information: Document.Section {
    var table = Table(columns: [
      Column("input", header: say("弄清什么", "Finding out")), Column("name", header: say("名称", "Name")),
      Column("value", header: say("至多值", "Is worth at most"), alignment: .trailing),
      Column("error", header: say("标准误", "Std. error"), alignment: .trailing),
      Column("verdict", header: say("结论", "Verdict")),
    ])
    func append(_ worth: DecisionAnalysis.Worth) {
      let label = name(worth.survey.name)
      table.append([
        .text(label), .text(label == worth.survey.name ? "" : worth.survey.name), .number(worth.value.value, format),
        .number(worth.value.standardError, format),
        .text(worth.isNothing ? say("与无价值分不开", "no different from nothing") : ""),
      ])
    }
    for worth in analysis.single.prefix(Self.shown) { append(worth) }
    if !analysis.together.isEmpty { table.appendSection(say("几项一起", "Several together")) }
    for worth in analysis.together.prefix(Self.shown) { append(worth) }
    table.appendRule()
    table.append([
      .text(say("一切，包括随机", "everything, chance included")), .empty, .number(analysis.perfect.value, format),
      .number(analysis.perfect.standardError, format), .empty,
    ])
    table.appendNote(
      say(
        "单位：\(unit)。毫无关系的假输入也会显得值 \(format.text(analysis.floor))：不高于此的看作没有。其余见 information.csv。",
        "In \(unit). A dummy that has nothing to do with it would seem worth \(format.text(analysis.floor)): what is no higher counts as nothing. The rest stands in information.csv."
      ))
    return Document.Section(
      say("先弄清再决定，值多少", "What it is worth to find out before choosing"),
      [informationChart.map { .figure($0, table) } ?? .table(table)])
  }

  var writer: FailingWriter { FailingWriter(decision, plan, names, sample: sample, language: language) }

  private var failings: Document.Section {
    let writer = writer
    return Document.Section(say("在哪里不行", "Where options fail"), [.points(decision.failings.flatMap(writer.lines))])
  }
}
