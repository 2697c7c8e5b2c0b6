extension AllocationProgramme {
  typealias Term = (column: Int, coefficient: Double)

  /// Balances: what goes out, is kept, handed on or left is what came in, was kept and was handed over.
  mutating func addMoney() {
    for year in 0..<quantities.years {
      for (account, facts) in problem.accounts.enumerated() {
        let unspent = quantities.unspent(account, year)
        if facts.available == nil {
          quantityLower[unspent] = -.infinity
        } else {
          rules.append((.money(account: account, year: year), .lower(unspent)))
          if facts.mustSpend {
            quantityUpper[unspent] = 0
            rules.append((.spendAll(account: account, year: year), .upper(unspent)))
          }
        }
        for use in 0..<quantities.uses { rows.appendTerm(quantities.cell(account, use, year), 1) }
        for flow in flows(account, year) { rows.appendTerm(flow.column, -flow.coefficient) }
        rows.appendTerm(quantities.carried(account, year), 1)
        rows.appendTerm(unspent, 1)
        endRow(.exactly(facts.available?[year] ?? 0), lower: nil, upper: nil)
      }
    }
  }

  /// What an account was left with by the year before and gets from others, less what it hands on.
  func flows(_ account: Int, _ year: Int) -> [Term] {
    var terms: [Term] = year > 0 ? [(quantities.carried(account, year - 1), 1)] : []
    for (index, transfer) in problem.transfers.enumerated() {
      for (receiver, to) in transfer.to.enumerated() where (transfer.from == account) != (to == account) {
        terms.append((quantities.transfer(index, receiver, year), to == account ? 1 : -1))
      }
    }
    return terms
  }

  mutating func addTransfers() {
    for (index, transfer) in problem.transfers.enumerated() {
      for (receiver, to) in transfer.to.enumerated() {
        for year in 0..<quantities.years {
          let quantity = quantities.transfer(index, receiver, year)
          (quantityLower[quantity], quantityUpper[quantity]) = (transfer.atLeast, transfer.atMost)
          if transfer.atLeast > 0 { rules.append((.transferAtLeast(index, to: to, year: year), .lower(quantity))) }
          if transfer.atMost.isFinite { rules.append((.transferAtMost(index, to: to, year: year), .upper(quantity))) }
        }
      }
    }
  }

  /// Nothing is kept beyond the last year, nor where money has no limit.
  mutating func addCarryOver() {
    for year in 0..<quantities.years {
      for (account, facts) in problem.accounts.enumerated() {
        let carried = quantities.carried(account, year)
        guard let available = facts.available, facts.carryOver > 0, year + 1 < quantities.years else {
          quantityUpper[carried] = 0
          continue
        }
        let inflow = flows(account, year).map { ($0.column, -facts.carryOver * $0.coefficient) as Term }
        addRow(
          [(carried, 1)] + inflow, .atMost(facts.carryOver * available[year]), lower: nil,
          upper: .carryOver(account: account, year: year))
      }
    }
  }

  mutating func addLimits() {
    for (index, limit) in problem.limits.enumerated() {
      let accounts: [Int?] = limit.accountsTogether ? [nil] : limit.accounts
      let uses: [Int?] = limit.usesTogether ? [nil] : limit.uses
      for year in limit.years {
        for account in accounts {
          for use in uses {
            let rule = Rule.limit(index, account: account, use: use, year: year)
            addTerms(limit, account.map { [$0] } ?? limit.accounts, use.map { [$0] } ?? limit.uses, year)
            var bound = 0.0
            if case .yuan(let amount) = limit.bound { bound = amount }
            endRow(limit.sense == .atLeast ? .atLeast(bound) : .atMost(bound), lower: rule, upper: rule)
          }
        }
      }
    }
  }

  /// The sum of the uses or, for a share, what it is above the share of all uses.
  private mutating func addTerms(_ limit: Limit, _ accounts: [Int], _ uses: [Int], _ year: Int) {
    guard case .share(let share) = limit.bound else {
      for account in accounts {
        for use in uses { rows.appendTerm(quantities.cell(account, use, year), 1) }
      }
      return
    }
    let isMeant = (0..<quantities.uses).map { uses.contains($0) }
    for account in accounts {
      for use in 0..<quantities.uses {
        rows.appendTerm(quantities.cell(account, use, year), (isMeant[use] ? 1 : 0) - share)
      }
    }
  }

  mutating func addEquity() {
    for (index, equity) in problem.equity.enumerated() {
      guard let share = equity.atLeast else { continue }
      let isMeant = (0..<quantities.accounts).map { equity.accounts.contains($0) }
      for year in 0..<quantities.years {
        for account in 0..<quantities.accounts {
          for use in 0..<quantities.uses {
            rows.appendTerm(quantities.cell(account, use, year), (isMeant[account] ? 1 : 0) - share)
          }
        }
        endRow(.atLeast(0), lower: .equity(index, year: year), upper: nil)
      }
    }
  }

  mutating func addNeeds() {
    for year in 0..<quantities.years {
      for account in 0..<quantities.accounts {
        for use in 0..<quantities.uses {
          let need = problem.steps[problem.cell(account: account, use: use, year: year)].reduce(0) { $0 + $1.width }
          guard need.isFinite else { continue }
          let cell = quantities.cell(account, use, year)
          quantityUpper[cell] = need
          rules.append((.need(account: account, use: use, year: year), .upper(cell)))
        }
      }
    }
  }

  mutating func addSmoothing() {
    for (index, smoothing) in problem.smoothing.enumerated() {
      for (i, account) in smoothing.accounts.enumerated() {
        for (j, use) in smoothing.uses.enumerated() {
          for year in 0..<quantities.years where year > 0 || smoothing.before != nil {
            let now = quantities.cell(account, use, year)
            let (most, least) = (1 + smoothing.atMost, 1 - smoothing.atMost)
            let rise = Rule.rise(index, account: account, use: use, year: year)
            let fall = Rule.fall(index, account: account, use: use, year: year)
            if year > 0 {
              let before = quantities.cell(account, use, year - 1)
              rows.appendTerm(now, 1)
              rows.appendTerm(before, -most)
              endRow(.atMost(0), lower: nil, upper: rise)
              rows.appendTerm(now, 1)
              rows.appendTerm(before, -least)
              endRow(.atLeast(0), lower: fall, upper: nil)
            } else if let before = smoothing.before?[i][j] {
              addRow([(now, 1)], Bounds(least * before, most * before), lower: fall, upper: rise)
            }
          }
        }
      }
    }
  }
}
