/// What a little more of a rule changes, and what a little less: at a corner the two differ.
///
/// A price of zero is one as well.
public struct SidedPrice: Equatable, Sendable {
  public let rule: Rule
  /// Change of the largest value per yuan more; nil where no allocation keeps the rules with more.
  public let more: Double?
  /// The same per yuan less, that is the value lost with a yuan less: at least that of more.
  public let less: Double?
  /// For a share, what it is taken of, in yuan; nil for amounts.
  public let base: Double?

  /// Prices of the two sides that are no more apart than this, relative to the larger, are one.
  private static let same = 1e-6

  /// The larger of the two, by which rules are put in order.
  public var magnitude: Double { max(more?.magnitude ?? 0, less?.magnitude ?? 0) }

  /// Whether one number says it for both sides.
  public var isOne: Bool {
    guard let more, let less else { return false }
    return (more - less).magnitude <= SidedPrice.same * max(more.magnitude, less.magnitude)
  }
}

extension AllocationSolution {
  /// The prices on both sides of all rules that bind at a price, and of all money that is spent to the last fen, the
  /// dearest first.
  ///
  /// - Throws: ``AllocationError/notCertified(_:)``.
  public func sidedPrices() throws(AllocationError) -> [SidedPrice] {
    var rules = shadowPrices.map(\.rule)
    for (account, pages) in books.accounts.enumerated() {
      for (year, page) in pages.enumerated() {
        let rule = Rule.money(account: account, year: year)
        if page.available != nil, page.unspent == 0, !rules.contains(rule) { rules.append(rule) }
      }
    }
    let prices = try sidedPrices(of: rules).enumerated().filter { $0.element.magnitude > 0 }
    return prices.sorted { a, b in
      let (first, second) = (a.element.magnitude, b.element.magnitude)
      return first == second ? a.offset < b.offset : first > second
    }.map(\.element)
  }

  /// The prices of some rules on both sides, by solving with a yuan more and a yuan less.
  ///
  /// The largest value is concave in what a rule says, so less is worth at least as much a yuan as more.
  ///
  /// - Throws: ``AllocationError/notCertified(_:)``.
  public func sidedPrices(of rules: [Rule]) throws(AllocationError) -> [SidedPrice] {
    try AllocationSolver.proved(problem) { programme throws(AllocationError) in
      var prices: [SidedPrice] = []
      for rule in rules {
        guard let part = programme.rules.first(where: { $0.rule == rule })?.part else { continue }
        prices.append(
          SidedPrice(
            rule: rule, more: try programme.price(of: rule, part, moved: 1, from: basis.basis),
            less: try programme.price(of: rule, part, moved: -1, from: basis.basis),
            base: programme.shareBase(of: rule, quantities: quantities)))
      }
      return prices
    }
  }
}

extension AllocationProgramme {
  /// The price of a rule where it says some yuan more or less; nil where the rules cannot hold then.
  fileprivate func price(
    of rule: Rule, _ part: Part, moved yuan: Double, from basis: Basis
  ) throws(AllocationError) -> Double? {
    var moved = expanded()
    let change = yuan / unit
    if case .money(let account, let year) = rule {
      // What is available stands on the right-hand side of the account's balance, where all of it has to go as well.
      let row = year * quantities.accounts + account
      moved.linear.rowLower[row] += change
      moved.linear.rowUpper[row] += change
      guard case .optimal(let vertex) = try moved.linear.solve(from: basis) else { return nil }
      return -vertex.y[row] * valueUnit
    }
    switch part {
    case .rowLower(let row): moved.linear.rowLower[row] += change
    case .rowUpper(let row): moved.linear.rowUpper[row] += change
    case .lower(let quantity): moved.linear.lower[moved.columns(of: quantity).lowerBound] += change
    case .upper(let quantity): moved.linear.upper[moved.columns(of: quantity).upperBound - 1] += change
    }
    guard case .optimal(let vertex) = try moved.linear.solve(from: basis) else { return nil }
    return price(of: rule, part, moved, vertex, moved.linear.reducedCosts(vertex.y))
  }
}
