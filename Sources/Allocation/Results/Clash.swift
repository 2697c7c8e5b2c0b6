/// Why rules cannot all hold, and what would let them.
public struct Clash: Equatable, Sendable {
  /// Rules that cannot hold together although any of them left out lets the others hold.
  public let rules: [Rule]
  /// The cheapest way to let all rules of the problem hold.
  public let relaxation: [Relaxation]
  /// Single rules of the clash that would do alone, and by how much.
  public let alternatives: [Relaxation]

  /// A rule, and by how many yuan it would have to give way.
  public struct Relaxation: Equatable, Sendable {
    public let rule: Rule
    public let yuan: Double
    /// For a share, what it would come to, 0…1; nil for amounts.
    public let share: Double?
  }

  /// - Throws: ``AllocationError/notCertified(_:)``.
  init(_ programme: AllocationProgramme) throws(AllocationError) {
    relaxation = try programme.cheapestRelaxation(of: Array(programme.rules.indices)) ?? []
    let clashing = try programme.clashingRules()
    rules = clashing.map { programme.rules[$0].rule }
    var alternatives: [Relaxation] = []
    for index in clashing { alternatives += try programme.cheapestRelaxation(of: [index]) ?? [] }
    self.alternatives = alternatives
  }
}

extension AllocationProgramme {
  /// How rules must give way so that the rest can hold, at the least cost; nil when these alone do not suffice.
  ///
  /// - Parameter indices: of the rules that may give way, in `rules`.
  func cheapestRelaxation(of indices: [Int]) throws(AllocationError) -> [Clash.Relaxation]? {
    let elastic = elastic(
      indices.map { (rules[$0].part, problem.penalties[rules[$0].rule.kind(in: problem)]) })
    // Of ways that cost the same, rules that stand later in the list give way first.
    var preference = [Double](repeating: 0, count: elastic.linear.columnCount)
    for index in indices {
      guard let column = elastic.elasticColumns[rules[index].part] else { continue }
      preference[column] = Double(index - rules.count) / Double(rules.count)
    }
    guard case .optimal(let vertex) = try elastic.linear.solve(preference: preference) else { return nil }
    let amounts = elastic.quantities(of: vertex.x).map { $0 * unit }
    return indices.compactMap { index in
      guard let column = elastic.elasticColumns[rules[index].part],
        vertex.x[column] > LinearProgramme.noticeable
      else { return nil }
      let yuan = vertex.x[column] * unit
      return Clash.Relaxation(
        rule: rules[index].rule, yuan: yuan,
        share: share(of: rules[index].rule, missedBy: yuan, quantities: amounts))
    }
  }

  /// What the share of a rule comes to when it is missed by an amount; nil for a rule without a share.
  func share(of rule: Rule, missedBy yuan: Double, quantities amounts: [Double]) -> Double? {
    guard let base = shareBase(of: rule, quantities: amounts), base > 0 else { return nil }
    let change = yuan / base
    switch rule {
    case .limit(let index, _, _, _):
      guard case .share(let share) = problem.limits[index].bound else { return nil }
      return problem.limits[index].sense == .atLeast ? share - change : share + change
    case .equity(let index, _): return problem.equity[index].atLeast.map { $0 - change }
    case .carryOver(let account, _): return problem.accounts[account].carryOver + change
    case .rise(let index, _, _, _), .fall(let index, _, _, _): return problem.smoothing[index].atMost + change
    default: return nil
    }
  }

  /// The indices of rules that cannot hold together, none of which can be spared.
  ///
  /// The prices of the cheapest relaxation name rules that clash; each is left out in turn, the last first, and
  /// stays out if the others still clash.
  ///
  /// Source: Chinneck (2008), *Feasibility and Infeasibility in Optimization*, chapter 6 (deletion filter).
  func clashingRules() throws(AllocationError) -> [Int] {
    var kept = try pricedRules()
    if try isFeasible(keeping: kept) { kept = Array(rules.indices) }
    for index in kept.reversed() {
      let fewer = kept.filter { $0 != index }
      if try !isFeasible(keeping: fewer) { kept = fewer }
    }
    return kept
  }

  /// The rules that have a price where the sum of misses is smallest.
  private func pricedRules() throws(AllocationError) -> [Int] {
    let elastic = elastic(rules.map { ($0.part, 1) })
    let vertex = try elastic.linear.optimumOfBounded()
    let reduced = elastic.linear.reducedCosts(vertex.y)
    return rules.indices.filter { index in
      guard let column = elastic.elasticColumns[rules[index].part] else { return false }
      return reduced[column] < 1 - LinearProgramme.noticeable
    }
  }

  /// Whether some rules can hold together, the others left out.
  private func isFeasible(keeping kept: [Int]) throws(AllocationError) -> Bool {
    let stays = Set(kept)
    return try elastic(rules.indices.filter { !stays.contains($0) }.map { (rules[$0].part, 0) }).linear.isFeasible()
  }
}
