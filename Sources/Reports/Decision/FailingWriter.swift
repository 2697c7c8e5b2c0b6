import Domain
import Formulas
import Simulation
import Studies
import Tables
import Uncertainty

/// Says in words in which boxes of inputs an option fails.
struct FailingWriter {
  private let decision: Decision
  private let plan: Plan
  private let names: InputNames
  private let sample: Label
  private let language: Language
  private let percent = NumberFormat.percent(decimals: 0)

  init(_ decision: Decision, _ plan: Plan, _ names: InputNames, sample: Label, language: Language) {
    self.decision = decision
    self.plan = plan
    self.names = names
    self.sample = sample
    self.language = language
  }

  private func say(_ zh: String, _ en: String) -> String { language.say(zh, en) }

  /// A sentence on how often, then one for each box.
  func lines(_ failing: Decision.Failing) -> [String] {
    let (option, share) = (decision.analysis.options[failing.option], percent.text(failing.share))
    let head: String
    switch failing.kind {
    case .notBest:
      head = say(
        "\(option) 在 \(share) 的\(sample.zh.dropFirst(1))里不是最好的", "\(option) is not the best in \(share) of \(sample.en)"
      )
    case .missed:
      head = say(
        "\(option) 在 \(share) 的\(sample.zh.dropFirst(1))里达不到要求",
        "\(option) misses what is wanted in \(share) of \(sample.en)")
    }
    guard !failing.boxes.isEmpty else {
      let why = failing.share == 0 ? "" : say("，没有可以用一两句话说清的地方", ", nowhere that a few words could tell")
      return [head + why + say("。", ".")]
    }
    let what = failing.isInverted ? say("；不这样的地方：", "; where it is otherwise:") : say("：", ":")
    return [head + what] + failing.boxes.map { sentence($0, failing) }
  }

  private func sentence(_ box: CaseBox, _ failing: Decision.Failing) -> String {
    let conditions = box.restricted.map { condition(box.limits[$0], decision.readings[failing.inputs[$0]]) }
    let (density, coverage) = (percent.text(box.density), percent.text(box.coverage))
    return say(
      "\(conditions.joined(separator: "，且"))：其中 \(density) 如此，占全部这类情形的 \(coverage)。",
      "\(conditions.joined(separator: " and ")): true of \(density) of these, which are \(coverage) of all such cases.")
  }

  /// A box as a drawing: which part of its range each input that counts lies in.
  func figure(_ box: CaseBox, _ failing: Decision.Failing, id: String) -> Document.Section.Part {
    var table = Table(columns: [
      Column("input", header: say("输入", "Input")), Column("words", header: say("范围", "Where")),
      Column("from", header: say("自分位", "From quantile"), alignment: .trailing),
      Column("to", header: say("至分位", "To quantile"), alignment: .trailing),
    ])
    let spans = box.restricted.map { place in
      let reading = decision.readings[failing.inputs[place]]
      let limits = box.limits[place]
      let part =
        (limits.low.map { share(below: $0, reading) } ?? 0)...(limits.high.map { share(upTo: $0, reading) } ?? 1)
      let span = SpanPlot.Span(
        names.label(of: reading.name)?(language) ?? reading.name, part, words: words(limits, reading))
      table.append([
        .text(span.name), .text(span.words), .number(part.lowerBound, percent), .number(part.upperBound, percent),
      ])
      return span
    }
    let option = decision.analysis.options[failing.option]
    let chart = Chart(
      id: id,
      title: say(
        "\(option)：其中 \(percent.text(box.density)) 如此，占这类情形的 \(percent.text(box.coverage))",
        "\(option): true of \(percent.text(box.density)), which are \(percent.text(box.coverage)) of such cases"),
      description: sentence(box, failing),
      .spans(SpanPlot(spans, low: say("最低", "lowest"), high: say("最高", "highest"))))
    return .figure(chart, table)
  }

  private func share(below limit: Double, _ reading: Decision.Reading) -> Double {
    Double(reading.values.count { $0 < limit }) / Double(max(reading.values.count, 1))
  }

  private func share(upTo limit: Double, _ reading: Decision.Reading) -> Double {
    Double(reading.values.count { $0 <= limit }) / Double(max(reading.values.count, 1))
  }

  private func words(_ limits: CaseBox.Limits, _ reading: Decision.Reading) -> String {
    switch (limits.low.map { end($0, reading) }, limits.high.map { end($0, reading) }) {
    case (let low?, let high?): "\(low)–\(high)"
    case (let low?, nil): "≥ \(low)"
    case (nil, let high?): "≤ \(high)"
    case (nil, nil): ""
    }
  }

  private func condition(_ limits: CaseBox.Limits, _ reading: Decision.Reading) -> String {
    let name = names.label(of: reading.name)?(language) ?? reading.name
    let ends = (limits.low.map { end($0, reading) }, limits.high.map { end($0, reading) })
    switch ends {
    case (let low?, let high?): return say("\(name) 在 \(low) 与 \(high) 之间", "\(name) is between \(low) and \(high)")
    case (let low?, nil): return say("\(name) 不低于 \(low)", "\(name) is at least \(low)")
    case (nil, let high?): return say("\(name) 不高于 \(high)", "\(name) is at most \(high)")
    case (nil, nil): return name
    }
  }

  /// A threshold as a value of the parameter, else as the share of samples below it.
  private func end(_ limit: Double, _ reading: Decision.Reading) -> String {
    let year = decision.rule.outcome.year
    switch reading.meaning {
    case .value(let path):
      if let parameter = parameter(path) { return parameter.unit.written(limit.rounded(toDigits: 3)) }
    case .score(let path):
      if let parameter = parameter(path), let value = plan.drawnValues(path, atScores: [limit], year: year)?.first {
        return parameter.unit.written(value.rounded(toDigits: 3))
      }
    case .rank: break
    }
    let below = percent.text(share(below: limit, reading))
    return say("其 \(below) 分位", "its \(below) quantile")
  }

  private func parameter(_ path: String) -> Parameter? { plan.model.parameters.first { $0.path == path } }
}
