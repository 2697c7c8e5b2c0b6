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
    while solved < 10_000 {
      let problem = AllocationProblem.random(&stream)
      guard let books = try AllocationSolver().best(problem)?.books else { continue }
      solved += 1
      let found = faults(books, problem)
      #expect(books.broken.isEmpty && found.isEmpty, "\(solved): \(books.broken) \(found)")
    }
  }

  @Test func thirdsGoToTheUsesNamedFirst() throws {
    var problem = AllocationProblem(
      accounts: [Account(name: "a", label: Label(zh: "甲", en: "A"), available: [100], mustSpend: true)],
      uses: ["x", "y", "z"].map { Use(name: $0, label: Label(zh: $0, en: $0)) }, years: 2025...2025)
    problem.steps = Array(repeating: [ValueStep(width: 100, value: 1)], count: 3)
    problem.limits = [Limit(.atMost, .share(1.0 / 3), accounts: [0], uses: [1, 2], years: [0])]
    let books = try #require(try AllocationSolver().best(problem)?.books)
    #expect(books.amounts.reduce(0, +) == 10_000)
    #expect(books.amounts[1] <= 3_333 && books.amounts[2] <= 3_333 && books.broken.isEmpty)
  }

  @Test func whatNoWholeFenKeepIsSaid() throws {
    var problem = AllocationProblem(
      accounts: [Account(name: "a", label: Label(zh: "甲", en: "A"), available: [1], mustSpend: true)],
      uses: ["x", "y"].map { Use(name: $0, label: Label(zh: $0, en: $0)) }, years: 2025...2025)
    problem.steps = Array(repeating: [ValueStep(width: 1, value: 1)], count: 2)
    // Half a fen too much for both: 49.5 and 50.5 fen.
    problem.limits = [
      Limit(.atMost, .yuan(0.495), accounts: [0], uses: [0], years: [0]),
      Limit(.atMost, .yuan(0.505), accounts: [0], uses: [1], years: [0]),
    ]
    let books = try #require(try AllocationSolver().best(problem)?.books)
    #expect(books.amounts.reduce(0, +) == 100 && books.broken.count == 1)
  }
}
