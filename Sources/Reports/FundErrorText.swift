import Allocation
import Domain
import Fiscal

/// Why the fund's money was not shared out, in words: the rules that clash, where each comes from, the cheapest way out.
public func fundText(_ error: FundError, language: Language) -> String {
  switch error {
  case .notProved(let year, let error):
    return language.say("\(year) 年的公益金分配：", "the fund's allocation of \(year): ")
      + allocationText(error, language: language)
  case .clash(let problem, let clash):
    let year = problem.years.lowerBound
    let ways = clash.relaxation.map { $0.words(in: problem, language) }.joined(separator: language.say("；", "; "))
    return language.say(
      "\(year) 年的公益金分配无解：这 \(clash.rules.count) 条规则互相冲突（去掉任何一条即可解）\n",
      "no allocation of the fund in \(year): these \(clash.rules.count) rules clash (without any one of them there is one)\n"
    )
      + clash.rules.map { rule in
        let source = rule.source(in: problem).map { "    \($0.text(language))" } ?? ""
        return "  · \(rule.words(in: problem, language))\(source)\n"
      }.joined()
      + language.say("最省的放宽：\(ways)\n", "cheapest way out: \(ways)\n")
  }
}
