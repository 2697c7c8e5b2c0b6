/// What a row is, whatever the order of rows: its kind, where it counts, and which of several it is.
extension AllocationProgramme {
  /// A number for each row, the same in problems of the same accounts, uses and years: the place, and in the last twenty bits
  /// which of several. Shape `[row]`.
  func namesOfRows() -> [Int] {
    var counts = [Int](repeating: 0, count: RowKind.allCases.count * quantities.cell(0, 0, quantities.years))
    var rules = [Rule?](repeating: nil, count: rows.count)
    for (rule, part) in self.rules {
      switch part {
      case .rowLower(let row), .rowUpper(let row): rules[row] = rule
      case .lower, .upper: break
      }
    }
    return rules.indices.map { row in
      let place = rules[row].map(place) ?? place(.balance, row % quantities.accounts, 0, row / quantities.accounts)
      counts[place] += 1
      return place << 20 + counts[place]
    }
  }

  private func place(of rule: Rule) -> Int {
    switch rule {
    case .limit(let index, let account, let use, let year):
      let limit = problem.limits[index]
      return place(RowKind(limit), account ?? limit.accounts.first ?? 0, use ?? limit.uses.first ?? 0, year)
    case .carryOver(let account, let year): return place(.carryOver, account, 0, year)
    case .rise(_, let account, let use, let year): return place(.rise, account, use, year)
    case .fall(_, let account, let use, let year): return place(.fall, account, use, year)
    case .equity(_, let year): return place(.equity, 0, 0, year)
    case .money, .spendAll, .need, .transferAtLeast, .transferAtMost: return place(.balance, 0, 0, rule.year)
    }
  }

  private func place(_ kind: RowKind, _ account: Int, _ use: Int, _ year: Int) -> Int {
    quantities.cell(account, use, year) * RowKind.allCases.count + kind.rawValue
  }
}

private enum RowKind: Int, CaseIterable {
  case balance, floor, ceiling, shareFloor, shareCeiling, carryOver, equity, rise, fall

  init(_ limit: Limit) {
    switch (limit.sense, limit.bound) {
    case (.atLeast, .yuan): self = .floor
    case (.atMost, .yuan): self = .ceiling
    case (.atLeast, .share): self = .shareFloor
    case (.atMost, .share): self = .shareCeiling
    }
  }
}
