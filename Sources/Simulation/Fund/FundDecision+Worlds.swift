import Domain
import Fiscal
import Formulas

/// What becomes of a decision in all worlds: shares of an account's money, and no more than is needed.
extension FundDecision {
  /// What an account and use come to in a world, in yuan.
  private func spent(_ account: Int, _ use: Int, in world: FundYear) -> Double {
    let planned = outcome.money(account)
    guard planned > 0 else { return 0 }
    let city = world.money.count - 1
    let handedOn = transferred(account) / max(outcome.start.money[city], 1) * world.money[city]
    return min(Double(fen[account][use]) / 100 / planned * (world.money[account] + handedOn), world.needs[account][use])
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
      var (all, eldercare) = (0.0, 0.0)
      for (place, use) in fund.fundable.enumerated() {
        let amount = spent(account, place, in: world)
        all += amount
        if use.isEldercare { eldercare += amount }
      }
      return eldercare >= floor * all - 0.01
    }
  }

  private func chance(_ holds: (FundYear) -> Bool) -> Double? {
    worlds.isEmpty ? nil : Double(worlds.count(where: holds)) / Double(worlds.count)
  }
}
