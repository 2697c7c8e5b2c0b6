import Domain

extension Rule {
  /// The rank by which it gives way where rules cannot all hold, low ones first; nil for a rule that never does.
  func givesWay(in problem: AllocationProblem) -> Int? {
    switch self {
    case .limit(let index, _, _, _): problem.limits[index].givesWay
    case .equity(let index, _): problem.equity[index].givesWay
    default: nil
    }
  }
}

extension AllocationProblem {
  /// The problem with rules that give way, in their ranks, by as little as lets all hold.
  ///
  /// Rules of the highest rank are missed by the least sum that the lower ranks allow when they give way as far as
  /// needed; then those of the next rank; and so on. Amounts are rounded outward to whole yuan, shares to a millionth.
  ///
  /// - Returns: nil where even all of these do not suffice.
  /// - Throws: ``AllocationError/notCertified(_:)``.
  public func givingWay() throws(AllocationError) -> (problem: AllocationProblem, given: [Clash.Relaxation])? {
    var programme = AllocationProgramme(self)
    let ranked = programme.rules.indices.compactMap { index in
      programme.rules[index].rule.givesWay(in: self).map { (index: index, rank: $0) }
    }
    guard !ranked.isEmpty else { return try AllocationSolver.isFeasible(self) ? (self, []) : nil }
    var given: [Clash.Relaxation] = []
    for rank in Set(ranked.map(\.rank)).sorted(by: >) {
      let own = ranked.filter { $0.rank == rank }.map(\.index)
      let lower = ranked.filter { $0.rank < rank }.map(\.index)
      guard let missed = try programme.leastMissed(own, free: lower) else { return nil }
      given += missed
      for relaxation in missed { programme.move(relaxation) }
    }
    var problem = self
    for relaxation in given { problem.give(relaxation) }
    return (problem, given)
  }

  /// Moves the bound of a rule.
  private mutating func give(_ relaxation: Clash.Relaxation) {
    switch relaxation.rule {
    case .limit(let index, _, _, _):
      let sign: Double = limits[index].sense == .atLeast ? -1 : 1
      switch limits[index].bound {
      case .yuan(let yuan): limits[index].bound = .yuan(max(yuan + sign * relaxation.yuan, 0))
      case .share: limits[index].bound = .share(relaxation.share ?? 0)
      }
    case .equity(let index, _): equity[index].atLeast = relaxation.share
    default: preconditionFailure("\(relaxation.rule) never gives way")
    }
  }
}

extension AllocationProgramme {
  /// Yuan that a solver may leave of nothing, and that are not rounded up to one.
  private static let noise = 1e-4

  /// By how much rules must be missed at the least, others being free; nil where that does not suffice.
  fileprivate func leastMissed(_ indices: [Int], free: [Int]) throws(AllocationError) -> [Clash.Relaxation]? {
    let elastic = elastic(indices.map { (rules[$0].part, 1) } + free.map { (rules[$0].part, 0) })
    // Of ways that cost the same, names decide.
    let names = PreferenceNames(problem)
    var preference = [Double](repeating: 0, count: elastic.linear.columnCount)
    for index in indices {
      guard let column = elastic.elasticColumns[rules[index].part] else { continue }
      preference[column] = -1 - names.scattered(rules[index].rule, in: problem)
    }
    guard case .optimal(let vertex) = try elastic.linear.solve(preference: preference) else { return nil }
    let amounts = elastic.quantities(of: vertex.x).map { $0 * unit }
    return indices.compactMap { index in
      guard let column = elastic.elasticColumns[rules[index].part],
        vertex.x[column] > LinearProgramme.noticeable
      else { return nil }
      let (rule, yuan) = (rules[index].rule, vertex.x[column] * unit)
      let share = share(of: rule, missedBy: yuan, quantities: amounts)
      return Clash.Relaxation(
        rule: rule, yuan: (yuan - AllocationProgramme.noise).rounded(.up),
        share: share.map { max((1e6 * $0).rounded(.down) / 1e6, 0) })
    }
  }

  /// Lets a rule be missed by as much.
  fileprivate mutating func move(_ relaxation: Clash.Relaxation) {
    for (rule, part) in rules where rule == relaxation.rule {
      switch part {
      case .rowLower(let row): rowLower[row] -= relaxation.yuan
      case .rowUpper(let row): rowUpper[row] += relaxation.yuan
      case .lower(let quantity): quantityLower[quantity] -= relaxation.yuan
      case .upper(let quantity): quantityUpper[quantity] += relaxation.yuan
      }
    }
  }
}
