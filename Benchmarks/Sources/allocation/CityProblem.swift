import Allocation
import Domain

/// A lottery fund of invented accounts: needs in four steps, a floor of 55 % for eldercare, smooth from year to year.
struct CityProblem {
  /// Yuan a year of an average account, by use, and the weight of the use.
  private static let uses: [(name: String, need: Double, weight: Double)] = [
    ("eldercare_facilities", 9.6e6, 1), ("eldercare_services", 13e6, 1), ("disability", 1.4e6, 0.9),
    ("children", 0.9e6, 1), ("social_assistance", 2.9e6, 0.85), ("social_work", 4.8e6, 0.75),
    ("charity", 2.4e6, 0.6), ("burial", 1.7e6, 0.7),
  ]
  private static let money = 17e6

  private let accounts: Int
  private let years: Int

  init(accounts: Int, years: Int) {
    self.accounts = accounts
    self.years = years
  }

  /// The problem in one world; world 0 has no noise.
  func problem(world: Int) -> AllocationProblem {
    let uses = CityProblem.uses
    var problem = AllocationProblem(
      accounts: (0..<accounts).map { account in
        let own = CityProblem.money * (0.5 + draw(0, account, 1))
        return Account(
          name: "a\(account)", label: Label(zh: "账户\(account)", en: "account \(account)"),
          available: (0..<years).map { own * noise(world, account, year: $0, spread: 0.15) }, carryOver: 0.4)
      },
      uses: uses.map { Use(name: $0.name, label: Label(zh: $0.name, en: $0.name), weight: $0.weight) },
      years: 2025...2024 + years)
    for account in 0..<accounts {
      for (use, facts) in uses.enumerated() {
        let own = facts.need * (0.5 + draw(1 + use, account, 1))
        for year in 0..<years {
          let need = own * noise(world, account, year: 100 + 10 * use + year, spread: 0.1)
          problem.steps[problem.cell(account: account, use: use, year: year)] =
            [1, 0.75, 0.5, 0.3].map { ValueStep(width: need / 4, value: $0) }
        }
      }
    }
    let (all, every) = (Array(0..<accounts), Array(0..<years))
    problem.limits = [
      Limit(.atLeast, .share(0.55), accounts: all, uses: [0, 1], years: every, usesTogether: true),
      Limit(.atLeast, .share(0.02), accounts: all, uses: [2, 3], years: every),
    ]
    problem.equity = [EquityRule(accounts: Array(all.suffix(3)), atLeast: 0.05, weight: 1.15)]
    problem.smoothing = [Smoothing(accounts: all, uses: Array(uses.indices), atMost: 0.25)]
    return problem
  }

  /// A factor around one: what moves the city in all years, a tenth of that for the year, and a tenth for the account.
  private func noise(_ world: Int, _ account: Int, year: Int, spread: Double) -> Double {
    guard world > 0 else { return 1 }
    let (city, own) = (draw(world, -1, year / 10), draw(world, account, year / 10))
    return 1 + spread * (2 * city - 1 + 0.2 * (draw(world, -1, year) + own - 1))
  }

  /// A number in 0..<1 that belongs to its place.
  private func draw(_ a: Int, _ b: Int, _ c: Int) -> Double {
    var mixed = UInt64(a * 1_000_003 + b * 1_009 + c + 1) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((mixed ^ (mixed >> 31)) >> 11) * 0x1p-53
  }
}
