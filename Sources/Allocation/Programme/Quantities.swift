/// The amounts that a problem decides, in one list: cells in the order year, account, use; then by year what
/// accounts keep for the next year and what they leave unspent; then transfers by rule, receiver and year.
struct Quantities: Equatable, Sendable {
  let accounts: Int
  let uses: Int
  let years: Int
  /// Where each transfer rule begins.
  private let transferStarts: [Int]

  let count: Int

  init(_ problem: AllocationProblem) {
    accounts = problem.accounts.count
    uses = problem.uses.count
    years = problem.years.count
    var next = years * accounts * (uses + 2)
    var starts: [Int] = []
    for transfer in problem.transfers {
      starts.append(next)
      next += transfer.to.count * years
    }
    transferStarts = starts
    count = next
  }

  func cell(_ account: Int, _ use: Int, _ year: Int) -> Int { (year * accounts + account) * uses + use }
  func carried(_ account: Int, _ year: Int) -> Int { years * accounts * uses + year * accounts + account }
  func unspent(_ account: Int, _ year: Int) -> Int { years * accounts * (uses + 1) + year * accounts + account }

  /// - Parameter receiver: the place in the list of the rule.
  func transfer(_ rule: Int, _ receiver: Int, _ year: Int) -> Int { transferStarts[rule] + receiver * years + year }
}
