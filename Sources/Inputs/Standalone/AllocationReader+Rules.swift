import Allocation
import Domain

extension AllocationReader {
  typealias Pairs = [(key: YAMLValue, value: YAMLValue)]

  mutating func readRules(_ pairs: Pairs) {
    readNeeds(items(pairs, "needs"))
    // Of ways out of a clash that cost the same, the rules that stand last give way: amounts before shares.
    for item in items(pairs, "shares") { readShare(item) }
    for item in items(pairs, "floors") { readAmount(item, .atLeast) }
    for item in items(pairs, "ceilings") { readAmount(item, .atMost) }
    for item in items(pairs, "equity") { readEquity(item) }
    readTransfers(items(pairs, "transfers"))
    for item in items(pairs, "smoothing") { readSmoothing(item) }
    if let penalties = pairs.value(of: "penalties") { readPenalties(penalties) }
  }

  /// The entries of a list that may be missing or empty.
  private mutating func items(_ pairs: Pairs, _ key: String) -> [YAMLValue] {
    guard let value = pairs.value(of: key) else { return [] }
    guard let items = value.items else {
      reader.report(.expected(.list, found: value.summary), at: value)
      return []
    }
    return items
  }

  private mutating func entry(_ item: YAMLValue, allowed: [String]) -> Pairs? {
    guard let pairs = reader.pairs(item) else { return nil }
    reader.checkKeys(pairs, allowed: allowed)
    return pairs
  }

  /// A floor or ceiling in yuan, or as a share of what the account allocates.
  private mutating func readAmount(_ item: YAMLValue, _ sense: Limit.Sense) {
    guard let pairs = entry(item, allowed: ["name", "accounts", "uses", "years", "together", "yuan", "share"]) else {
      return
    }
    let name = ruleName(pairs)
    let together = pairs.value(of: "together").map { self.flag($0) } ?? false
    let (amount, part) = (pairs.value(of: "yuan"), pairs.value(of: "share"))
    guard (amount == nil) != (part == nil) else { return reader.report(.oneOf(keys: ["yuan", "share"]), at: item) }
    let bound =
      amount.flatMap { self.yuan($0) }.map { Limit.Bound.yuan($0) }
      ?? part.flatMap { self.share($0) }.map { .share($0) }
    guard let accounts = self.accounts(pairs), let uses = self.uses(pairs), let years = self.years(pairs), let bound
    else { return }
    problem.limits.append(
      Limit(sense, bound, name: name, accounts: accounts, uses: uses, years: years, usesTogether: together))
  }

  /// A share of uses together, of each account or of all.
  private mutating func readShare(_ item: YAMLValue) {
    let allowed = ["name", "accounts", "uses", "years", "per", "at_least", "at_most"]
    guard let pairs = entry(item, allowed: allowed) else { return }
    enum Per: String, CaseIterable { case account, total }
    let name = ruleName(pairs)
    let per = pairs.value(of: "per").flatMap { reader.word($0, Per.self) } ?? .account
    if pairs.value(of: "uses") == nil { reader.report(.missingKey(name: "uses"), at: item) }
    let bounds = [("at_least", Limit.Sense.atLeast), ("at_most", .atMost)].compactMap { key, sense in
      pairs.value(of: key).map { (sense: sense, value: $0) }
    }
    if bounds.isEmpty { reader.report(.missingKey(name: "at_least"), at: item) }
    let places = (accounts: self.accounts(pairs), uses: self.uses(pairs), years: self.years(pairs))
    for bound in bounds {
      guard let share = self.share(bound.value), let accounts = places.accounts, let uses = places.uses,
        let years = places.years
      else { continue }
      problem.limits.append(
        Limit(
          bound.sense, .share(share), name: name, accounts: accounts, uses: uses, years: years, usesTogether: true,
          accountsTogether: per == .total))
    }
  }

  private mutating func readEquity(_ item: YAMLValue) {
    guard let pairs = entry(item, allowed: ["name", "accounts", "at_least", "weight"]) else { return }
    if pairs.value(of: "accounts") == nil { reader.report(.missingKey(name: "accounts"), at: item) }
    if pairs.value(of: "at_least") == nil, pairs.value(of: "weight") == nil {
      reader.report(.missingKey(name: "at_least"), at: item)
    }
    let name = ruleName(pairs)
    let share = pairs.value(of: "at_least").flatMap { self.share($0) }
    let weight = pairs.value(of: "weight").flatMap { self.factor($0) } ?? 1
    guard let accounts = self.accounts(pairs) else { return }
    problem.equity.append(EquityRule(name: name, accounts: accounts, atLeast: share, weight: weight))
  }

  /// An account either gives or receives, so that no money goes round in a circle.
  private mutating func readTransfers(_ items: [YAMLValue]) {
    let known = problem.accounts.map(\.name)
    let kind = Label(zh: "账户", en: "account")
    var givers: [(account: Int, at: YAMLValue)] = []
    for item in items {
      guard let pairs = entry(item, allowed: ["name", "from", "to", "at_least", "at_most"]) else { continue }
      let name = ruleName(pairs)
      for key in ["from", "to"] where pairs.value(of: key) == nil { reader.report(.missingKey(name: key), at: item) }
      let least = pairs.value(of: "at_least").flatMap { self.yuan($0) } ?? 0
      let most = pairs.value(of: "at_most").flatMap { self.yuan($0) } ?? .infinity
      guard let giver = pairs.value(of: "from"), let from = self.name(giver, among: known, kind),
        let receivers = pairs.value(of: "to"), let to = names(receivers, among: known, kind)
      else { continue }
      if least > most, let value = pairs.value(of: "at_least") {
        reader.report(.reversedRange(low: Unit.yuan.written(least), high: Unit.yuan.written(most)), at: value)
      }
      givers.append((from, giver))
      problem.transfers.append(Transfer(name: name, from: from, to: to, atLeast: least, atMost: most))
    }
    for giver in givers where problem.transfers.contains(where: { $0.to.contains(giver.account) }) {
      reader.report(.givesAndReceives(account: quoted(known[giver.account])), at: giver.at)
    }
  }

  private mutating func readSmoothing(_ item: YAMLValue) {
    guard let pairs = entry(item, allowed: ["name", "accounts", "uses", "at_most", "before"]) else { return }
    let name = ruleName(pairs)
    guard let most = pairs.value(of: "at_most") else {
      return reader.report(.missingKey(name: "at_most"), at: item)
    }
    guard let share = self.share(most), let accounts = self.accounts(pairs), let uses = self.uses(pairs) else { return }
    let before = pairs.value(of: "before").map { value in
      accounts.map { account in amounts(value, of: problem.accounts[account].name, for: uses) }
    }
    problem.smoothing.append(Smoothing(name: name, accounts: accounts, uses: uses, atMost: share, before: before))
  }

  /// Last year's amounts of an account, by use.
  private mutating func amounts(_ value: YAMLValue, of account: String, for uses: [Int]) -> [Double] {
    guard let all = reader.pairs(value) else { return uses.map { _ in 0 } }
    reader.checkKeys(all, allowed: problem.accounts.map(\.name))
    guard let own = all.value(of: account), let amounts = reader.pairs(own) else {
      if all.value(of: account) == nil { reader.report(.missingKey(name: account), at: value) }
      return uses.map { _ in 0 }
    }
    reader.checkKeys(amounts, allowed: problem.uses.map(\.name))
    return uses.map { use in
      guard let amount = amounts.value(of: problem.uses[use].name) else {
        reader.report(.missingKey(name: problem.uses[use].name), at: own)
        return 0
      }
      return yuan(amount) ?? 0
    }
  }

  private mutating func readPenalties(_ value: YAMLValue) {
    guard let pairs = reader.pairs(value) else { return }
    reader.checkKeys(pairs, allowed: Rule.Kind.allCases.map(\.rawValue))
    for (key, amount) in pairs {
      guard let kind = Rule.Kind(rawValue: key.text ?? ""), let weight = factor(amount) else { continue }
      guard weight > 0 else {
        reader.report(.outOfRange(text: amount.summary, low: "> 0", high: "\(Int(Limits.valueOfYuan))"), at: amount)
        continue
      }
      problem.penalties[kind] = weight
    }
  }
}
