import Domain

/// Which of equally good allocations is taken.
extension AllocationProgramme {
  /// What is preferred where value does not decide, by column: spending to keeping and leaving, uses of low priority
  /// numbers, earlier years, fewer transfers. A small number that belongs to the names of account, use and year leaves
  /// no ties, and the order in which accounts and uses are listed means nothing.
  func preference(_ expanded: ExpandedProgramme) -> [Double] {
    let wishes = wishes
    return columns(expanded) { quantity, isEndless in isEndless ? -wishes[quantity].magnitude : wishes[quantity] }
  }

  /// The opposite: what it leads to is as good, and as far from what is preferred as it can be.
  func aversion(_ expanded: ExpandedProgramme) -> [Double] {
    let wishes = wishes
    return columns(expanded) { quantity, isEndless in isEndless ? -wishes[quantity].magnitude : -wishes[quantity] }
  }

  private func columns(
    _ expanded: ExpandedProgramme, _ wish: (_ quantity: Int, _ isEndless: Bool) -> Double
  ) -> [Double] {
    var result = [Double](repeating: 0, count: expanded.linear.columnCount)
    for quantity in 0..<quantities.count {
      for column in expanded.columns(of: quantity) {
        result[column] = wish(quantity, expanded.linear.upper[column] == .infinity)
      }
    }
    return result
  }

  /// By quantity.
  private var wishes: [Double] {
    let (names, order) = (PreferenceNames(problem), problem.useOrder)
    var result = [Double](repeating: 0, count: quantities.count)
    for quantity in 0..<quantities.count {
      guard let place = quantities.place(ofCell: quantity) else { continue }
      let wish = 2 - Double(order[place.use]) / Double(quantities.uses)
      result[quantity] = wish - Double(place.year) / Double(64 * quantities.years) + names.scattered(place)
    }
    for account in 0..<quantities.accounts {
      for year in 0..<quantities.years {
        result[quantities.carried(account, year)] = -1 + names.scattered(.carried, account, year)
        result[quantities.unspent(account, year)] = -1 + names.scattered(.unspent, account, year)
      }
    }
    for (rule, transfer) in problem.transfers.enumerated() {
      for (place, receiver) in transfer.to.enumerated() {
        for year in 0..<quantities.years {
          let wish = names.scattered(.transfer(from: transfer.from), receiver, year)
          result[quantities.transfer(rule, place, year)] = -1 + wish
        }
      }
    }
    return result
  }
}

extension AllocationProblem {
  /// By use, how many priorities come before its own.
  fileprivate var useOrder: [Int] {
    let priorities = Set(uses.map(\.priority)).sorted()
    return uses.map { use in priorities.firstIndex(of: use.priority) ?? 0 }
  }
}

/// Small numbers in 0..<1/1024 that look drawn but belong to names.
struct PreferenceNames {
  /// What is not spent.
  enum Rest {
    case carried, unspent
    case transfer(from: Int)
  }

  private let accounts: [UInt64]
  private let uses: [UInt64]
  private let firstYear: Year

  init(_ problem: AllocationProblem) {
    accounts = problem.accounts.map { hash(0, $0.name) }
    // A use that no other equals in priority is known by it, so that its name means nothing.
    uses = problem.uses.map { use in
      let isAlone = problem.uses.count { $0.priority == use.priority } == 1
      return hash(UInt64(truncatingIfNeeded: use.priority), isAlone ? "" : use.name)
    }
    firstYear = problem.years.lowerBound
  }

  func scattered(_ cell: (account: Int, use: Int, year: Int)) -> Double {
    number(accounts[cell.account], uses[cell.use], cell.year)
  }

  func scattered(_ rest: Rest, _ account: Int, _ year: Int) -> Double {
    switch rest {
    case .carried: number(accounts[account], 1, year)
    case .unspent: number(accounts[account], 2, year)
    case .transfer(let from): number(accounts[account], accounts[from], year)
    }
  }

  /// Of a rule, whatever the order in which its accounts and uses stand.
  func scattered(_ rule: Rule, in problem: AllocationProblem) -> Double {
    let ofAccounts = rule.accounts(in: problem).reduce(UInt64(0)) { $0 &+ mixed(accounts[$1]) }
    let ofUses = rule.uses(in: problem).reduce(UInt64(0)) { $0 &+ mixed(uses[$1]) }
    return number(ofAccounts, ofUses, rule.year)
  }

  private func number(_ first: UInt64, _ second: UInt64, _ year: Int) -> Double {
    Double(mixed(mixed(first) ^ mixed(second) &+ UInt64(truncatingIfNeeded: firstYear + year)) >> 11) * 0x1p-63
  }
}

/// A number that belongs to another and a text.
private func hash(_ start: UInt64, _ text: String) -> UInt64 {
  text.utf8.reduce(mixed(start)) { mixed($0 ^ UInt64($1)) }
}

/// Steele, Lea and Flood (2014): neighbouring numbers lead far apart.
private func mixed(_ number: UInt64) -> UInt64 {
  var mixed = number &+ 0x9E37_79B9_7F4A_7C15
  mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
  mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
  return mixed ^ (mixed >> 31)
}
