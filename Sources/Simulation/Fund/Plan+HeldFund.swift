import Domain
import Fiscal
import Formulas

extension Plan {
  /// The plan under the shares that another run's allocation decided: nothing is allocated anew, whatever changes.
  public func holding(_ shares: FundShares) -> Plan {
    var plan = self
    plan.heldShares = shares
    return plan
  }

  /// The fund whose money is shared out, anew or as another run decided; nil where none is.
  public var sharedFund: Fund? { allocation?.fund ?? (heldShares == nil ? nil : model.budget?.fund) }
}

extension Results {
  /// What an account spends on a use, in yuan, whether it was allocated or held; nil where there is no value.
  public func spent(_ use: FundUse, account: Int, year: Year) -> Double? {
    step(use.spent.name, area: account, year: year)
  }
}
