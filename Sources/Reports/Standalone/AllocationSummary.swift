import Allocation
import Domain
import Tables

extension AllocationReport {
  /// What became of the problem, for people.
  public var summary: String {
    switch outcome {
    case .optimal(let solution): optimalSummary(solution)
    case .infeasible(let clash): infeasibleSummary(clash)
    case .unbounded(let endless): unboundedSummary(endless)
    }
  }

  private func optimalSummary(_ solution: AllocationSolution) -> String {
    let say = language.say
    let value = NumberFormat(decimals: 2).text(solution.value)
    let fen = solution.books.accounts.joined().reduce(0) { $0 + $1.spent }
    let spent = NumberFormat(decimals: 2).text(Double(fen) / 100)
    let gap = "\(solution.certificate.gap)"
    var lines = [
      say(
        "最优：总值 \(value)，分配 \(spent) 元；已独立核验（对偶间隙 \(gap)）",
        "optimal: value \(value), \(spent) yuan allocated; proved (duality gap \(gap))")
    ]
    if !prices.isEmpty { lines.append(say("影响最大的规则：", "rules that matter most:")) }
    lines += prices.prefix(5).map { "  · " + $0.words(in: problem, language) }
    lines += solution.books.broken.map { rule in
      say("取整到分后不能满足：", "cannot be kept in whole fen: ") + rule.words(in: problem, language)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func infeasibleSummary(_ clash: Clash) -> String {
    let say = language.say
    var lines = [
      say(
        "无解：这 \(clash.rules.count) 条规则互相冲突（去掉任何一条，其余即可同时成立）",
        "infeasible: these \(clash.rules.count) rules clash (without any one of them the others can hold)")
    ]
    lines += clash.rules.map { "  · " + $0.words(in: problem, language) }
    lines.append(say("最省的放宽：", "cheapest way out:"))
    lines += clash.relaxation.map { "  · " + $0.words(in: problem, language) }
    if clash.alternatives.count > 1 {
      lines.append(say("或只放宽其中一条：", "or one of these alone:"))
      lines += clash.alternatives.map { "  · " + $0.words(in: problem, language) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func unboundedSummary(_ endless: EndlessValue) -> String {
    let say = language.say
    let accounts = endless.accounts.map { problem.accounts[$0].label(language) }.joined(separator: say("、", ", "))
    let uses = Set(endless.cells.map(\.use)).sorted().map { problem.uses[$0].label(language) }
      .joined(separator: say("、", ", "))
    return say(
      "无界：资金不设上限（\(accounts)），而需求没有止境（\(uses)）；请给出可用资金，或给最后一级台阶写 width\n",
      "unbounded: money without limit (\(accounts)) meets needs without end (\(uses)); give the money available, or the last step a width\n"
    )
  }
}
