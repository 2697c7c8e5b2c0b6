/// An allocation to the fen, in which every account's books add up exactly.
///
/// For each account and year: available + carried in + received = spent + handed on + carried out + unspent.
public struct FenBooks: Equatable, Sendable {
  /// Fen by cell, shape `[account][use][year]`.
  public let amounts: [Int]
  /// Fen by account and year.
  public let accounts: [[Page]]
  /// Transfers of more than nothing, in the order of rules, receivers and years.
  public let transfers: [Transfer]
  /// Rules that no amounts found in whole fen keep; empty but for rules finer than a fen.
  public let broken: [Rule]

  /// An account's year, in fen.
  public struct Page: Equatable, Sendable {
    /// A fraction of a fen is left out; nil for money without limit.
    public let available: Int?
    public let carriedIn: Int
    public let received: Int
    public let handedOn: Int
    public let spent: Int
    public let carriedOut: Int
    /// Negative where money without limit is drawn on.
    public let unspent: Int
  }

  public struct Transfer: Equatable, Sendable {
    /// The place of the rule in the problem.
    public let rule: Int
    public let from: Int
    public let to: Int
    public let year: Int
    public let fen: Int
  }

  /// - Parameter quantities: in yuan, in the order of the programme.
  /// - Throws: ``AllocationError/notCertified(_:)``.
  init(_ programme: AllocationProgramme, quantities amounts: [Double]) throws(AllocationError) {
    let rounding = FenRounding(mending: programme, quantities: amounts)
    guard rounding.isBroken else {
      self.init(rounding)
      return
    }
    // Some fen away from the edges of the rules there is more room.
    let roomier = FenRounding(mending: programme, quantities: try programme.quantitiesWithRoom())
    self.init(roomier.missed < rounding.missed ? roomier : rounding)
  }

  private init(_ rounding: FenRounding) {
    let (problem, quantities, fen) = (rounding.programme.problem, rounding.programme.quantities, rounding.fen)
    var cells = [Int](repeating: 0, count: problem.steps.count)
    var spent = [Int](repeating: 0, count: quantities.accounts * quantities.years)
    for account in 0..<quantities.accounts {
      for use in 0..<quantities.uses {
        for year in 0..<quantities.years {
          let amount = fen[quantities.cell(account, use, year)]
          cells[problem.cell(account: account, use: use, year: year)] = amount
          spent[account * quantities.years + year] += amount
        }
      }
    }
    var transfers: [Transfer] = []
    for (index, rule) in problem.transfers.enumerated() {
      for (receiver, to) in rule.to.enumerated() {
        for year in 0..<quantities.years {
          let amount = fen[quantities.transfer(index, receiver, year)]
          if amount > 0 { transfers.append(Transfer(rule: index, from: rule.from, to: to, year: year, fen: amount)) }
        }
      }
    }
    amounts = cells
    self.transfers = transfers
    broken = rounding.brokenRules
    accounts = problem.accounts.enumerated().map { account, facts in
      (0..<quantities.years).map { year in
        Page(
          available: facts.available.map { wholeFen($0[year]) },
          carriedIn: year > 0 ? fen[quantities.carried(account, year - 1)] : 0,
          received: transfers.reduce(0) { $0 + ($1.to == account && $1.year == year ? $1.fen : 0) },
          handedOn: transfers.reduce(0) { $0 + ($1.from == account && $1.year == year ? $1.fen : 0) },
          spent: spent[account * quantities.years + year], carriedOut: fen[quantities.carried(account, year)],
          unspent: fen[quantities.unspent(account, year)])
      }
    }
  }
}

/// An amount in fen without the noise of binary fractions; a thousandth of a fen counts.
func exactFen(_ yuan: Double) -> Double { (yuan * 100_000).rounded() / 1_000 }

/// Yuan in whole fen, a fraction left out.
func wholeFen(_ yuan: Double) -> Int { Int(exactFen(yuan).rounded(.down)) }
