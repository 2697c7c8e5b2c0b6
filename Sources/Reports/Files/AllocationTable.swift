import Domain
import Fiscal
import Simulation

/// What accounts allocate: the city's own account under the code of the city.
public struct AllocationPages: Sendable {
  /// An account's amounts of a year, in fen by use.
  fileprivate struct Page {
    let account: Int
    let year: Year
    let fen: [Int]
  }

  fileprivate let results: Results
  private let uses: [FundUse]
  private let pages: [Page]

  /// The allocation of a run, in all its years.
  init(_ results: Results) {
    self.results = results
    uses = results.plan.sharedFund?.fundable ?? []
    if results.plan.heldShares != nil {
      // The base year's flows nobody knows.
      let years = results.years.filter { $0 > results.plan.years.lowerBound }
      let held = uses
      pages = years.flatMap { year in
        results.areas.all.indices.map { account in
          Page(
            account: account, year: year,
            fen: held.map { Int(((results.spent($0, account: account, year: year) ?? 0) * 100).rounded()) })
        }
      }
      return
    }
    let outcomes = (results.plan.allocation?.years ?? []).filter { results.years.contains($0.start.year) }
    pages = outcomes.flatMap { outcome in
      outcome.amounts.enumerated().map { Page(account: $0, year: outcome.start.year, fen: $1) }
    }
  }

  /// A single year's decision.
  public init(_ results: Results, _ decision: FundDecision) {
    self.results = results
    uses = decision.fund.fundable
    pages = decision.fen.enumerated().map { Page(account: $0, year: decision.year, fen: $1) }
  }

  fileprivate struct Row {
    let scenario: String
    let code: String
    let account: String
    let year: Year
    let use: String
    let fen: Int
  }

  fileprivate var rows: [Row] {
    let areas = results.areas
    return pages.flatMap { page in
      zip(uses, page.fen).map { use, fen in
        Row(
          scenario: results.plan.scenario.name, code: areas[page.account].code,
          account: Fund.label(of: page.account, areas).zh, year: page.year, use: use.name, fen: fen)
      }
    }.sorted { ($0.code, $0.year, $0.use) < ($1.code, $1.year, $1.use) }
  }

  fileprivate static let columns: [OutputColumn<Row>] = [
    .scenario { $0.scenario }, .text("account_code", isKey: true) { $0.code }, .text("account") { $0.account },
    .year { $0.year }, .text("use", isKey: true) { $0.use }, .number("amount_yuan") { Double($0.fen) / 100 },
  ]
}

extension RunTables {
  /// A row for every account, year and use; amounts are whole fen.
  public static let allocation = OutputTable<RunOutput>(
    "allocation.csv", zh: "福彩公益金每个账户、年份和用途的分配", en: "what the lottery fund allocates by account, year and use",
    capacity: 200_000, AllocationPages.columns
  ) { output, add in
    AllocationPages(output.results).rows.forEach(add)
  }

  /// The same for a decision.
  public static let decision = OutputTable<AllocationPages>(
    allocation.file, zh: allocation.about.zh, en: allocation.about.en, AllocationPages.columns
  ) { pages, add in pages.rows.forEach(add) }
}
