import Domain
import Fiscal
import Formulas

/// What becomes of a decision in all worlds: shares of an account's money, no more than is needed, the floors kept.
extension FundDecision {
  /// What accounts and uses come to in a world, in yuan, shape `[account][use]`.
  public func spent(in world: FundYear) -> [[Double]] { repair.spent(planned(in: world), needs: world.needs) }

  /// The same before the floor of eldercare is seen to.
  public func planned(in world: FundYear) -> [[Double]] {
    let city = world.money.count - 1
    return fen.indices.map { account in
      let money = outcome.money(account)
      let handedOn = transferred(account) / max(outcome.start.money[city], 1) * world.money[city]
      return fen[account].indices.map { use in
        guard money > 0 else { return 0.0 }
        let share = Double(fen[account][use]) / 100 / money
        return min(share * (world.money[account] + handedOn), world.needs[account][use])
      }
    }
  }

  /// Yuan that the plan has the city hand an account; negative for the city itself.
  private func transferred(_ account: Int) -> Double { outcome.money(account) - outcome.start.money[account] }

  /// In which share of the worlds an account has the money for all that is planned; nil without worlds.
  public func chanceOfMoney(_ account: Int) -> Double? {
    chance { world in world.money[account] + transferred(account) >= Double(spent(account)) / 100 }
  }

  /// In which share of the worlds all accounts together have it.
  public var chanceOfMoneyInAll: Double? {
    let planned = Double(fen.indices.reduce(0) { $0 + spent($1) }) / 100
    return chance { $0.money.reduce(0, +) >= planned }
  }

  /// In which share of the worlds an account spends at least a share on eldercare.
  public func chance(_ account: Int, ofEldercare floor: Double) -> Double? {
    chance { world in
      let amounts = spent(in: world)[account]
      let eldercare = zip(amounts, fund.fundable).reduce(0) { $0 + ($1.1.isEldercare ? $1.0 : 0) }
      return eldercare >= floor * amounts.reduce(0, +) - 0.01
    }
  }

  private func chance(_ holds: (FundYear) -> Bool) -> Double? {
    worlds.isEmpty ? nil : Double(worlds.count(where: holds)) / Double(worlds.count)
  }
}
