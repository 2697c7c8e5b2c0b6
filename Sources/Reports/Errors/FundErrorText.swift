import Allocation
import Domain
import Fiscal

/// Why the fund's money was not shared out, in words.
public func fundText(_ error: FundError, language: Language) -> String {
  switch error {
  case .notProved(let year, let error):
    return language.say("\(year) 年的公益金分配：", "the fund's allocation of \(year): ")
      + allocationText(error, language: language)
  }
}

/// Ways out beyond these are only counted.
private let waysShown = 5

/// Why the rules of a year cannot all hold, in words: those that clash, where each comes from, the cheapest way out.
public func clashText(_ problem: AllocationProblem, _ clash: Clash, _ language: Language) -> String {
  let say = language.say
  let year = problem.years.lowerBound
  func line(_ rule: Rule, _ words: String) -> String {
    let source = rule.source(in: problem).map { "    \($0.text(language))" } ?? ""
    return "  · \(words)\(source)\n"
  }
  let rules = clash.rules.map { line($0, $0.words(in: problem, language)) }
  let ways = clash.relaxation.enumerated().sorted { ($1.element.yuan, $0.offset) < ($0.element.yuan, $1.offset) }
    .prefix(waysShown).map { line($0.element.rule, $0.element.words(in: problem, language)) }
  let more = clash.relaxation.count - ways.count
  let whole = yuanText(clash.relaxation.reduce(0) { $0 + $1.yuan }, language)
  let head =
    ways.count > 1
    ? say("最省的放宽，合计 \(whole)：\n", "cheapest way out, \(whole) in all:\n") : say("最省的放宽：\n", "cheapest way out:\n")
  let rest = more > 0 ? say("  · 另有 \(more) 处更小的\n", "  · \(more) smaller ones\n") : ""
  return say(
    "\(year) 年的公益金规则不能同时成立：这 \(rules.count) 条规则互相冲突（去掉任何一条，其余即可同时成立）\n",
    "the fund's rules of \(year) cannot all hold: these \(rules.count) clash (without any one of them the others can hold)\n"
  )
    + rules.joined() + head + ways.joined() + rest
}
