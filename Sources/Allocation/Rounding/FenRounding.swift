/// Amounts on their way to whole fen: shared out by largest remainder, then mended where that broke a rule.
///
/// Rules are checked in whole numbers, shares to 15 decimals, so that nothing depends on rounding errors.
struct FenRounding {
  let programme: AllocationProgramme
  /// Yuan by quantity.
  private let exact: [Double]
  /// Fen by quantity.
  private(set) var fen: [Int]
  /// Limits of quantities in fen.
  private let lower: [Int?]
  private let upper: [Int?]
  /// Limits and activities of rows in fen × `one`.
  private let rowLower: [Int128?]
  private let rowUpper: [Int128?]
  private var activity: [Int128]
  /// The rows of each quantity, one quantity after the other; the balances are left out.
  private let terms: [(row: Int, coefficient: Int128)]
  private let termStarts: [Int]

  /// What a coefficient of one is counted as.
  private static let one = 1e15

  init(_ programme: AllocationProgramme, quantities: [Double]) {
    self.programme = programme
    exact = quantities.map(exactFen)
    fen = quantities.map { _ in 0 }
    lower = programme.quantityLower.map { $0.isFinite ? Int(exactFen($0).rounded(.up)) : nil }
    // The last fen of a need may be a part of one.
    upper = programme.quantityUpper.enumerated().map { quantity, limit in
      let isNeed = programme.quantities.place(ofCell: quantity) != nil
      return limit.isFinite ? Int(exactFen(limit).rounded(isNeed ? .up : .down)) : nil
    }
    func scaled(_ bound: Double, allowance: Double) -> Int128? {
      let fen = (bound * 100_000).rounded() + allowance * 1_000
      return bound.isFinite ? wide(fen) * (Int128(FenRounding.one) / 1_000) : nil
    }
    let allowance = programme.fenAllowance
    rowLower = zip(programme.rowLower, allowance).map { scaled($0, allowance: -$1) }
    rowUpper = zip(programme.rowUpper, allowance).map { scaled($0, allowance: $1) }
    activity = programme.rowLower.map { _ in 0 }
    let columns = programme.rows.transposed(columnCount: quantities.count)
    var terms: [(row: Int, coefficient: Int128)] = []
    terms.reserveCapacity(columns.columns.count)
    var starts = [0]
    for quantity in quantities.indices {
      for place in columns[quantity] where columns.columns[place] >= programme.balanceCount {
        let coefficient = wide((columns.coefficients[place] * FenRounding.one).rounded())
        terms.append((columns.columns[place], coefficient))
      }
      starts.append(terms.count)
    }
    self.terms = terms
    termStarts = starts
  }

  private func terms(of quantity: Int) -> ArraySlice<(row: Int, coefficient: Int128)> {
    terms[termStarts[quantity]..<termStarts[quantity + 1]]
  }

  mutating func change(_ quantity: Int, by change: Int) {
    fen[quantity] += change
    for term in terms(of: quantity) { activity[term.row] += term.coefficient * Int128(change) }
  }

  // MARK: - Largest remainder

  /// Rounds what is kept and handed on to the nearest fen, and shares out what is left of each account's year over
  /// its uses and what stays unspent: whole fen first, then one more to the largest remainders, uses named first.
  mutating func share() {
    let quantities = programme.quantities
    for quantity in quantities.unspent(0, 0) - quantities.accounts * quantities.years..<quantities.count
    where !isUnspent(quantity) {
      let low = max(Int(exact[quantity].rounded()), lower[quantity] ?? .min)
      change(quantity, by: min(low, max(upper[quantity] ?? .max, lower[quantity] ?? .min)))
    }
    for year in 0..<quantities.years {
      for account in 0..<quantities.accounts { share(account, year) }
    }
  }

  private func isUnspent(_ quantity: Int) -> Bool {
    let first = programme.quantities.unspent(0, 0)
    return (first..<first + programme.quantities.accounts * programme.quantities.years).contains(quantity)
  }

  private mutating func share(_ account: Int, _ year: Int) {
    let quantities = programme.quantities
    let unspent = quantities.unspent(account, year)
    var items = (0..<quantities.uses).map { quantities.cell(account, $0, year) }
    let total = (programme.problem.accounts[account].available?[year]).map(wholeFen)
    let flow = programme.flows(account, year).reduce(0) { $0 + Int($1.coefficient) * fen[$1.column] }
    guard let total else {
      for item in items { change(item, by: Int(exact[item].rounded())) }
      change(unspent, by: flow - items.reduce(fen[quantities.carried(account, year)]) { $0 + fen[$1] })
      return
    }
    if upper[unspent] != 0 { items.append(unspent) }
    for item in items { change(item, by: max(Int(exact[item].rounded(.down)), 0)) }
    var rest = items.reduce(total + flow - fen[quantities.carried(account, year)]) { $0 - fen[$1] }
    func remainder(_ item: Int) -> Double { exact[item] - exact[item].rounded(.down) }
    let order = items.enumerated().sorted { a, b in
      let (first, second) = (remainder(a.element), remainder(b.element))
      return first == second ? a.offset < b.offset : first > second
    }.map(\.element)
    for item in order where rest > 0 && fen[item] < upper[item] ?? .max {
      change(item, by: 1)
      rest -= 1
    }
    for item in order.reversed() where rest < 0 && fen[item] > 0 {
      let taken = min(fen[item], -rest)
      change(item, by: -taken)
      rest += taken
    }
    // What no use can take shows as unspent, or as overspent, and is mended or reported.
    if rest != 0 { change(unspent, by: rest) }
  }

  // MARK: - What is missed

  /// By how much a row or a quantity misses its limits, in fen × `one`.
  func missed(row: Int) -> Int128 { missed(row: row, changedBy: 0) }

  func missed(row: Int, changedBy change: Int128) -> Int128 {
    let value = activity[row] + change
    if let low = rowLower[row], value < low { return low - value }
    if let high = rowUpper[row], value > high { return value - high }
    return 0
  }

  func missed(quantity: Int, changedBy change: Int = 0) -> Int128 {
    let value = fen[quantity] + change
    let by = max((lower[quantity] ?? value) - value, value - (upper[quantity] ?? value), 0)
    return Int128(by) * Int128(FenRounding.one)
  }

  /// Whether a row lies below its limits.
  func isLow(row: Int) -> Bool { rowLower[row].map { activity[row] < $0 } ?? false }
  func isLow(quantity: Int) -> Bool { lower[quantity].map { fen[quantity] < $0 } ?? false }

  /// How much more is missed after some changes; nil when a quantity would leave its own limits.
  func worsening(_ move: FenMove) -> Int128? {
    var result: Int128 = 0
    for index in 0..<move.count {
      let (quantity, by) = move[index]
      let change = missed(quantity: quantity, changedBy: by) - missed(quantity: quantity)
      if change > 0 { return nil }
      result += change
      for term in terms(of: quantity) {
        // A row is looked at where the first of its quantities is.
        if (0..<index).contains(where: { coefficient(of: move[$0].quantity, in: term.row) != 0 }) { continue }
        var change = term.coefficient * Int128(by)
        for other in index + 1..<max(move.count, index + 1) {
          change += coefficient(of: move[other].quantity, in: term.row) * Int128(move[other].by)
        }
        result += missed(row: term.row, changedBy: change) - missed(row: term.row)
      }
    }
    return result
  }

  private func coefficient(of quantity: Int, in row: Int) -> Int128 {
    for term in terms(of: quantity) where term.row == row { return term.coefficient }
    return 0
  }

  var brokenRules: [Rule] {
    programme.rules.compactMap { rule, part in
      let isBroken =
        switch part {
        case .rowLower(let row): missed(row: row) > 0 && isLow(row: row)
        case .rowUpper(let row): missed(row: row) > 0 && !isLow(row: row)
        case .lower(let quantity): missed(quantity: quantity) > 0 && isLow(quantity: quantity)
        case .upper(let quantity): missed(quantity: quantity) > 0 && !isLow(quantity: quantity)
        }
      return isBroken ? rule : nil
    }
  }
}

/// A whole number; by way of the processor's own where it fits.
private func wide(_ whole: Double) -> Int128 { whole.magnitude < 0x1p62 ? Int128(Int(whole)) : Int128(whole) }

extension AllocationProgramme {
  /// By how many fen whole amounts may miss each row: one for a change from year to year, none for any other rule.
  fileprivate var fenAllowance: [Double] {
    var result = rowLower.map { _ in 0.0 }
    for (rule, part) in rules {
      switch (rule, part) {
      case (.rise, .rowLower(let row)), (.rise, .rowUpper(let row)), (.fall, .rowLower(let row)),
        (.fall, .rowUpper(let row)):
        result[row] = 1
      default: continue
      }
    }
    return result
  }
}
