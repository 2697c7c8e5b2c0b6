import Allocation
import Domain
import TestSupport
import Testing

struct FenBooksTests {
  /// Rules in whole numbers, written down a second time.
  private func faults(_ books: FenBooks, _ problem: AllocationProblem) -> [String] {
    var faults: [String] = []
    func amount(_ account: Int, _ use: Int, _ year: Int) -> Int {
      books.amounts[problem.cell(account: account, use: use, year: year)]
    }
    let uses = Array(problem.uses.indices)
    for (account, pages) in books.accounts.enumerated() {
      for (year, page) in pages.enumerated() {
        let available = page.available ?? 0
        if available + page.carriedIn + page.received != page.spent + page.handedOn + page.carriedOut + page.unspent {
          faults.append("balance \(account) \(year)")
        }
        if uses.reduce(0, { $0 + amount(account, $1, year) }) != page.spent { faults.append("spent") }
        if page.unspent < 0 || (problem.accounts[account].mustSpend && page.unspent != 0) { faults.append("unspent") }
        for use in uses {
          let need = problem.steps[problem.cell(account: account, use: use, year: year)].reduce(0) { $0 + $1.width }
          if amount(account, use, year) < 0 { faults.append("negative") }
          if Double(amount(account, use, year)) > (need * 100).rounded(.up) {
            faults.append("need \(account) \(use) \(year)")
          }
        }
      }
    }
    for limit in problem.limits {
      for year in limit.years {
        for accounts in limit.accountsTogether ? [limit.accounts] : limit.accounts.map({ [$0] }) {
          for chosen in limit.usesTogether ? [limit.uses] : limit.uses.map({ [$0] }) {
            let sum = accounts.reduce(0) { sum, account in chosen.reduce(sum) { $0 + amount(account, $1, year) } }
            let whole = accounts.reduce(0) { sum, account in uses.reduce(sum) { $0 + amount(account, $1, year) } }
            let distance: Double
            switch limit.bound {
            case .yuan(let bound): distance = Double(sum) - bound * 100
            case .share(let share): distance = Double(sum * 100 - Int((share * 100).rounded()) * whole) / 100
            }
            if (limit.sense == .atLeast ? -distance : distance) > 1e-3 { faults.append("limit \(limit) \(year)") }
          }
        }
      }
    }
    return faults
  }

  @Test func amountsAddUpToTheFenAndBreakNoRule() throws {
    var stream = SplitMix(seed: 7)
    var solved = 0
    var broken = 0
    while solved < 10_000 {
      let problem = AllocationProblem.random(&stream)
      guard let solution = try AllocationSolver().solve(problem).solution else { continue }
      solved += 1
      let books = solution.books
      let found = faults(books, problem)
      if !books.broken.isEmpty {
        broken += 1
        print(solved, books.broken, found)
      } else {
        #expect(found.isEmpty, "\(solved): \(found)")
      }
    }
    print("broken", broken)
  }
}
