import Domain

extension Rule {
  /// The rule in words, as in “养老占比 ≥ 55%（淳安县，2025 年）”.
  public func words(in problem: AllocationProblem, _ language: Language) -> String {
    let say = language.say
    func uses(_ indices: [Int]) -> String {
      indices.map { problem.uses[$0].label(language) }.joined(separator: say("、", ", "))
    }
    func amount(_ account: Int, _ limits: [Double]?) -> String { yuanText(limits?[year] ?? 0, language) }
    let what: String
    switch self {
    case .money(let account, _):
      what = say("可用资金 ", "money available ") + amount(account, problem.accounts[account].available)
    case .spendAll: what = say("资金须全部用完", "all money must be spent")
    case .carryOver(let account, _):
      let share = percentText(problem.accounts[account].carryOver)
      what = say("结转不超过可用资金的 \(share)", "at most \(share) of the money at hand is carried over")
    case .need(let account, let use, _):
      let steps = problem.steps[problem.cell(account: account, use: use, year: year)]
      let need = yuanText(steps.reduce(0) { $0 + $1.width }, language)
      what = say("\(uses([use]))不超过需求 \(need)", "\(uses([use])): no more than is needed, \(need)")
    case .limit(let index, _, let use, _):
      let limit = problem.limits[index]
      what = limitWords(limit, uses(use.map { [$0] } ?? limit.uses), use, in: problem, language)
    case .equity(let index, _):
      let share = percentText(problem.equity[index].atLeast ?? 0)
      what = say("所得不少于全部分配的 \(share)", "at least \(share) of all that is allocated")
    case .transferAtLeast(let index, let to, _):
      let yuan = yuanText(problem.transfers[index].atLeast, language)
      what = transferWords(problem, index, to, language) + " ≥ " + yuan
    case .transferAtMost(let index, let to, _):
      let yuan = yuanText(problem.transfers[index].atMost, language)
      what = transferWords(problem, index, to, language) + " ≤ " + yuan
    case .rise(let index, _, let use, _):
      let share = percentText(problem.smoothing[index].atMost)
      what = say("\(uses([use]))比上年增长不超过 \(share)", "\(uses([use])): a rise of at most \(share) on the year before")
    case .fall(let index, _, let use, _):
      let share = percentText(problem.smoothing[index].atMost)
      what = say("\(uses([use]))比上年下降不超过 \(share)", "\(uses([use])): a fall of at most \(share) on the year before")
    }
    return say("\(what)（\(place(in: problem, language))）", "\(what) (\(place(in: problem, language)))")
  }

  /// Account and year.
  private func place(in problem: AllocationProblem, _ language: Language) -> String {
    let accounts = accounts(in: problem)
    let year = problem.calendarYear(year)
    let names: String
    switch self {
    case .transferAtLeast, .transferAtMost: names = ""
    default:
      names =
        accounts.count == problem.accounts.count && accounts.count > 1
        ? language.say("全部账户", "all accounts")
        : accounts.map { problem.accounts[$0].label(language) }.joined(separator: language.say("、", ", "))
    }
    guard !names.isEmpty else { return language.say("\(year) 年", "\(year)") }
    return language.say("\(names)，\(year) 年", "\(names), \(year)")
  }

  private func limitWords(
    _ limit: Limit, _ uses: String, _ use: Int?, in problem: AllocationProblem, _ language: Language
  ) -> String {
    let say = language.say
    let sign = limit.sense == .atLeast ? "≥" : "≤"
    let isSum = use == nil && limit.uses.count > 1
    let named = limit.uses.count == problem.uses.count && isSum ? say("全部用途", "all uses") : uses
    let together = named + (isSum ? say("合计", " together") : "")
    // A name need not say what the rule is about.
    let subject =
      limit.name.map { name in
        let name = name(language)
        return name.contains(named) ? name : say("\(name)（\(together)）", "\(name) (\(together))")
      } ?? together
    switch limit.bound {
    case .yuan(let yuan): return "\(subject) \(sign) \(yuanText(yuan, language))"
    case .share(let share): return say("\(subject)占比", "share of \(subject)") + " \(sign) \(percentText(share))"
    }
  }

  private func transferWords(_ problem: AllocationProblem, _ index: Int, _ to: Int, _ language: Language) -> String {
    let from = problem.accounts[problem.transfers[index].from].label(language)
    let to = problem.accounts[to].label(language)
    return language.say("\(from)转移支付给\(to)", "transfer from \(from) to \(to)")
  }
}

extension Clash.Relaxation {
  /// What would have to give way and by how much, in words.
  public func words(in problem: AllocationProblem, _ language: Language) -> String {
    let say = language.say
    let amount = yuanText(yuan, language)
    let what = rule.words(in: problem, language)
    let reached = share.map { say("，至 \(percentText($0))", ", to \(percentText($0))") } ?? ""
    switch rule {
    case .money: return say("\(what)：增加 \(amount)", "\(what): \(amount) more")
    case .spendAll: return say("\(what)：允许结余 \(amount)", "\(what): leave \(amount) unspent")
    case .limit(let index, _, _, _) where problem.limits[index].sense == .atLeast:
      return say("\(what)：降低 \(amount)\(reached)", "\(what): \(amount) less\(reached)")
    case .equity, .transferAtLeast: return say("\(what)：降低 \(amount)\(reached)", "\(what): \(amount) less\(reached)")
    default: return say("\(what)：放宽 \(amount)\(reached)", "\(what): \(amount) more\(reached)")
    }
  }
}

extension SidedPrice {
  /// What the rule costs, in words: with one number where more and less have the same price.
  public func words(in problem: AllocationProblem, _ language: Language) -> String {
    let say = language.say
    let what = rule.words(in: problem, language) + say("：", ": ")
    // What is gained is yuan times the weights and values of what they cover.
    let unit = say(" 加权元", " weighted yuan")
    func change(_ price: Double, times scale: Double) -> String { decimalText(price * scale, decimals: 4) + unit }
    let points = base.map { $0 / 100 }
    guard !isOne else {
      let price = more ?? 0
      let perPoint = points.map { change(price, times: $0) }
      return what
        + say(
          "每增加 1 万元，总值变化 \(change(price, times: 10_000))",
          "each 10 000 yuan more change the value by \(change(price, times: 10_000))")
        + (perPoint.map { say("；每提高 1 个百分点，变化 \($0)", "; each percentage point more by \($0)") } ?? "")
    }
    let above =
      more.map { price in
        let point = points.map { change(price, times: $0) }
        return say(
          "增加 1 万元，总值变化 \(change(price, times: 10_000))",
          "10 000 yuan more change the value by \(change(price, times: 10_000))")
          + (point.map { say("（每个百分点 \($0)）", " (a percentage point by \($0))") } ?? "")
      } ?? say("不能再增加，否则规则无法同时成立", "more cannot be, or the rules cannot all hold")
    let below =
      less.map { price in
        let point = points.map { change(-price, times: $0) }
        return say(
          "减少 1 万元，变化 \(change(-price, times: 10_000))", "10 000 less by \(change(-price, times: 10_000))")
          + (point.map { say("（每个百分点 \($0)）", " (a percentage point by \($0))") } ?? "")
      } ?? say("不能减少，否则规则无法同时成立", "less cannot be, or the rules cannot all hold")
    return what + above + say("；", "; ") + below
  }
}
