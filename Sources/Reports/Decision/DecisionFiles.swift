import Domain
import Inputs
import Publishing
import Studies
import Uncertainty

/// What is worth finding out, how options compare, and where they fail, as files.
public enum DecisionFiles {
  private struct Worth {
    let kind: String
    let input: String
    let value: Estimate
    let verdict: String
  }

  /// A row for each input, each survey of several, and knowing everything.
  public static let information = OutputTable<Decision>(
    "information.csv", zh: "先弄清再决定，值多少", en: "what it is worth to find out before choosing",
    [
      .text("kind", isKey: true) { (row: Worth) in row.kind }, .text("input", isKey: true) { $0.input },
      .number("value") { $0.value.value }, .number("standard_error") { $0.value.standardError },
      .text("verdict") { $0.verdict },
    ]
  ) { decision, add in
    let analysis = decision.analysis
    for (kind, worths) in [("input", analysis.single), ("several", analysis.together)] {
      for worth in worths {
        let verdict = worth.isNothing ? Verdict.nothing.word : ""
        add(Worth(kind: kind, input: worth.survey.name, value: worth.value, verdict: verdict))
      }
    }
    add(Worth(kind: "everything", input: "", value: analysis.perfect, verdict: ""))
  }

  private struct Option {
    let name: String
    let mean: Double
    let regrets: RegretTable.Option
  }

  /// A row for each option, as given.
  public static let regret = OutputTable<Decision>(
    "regret.csv", zh: "各方案的遗憾", en: "regrets of each option",
    [
      .text("option", isKey: true) { (row: Option) in row.name }, .number("mean") { $0.mean },
      .number("mean_regret") { $0.regrets.meanRegret }, .number("regret_p90") { $0.regrets.regret90 },
      .number("largest_regret") { $0.regrets.largestRegret }, .number("best_share") { $0.regrets.bestShare },
    ]
  ) { decision, add in
    for (name, option) in zip(decision.analysis.options, decision.analysis.regrets.options) {
      add(Option(name: name, mean: decision.rule.directed(option.mean), regrets: option))
    }
  }

  private struct End {
    let option: String
    let kind: String
    let isInverted: Bool
    let number: Int
    let box: CaseBox
    let reading: Decision.Reading
    let limits: CaseBox.Limits
  }

  /// A row for each input that a box restricts; `scale` says what its ends are numbers of.
  public static let boxes = OutputTable<Decision>(
    "boxes.csv", zh: "方案在哪些输入范围里不行", en: "the ranges of inputs in which options fail",
    [
      .text("option", isKey: true) { (row: End) in row.option }, .text("failing", isKey: true) { $0.kind },
      .text("holds") { $0.isInverted ? "otherwise" : "so" }, .integer("box", isKey: true) { $0.number },
      .text("input", isKey: true) { $0.reading.name },
      .text("scale") { $0.reading.meaning.word }, .number("low") { $0.limits.low }, .number("high") { $0.limits.high },
      .number("coverage") { $0.box.coverage }, .number("density") { $0.box.density }, .number("mass") { $0.box.mass },
    ]
  ) { decision, add in
    for failing in decision.failings {
      for (place, box) in failing.boxes.enumerated() {
        for input in box.restricted {
          add(
            End(
              option: decision.analysis.options[failing.option], kind: failing.kind.word,
              isInverted: failing.isInverted, number: place + 1, box: box,
              reading: decision.readings[failing.inputs[input]], limits: box.limits[input]))
        }
      }
    }
  }

  /// The files with their description and what they were made from.
  public static func files(_ decision: Decision, named name: String, inputs: [InputFile], made: Making) throws
    -> Publication
  {
    let tables = [information, regret, boxes]
    let package = try json(DataPackage(name: name, tables.map { ($0.file, $0.fields) }))
    return try commandFiles(
      tables.map { $0.written(decision) } + [("datapackage.json", package)], inputs: inputs, made: made)
  }
}

extension Decision.Failing.Kind {
  fileprivate var word: String {
    switch self {
    case .notBest: "not_best"
    case .missed: "missed"
    }
  }
}

extension Decision.Reading.Meaning {
  fileprivate var word: String {
    switch self {
    case .value: "value"
    case .score: "normal_score"
    case .rank: "number"
    }
  }
}
