import Domain

/// The best allocation of a problem, with the proof that it is.
public struct AllocationSolution: Sendable {
  public let problem: AllocationProblem
  /// The largest value, in value × yuan.
  public let value: Double
  /// Yuan by cell, shape `[account][use][year]`.
  public let amounts: [Double]
  /// The same to the fen, where books add up.
  public let books: FenBooks
  /// Of the rules that bind at a price, in the order of the rules.
  public let shadowPrices: [ShadowPrice]
  public let certificate: Certificate
  /// Yuan by quantity of the programme.
  let quantities: [Double]
  /// Where a solver of similar problems starts.
  let basis: NamedBasis

  /// - Throws: ``AllocationError/notCertified(_:)``.
  init(_ programme: AllocationProgramme, _ expanded: ExpandedProgramme, _ vertex: Vertex) throws(AllocationError) {
    problem = programme.problem
    certificate = vertex.certificate
    basis = NamedBasis(vertex.basis, programme, expanded)
    value = -vertex.objective * programme.unit * programme.valueUnit
    let quantities = expanded.quantities(of: vertex.x).map { $0 * programme.unit }
    self.quantities = quantities
    var amounts = [Double](repeating: 0, count: programme.problem.steps.count)
    for quantity in quantities.indices {
      guard let place = programme.quantities.place(ofCell: quantity) else { break }
      amounts[problem.cell(account: place.account, use: place.use, year: place.year)] = max(quantities[quantity], 0)
    }
    self.amounts = amounts
    books = try FenBooks(programme, quantities: quantities)
    shadowPrices = programme.shadowPrices(expanded, vertex, quantities: quantities)
  }
}

/// What a rule costs at the margin.
public struct ShadowPrice: Equatable, Sendable {
  public let rule: Rule
  /// Change of the largest value per yuan added to what the rule says: positive for money and ceilings, negative
  /// for floors. For a share: per yuan added to what the share comes to.
  public let perYuan: Double
  /// For a share, change of the largest value per percentage point added to it; nil for amounts.
  public let perPoint: Double?
}

extension AllocationProgramme {
  /// Prices below this, relative to the largest value of a yuan, are none.
  private static let noPrice = 1e-8

  /// - Parameter quantities: in yuan.
  func shadowPrices(_ expanded: ExpandedProgramme, _ vertex: Vertex, quantities amounts: [Double]) -> [ShadowPrice] {
    let reduced = expanded.linear.reducedCosts(vertex.y)
    return rules.compactMap { rule, part in
      let perYuan = price(of: rule, part, expanded, vertex, reduced)
      guard perYuan.magnitude > AllocationProgramme.noPrice * valueUnit else { return nil }
      let base = shareBase(of: rule, quantities: amounts)
      return ShadowPrice(rule: rule, perYuan: perYuan, perPoint: base.map { perYuan * $0 / 100 })
    }
  }

  /// Change of the largest value per yuan added to what a rule says, at a vertex.
  func price(
    of rule: Rule, _ part: Part, _ expanded: ExpandedProgramme, _ vertex: Vertex, _ reduced: [Double]
  ) -> Double {
    let cost: Double
    switch part {
    case .rowLower(let row): cost = max(vertex.y[row], 0)
    case .rowUpper(let row): cost = min(vertex.y[row], 0)
    case .lower(let quantity): cost = max(reduced[expanded.columns(of: quantity).lowerBound], 0)
    case .upper(let quantity): cost = min(reduced[expanded.columns(of: quantity).upperBound - 1], 0)
    }
    return (rule.isMoney ? cost : -cost) * valueUnit
  }

  /// What the share of a rule is taken of, in yuan; nil for a rule without a share.
  func shareBase(of rule: Rule, quantities amounts: [Double]) -> Double? {
    func allocated(_ accounts: some Sequence<Int>) -> Double {
      accounts.reduce(0) { sum, account in
        (0..<quantities.uses).reduce(sum) { $0 + amounts[quantities.cell(account, $1, rule.year)] }
      }
    }
    switch rule {
    case .limit(let index, _, _, _):
      guard case .share = problem.limits[index].bound else { return nil }
      return allocated(rule.accounts(in: problem))
    case .equity: return allocated(0..<quantities.accounts)
    case .carryOver(let account, let year):
      let own = problem.accounts[account].available?[year] ?? 0
      return flows(account, year).reduce(own) { $0 + $1.coefficient * amounts[$1.column] }
    case .rise(let index, let account, let use, let year), .fall(let index, let account, let use, let year):
      guard year == 0 else { return amounts[quantities.cell(account, use, year - 1)] }
      let smoothing = problem.smoothing[index]
      guard let i = smoothing.accounts.firstIndex(of: account), let j = smoothing.uses.firstIndex(of: use) else {
        return nil
      }
      return smoothing.before?[i][j]
    default: return nil
    }
  }
}
