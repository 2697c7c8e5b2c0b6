import Domain
import Inputs
import Studies
import Uncertainty

/// Why nothing can be said.
public func tooFewPointsText(_ language: Language) -> String {
  language.say(
    "没有可分析的：结果没有变化，或有结果的点太少（至少 \(Sensitivity.fewestPoints) 个点，模拟 \(WidthSplit.fewestWorlds) 次，Saltelli 设计两个重复）\n",
    "nothing to analyse: the outcome does not vary, or too few points came to anything (\(Sensitivity.fewestPoints) points at least, \(WidthSplit.fewestWorlds) worlds, two replicates of Saltelli's rows)\n"
  )
}

/// Why options cannot be held against one another.
public func tooFewSamplesText(_ language: Language) -> String {
  language.say(
    "要比较方案，至少要 \(DecisionAnalysis.fewestSamples) 个各方案都有结果的模拟或点（--draws）\n",
    "holding options against one another takes \(DecisionAnalysis.fewestSamples) worlds or points at least in which all have a number (--draws)\n"
  )
}

/// What is to be said of a scenario's page: how to read the two ways of measuring, and whether they agree.
///
/// - Parameter draws: how many worlds were drawn.
public func scenarioRemarks(_ findings: [SensitivityFinding], draws: Int, _ language: Language) -> [String] {
  guard draws >= WidthSplit.fewestWorlds else {
    return [
      language.say(
        "\(draws) 次模拟不够，没有给出方差的份额，只有两端的差（中位成员在数据集所述范围两端，其余不动）；份额至少要 \(WidthSplit.fewestWorlds) 次，请加 --draws。",
        "\(draws) worlds are too few for shares of the variance, which are left out: only the central member's differences at the ends of what the dataset states are given, all else as it is. Shares take \(WidthSplit.fewestWorlds) worlds: --draws \(WidthSplit.fewestWorlds)."
      )
    ]
  }
  let about = language.say(
    "“单独解释”是模拟间方差的份额；两端的差是中位成员在数据集所述范围两端（其余不动）。份额为 – 的输入在各次模拟里不变。",
    "\"Explains alone\" is a share of the variance between worlds; the differences are the central member's at the ends of what the dataset states, all else as it is. Inputs whose share is – are held in the worlds."
  )
  return [about] + findings.compactMap { agreement($0, language) }
}

private func agreement(_ finding: SensitivityFinding, _ language: Language) -> String? {
  guard let found = finding.sensitivity else { return nil }
  let (worlds, ends) = (found.largest(3, by: .share), found.largest(3, by: .swing))
  guard worlds.count == 3, ends.count == 3 else { return nil }
  let agree = Set(worlds) == Set(ends)
  func list(_ names: [String]) -> String { names.joined(separator: language.say("、", ", ")) }
  return agree
    ? language.say(
      "\(finding.outcome)：各次模拟里份额最大的三项也是单独改变时差别最大的三项（\(list(worlds))）。",
      "\(finding.outcome): the three inputs with the largest shares are also those that move it most alone (\(list(worlds)))."
    )
    : language.say(
      "\(finding.outcome)：份额最大的三项是 \(list(worlds))；单独改变时差别最大的三项是 \(list(ends))。",
      "\(finding.outcome): the three largest shares are those of \(list(worlds)); alone, \(list(ends)) move it most.")
}

extension Sensitivity {
  /// The inputs that worlds draw, no chance, which are first by a measure.
  func largest(_ count: Int, by kind: Kind) -> [String] {
    let drawn = inputs.filter { $0[.share] != nil && $0[.swing] != nil }
    let sorted = drawn.enumerated().sorted {
      ($1.element[kind]?.value ?? 0, $0.offset) < ($0.element[kind]?.value ?? 0, $1.offset)
    }
    return sorted.prefix(count).map(\.element.name)
  }
}
