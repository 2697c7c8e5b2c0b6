import Domain
import Studies
import Tables
import Uncertainty

/// Options and what it is worth to know, drawn.
extension DecisionPage {
  /// Mean, nine out of ten and largest regret of each option.
  var regretChart: Chart {
    let rows = zip(analysis.options, analysis.regrets.options).map { name, option in
      GroupPlot.Row(
        name, [.init(option.meanRegret), .init(option.regret90), .init(option.largestRegret)])
    }
    let words = zip(analysis.options, analysis.regrets.options).map { name, option in
      let best = NumberFormat.percent(decimals: 0).text(option.bestShare)
      return say(
        "\(name)：平均 \(format.text(option.meanRegret))，最大 \(format.text(option.largestRegret))，在 \(best) 的\(sample.zh.dropFirst(1))里最好。",
        "\(name): \(format.text(option.meanRegret)) on average, \(format.text(option.largestRegret)) at most; best in \(best) of \(sample.en)."
      )
    }
    return Chart(
      id: "regret", title: say("遗憾（\(unit)）", "Regret (\(unit))"), description: words.joined(separator: say("", " ")),
      .groups(
        GroupPlot(
          [say("平均", "mean"), say("90% 分位", "90 % quantile"), say("最大", "largest")], rows, unit: unit,
          format: format)))
  }

  /// What it is worth to find out each input, with twice its error to either side; nil where nothing is.
  var informationChart: Chart? {
    let worths = analysis.single.prefix(DecisionPage.shown).filter { $0.value.value > 0 }
    guard analysis.perfect.value > 0, !worths.isEmpty else { return nil }
    func bar(_ estimate: Estimate, _ remark: String = "") -> GroupPlot.Bar {
      let half = 1.96 * estimate.standardError  // of a normal distribution, 95 %
      return GroupPlot.Bar(
        estimate.value, remark: remark,
        interval: half > 0 ? max(estimate.value - half, 0)...estimate.value + half : nil)
    }
    let rows =
      worths.map { worth in
        GroupPlot.Row(
          name(worth.survey.name),
          [bar(worth.value, worth.isNothing ? say("与无价值分不开", "no different from nothing") : "")])
      } + [GroupPlot.Row(say("一切，包括随机", "everything, chance included"), [bar(analysis.perfect)])]
    let words = worths.prefix(3).map { "\(name($0.survey.name)) \(amount($0.value))" }
    let all = say("弄清一切 \(amount(analysis.perfect))。", "everything: \(amount(analysis.perfect)).")
    return Chart(
      id: "information", title: say("先弄清至多值多少（\(unit)）", "What finding out is worth at most (\(unit))"),
      description: words.joined(separator: say("；", "; ")) + say("；", "; ") + all,
      .groups(GroupPlot([""], rows, unit: unit, format: format)))
  }

  /// Where options fail, a drawing for each box.
  var drawnFailings: Document.Section {
    var parts: [Document.Section.Part] = []
    for (place, failing) in decision.failings.enumerated() {
      parts.append(.points(writer.lines(failing)))
      for (box, found) in failing.boxes.enumerated() {
        parts.append(writer.figure(found, failing, id: "box-\(place)-\(box)"))
      }
    }
    return Document.Section(say("在哪里不行", "Where options fail"), parts)
  }
}
