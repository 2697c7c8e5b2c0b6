import Domain
import Fiscal
import Simulation

extension Results {
  /// What an account of the lottery fund spends in a year, by the central member; the city's own has the city's place.
  func spent(byAccount account: Int, _ year: Year) -> Double? {
    let uses = plan.sharedFund?.fundable ?? []
    let amounts = uses.compactMap { spent($0, account: account, year: year) }
    return amounts.isEmpty ? nil : amounts.reduce(0, +)
  }
}
