extension FenRounding {
  /// Quantities in whole fen, mended as far as may be.
  init(mending programme: AllocationProgramme, quantities: [Double]) {
    self.init(programme, quantities: quantities)
    share()
    repair()
  }

  var isBroken: Bool { missed > 0 }

  /// Moves single fen between quantities until no rule is broken or nothing helps.
  ///
  /// Broken rules take turns. Of the moves that bear on one, the first that mends it and breaks nothing is made or, if
  /// there is none, the one after which least is missed; a quantity just changed is not changed back at once. The
  /// best state met is kept.
  mutating func repair() {
    guard var broken = nextBroken(from: 0) else { return }
    var made: [FenMove] = []
    var missedNow = missed
    var best = (missed: missedNow, moves: 0)
    var lastChange: [Int: (by: Int, at: Int)] = [:]
    func undoes(_ move: FenMove, at attempt: Int) -> Bool {
      (0..<move.count).contains { index in
        lastChange[move[index].quantity].map { $0.by == -move[index].by && attempt - $0.at < 8 } ?? false
      }
    }
    for attempt in 0..<FenRounding.attempts {
      var chosen: (move: FenMove, worsening: Int128)?
      visitMoves(for: broken) { move in
        guard !undoes(move, at: attempt), let worsening = worsening(move) else { return true }
        if worsening < chosen?.worsening ?? .max { chosen = (move, worsening) }
        return worsening > -missed(at: broken)
      }
      guard let chosen else { break }
      make(chosen.move)
      made.append(chosen.move)
      for index in 0..<chosen.move.count { lastChange[chosen.move[index].quantity] = (chosen.move[index].by, attempt) }
      missedNow += chosen.worsening
      if missedNow < best.missed { best = (missedNow, made.count) }
      guard let next = nextBroken(from: broken) else { return }
      broken = next
    }
    for move in made[best.moves...].reversed() { make(move, sign: -1) }
  }

  private mutating func make(_ move: FenMove, sign: Int = 1) {
    for index in 0..<move.count { change(move[index].quantity, by: sign * move[index].by) }
  }

  /// Beyond these more attempts seldom help, and there is another way.
  private static let attempts = 1_000

  /// The next place that misses its limits, going round once: rows, then quantities, counted on.
  private func nextBroken(from place: Int) -> Int? {
    let count = programme.rows.count + fen.count
    return (place..<place + count).lazy.map { $0 % count }.first { missed(at: $0) > 0 }
  }

  private func missed(at place: Int) -> Int128 {
    let quantity = place - programme.rows.count
    guard quantity < 0 else { return missed(quantity: quantity) }
    return place < programme.balanceCount ? 0 : missed(row: place)
  }

  /// By how much all rules together are missed.
  var missed: Int128 {
    let rows = (programme.balanceCount..<programme.rows.count).reduce(Int128(0)) { $0 + missed(row: $1) }
    return fen.indices.reduce(rows) { $0 + missed(quantity: $1) }
  }

  /// What looks at moves, one after the other; false when it has seen enough.
  private typealias Visitor = (FenMove) -> Bool

  /// Moves that bring a row or a quantity nearer to its limits, made one at a time: the first ones mostly do.
  private func visitMoves(for place: Int, _ visit: Visitor) {
    let quantity = place - programme.rows.count
    guard quantity < 0 else {
      _ = visitMoves(changing: quantity, by: isLow(quantity: quantity) ? 1 : -1, visit)
      return
    }
    let sign = isLow(row: place) ? 1 : -1
    for term in programme.rows[place] {
      let coefficient = programme.rows.coefficients[term]
      guard coefficient != 0 else { continue }
      guard visitMoves(changing: programme.rows.columns[term], by: coefficient > 0 ? sign : -sign, visit) else {
        return
      }
    }
  }

  /// Moves that change one quantity by a fen: paid by another of the same account and year or, through what is kept
  /// or handed on, of another year or account.
  ///
  /// - Returns: whether more are wanted.
  private func visitMoves(changing quantity: Int, by change: Int, _ visit: Visitor) -> Bool {
    let ends = programme.ends(of: quantity)
    guard ends.count == 1 else {
      return eachFiller(ends[0], without: quantity) { first in
        eachFiller(ends[1], without: quantity) { second in
          visit(FenMove((quantity, change), (first, -change), (second, change)))
        }
      }
    }
    guard eachFiller(ends[0], without: quantity, { visit(FenMove((quantity, change), ($0, -change))) }) else {
      return false
    }
    for link in programme.links(at: ends[0]) {
      let linked = programme.ends(of: link)
      // Either end gets or gives the fen that the quantity takes.
      let isSource = linked[0] == ends[0]
      let wantsMore = eachFiller(isSource ? linked[1] : linked[0], without: quantity) { filler in
        visit(FenMove((quantity, change), (link, isSource ? -change : change), (filler, -change)))
      }
      guard wantsMore else { return false }
    }
    return true
  }

  /// The uses of an account's year, and what it leaves unspent.
  ///
  /// - Returns: whether more are wanted.
  private func eachFiller(_ end: AllocationProgramme.End, without quantity: Int, _ body: (Int) -> Bool) -> Bool {
    let quantities = programme.quantities
    for use in 0...quantities.uses {
      let filler =
        use < quantities.uses
        ? quantities.cell(end.account, use, end.year) : quantities.unspent(end.account, end.year)
      guard filler == quantity || body(filler) else { return false }
    }
    return true
  }
}

extension AllocationProgramme {
  /// An account's year.
  struct End: Hashable, Sendable {
    let account: Int
    let year: Int
  }

  /// How many rows, the first ones, are balances of accounts.
  var balanceCount: Int { quantities.accounts * quantities.years }

  /// Where a quantity is spent or, for what is kept or handed on, whence and whither it goes.
  func ends(of quantity: Int) -> [End] {
    if let place = quantities.place(ofCell: quantity) { return [End(account: place.account, year: place.year)] }
    let offset = quantity - quantities.carried(0, 0)
    let (account, year) = (offset % quantities.accounts, offset / quantities.accounts)
    if year < quantities.years { return [End(account: account, year: year), End(account: account, year: year + 1)] }
    if year < 2 * quantities.years { return [End(account: account, year: year - quantities.years)] }
    for (index, transfer) in problem.transfers.enumerated() {
      for (receiver, to) in transfer.to.enumerated() {
        let year = quantity - quantities.transfer(index, receiver, 0)
        if (0..<quantities.years).contains(year) {
          return [End(account: transfer.from, year: year), End(account: to, year: year)]
        }
      }
    }
    return []
  }

  /// What may be kept or handed on from or to an account's year.
  func links(at end: End) -> [Int] {
    var links: [Int] = []
    for year in [end.year - 1, end.year] where year >= 0 && year + 1 < quantities.years {
      let carried = quantities.carried(end.account, year)
      if quantityUpper[carried] > 0 { links.append(carried) }
    }
    for (index, transfer) in problem.transfers.enumerated() {
      for (receiver, to) in transfer.to.enumerated() where (transfer.from == end.account) != (to == end.account) {
        links.append(quantities.transfer(index, receiver, end.year))
      }
    }
    return links
  }
}
