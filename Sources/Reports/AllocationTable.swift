import CSV
import Domain
import Fiscal
import Simulation
import Tables

/// What accounts allocate, a row for every account, year and use: the city's own account under the code of the city.
public struct AllocationTable {
  /// An account's amounts of a year, in fen by use.
  struct Page {
    let account: Int
    let year: Year
    let fen: [Int]
  }

  private let results: Results
  private let uses: [FundUse]
  private let pages: [Page]

  /// The allocation of a run, in all its years.
  public init(_ results: Results) {
    self.results = results
    uses = results.plan.allocation?.fund.fundable ?? []
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

  private struct Row {
    let code: String
    let account: String
    let year: Year
    let use: String
    let fen: Int
  }

  private var rows: [Row] {
    let areas = results.areas
    return pages.flatMap { page in
      zip(uses, page.fen).map { use, fen in
        Row(
          code: areas[page.account].code, account: Fund.label(of: page.account, areas).zh, year: page.year,
          use: use.name, fen: fen)
      }
    }.sorted { ($0.code, $0.year, $0.use) < ($1.code, $1.year, $1.use) }
  }

  private static let columns = ["scenario", "account_code", "account", "year", "use", "amount_yuan"]

  /// The file; amounts are whole fen.
  public var csv: [UInt8] {
    var csv = CSVWriter(capacity: 200_000)
    csv.row(AllocationTable.columns)
    for row in rows {
      csv.append(results.plan.scenario.name)
      csv.append(row.code)
      csv.append(row.account)
      csv.append(row.year)
      csv.append(row.use)
      csv.append(Double(row.fen) / 100)
      csv.endRow()
    }
    return csv.bytes
  }

  /// The same for other formats.
  public var table: Table {
    var table = Table(
      columns: AllocationTable.columns.map {
        Column($0, header: $0, alignment: ["year", "amount_yuan"].contains($0) ? .trailing : .leading)
      })
    for row in rows {
      table.append([
        .text(results.plan.scenario.name), .text(row.code), .text(row.account),
        .number(Double(row.year), NumberFormat()),
        .text(row.use), .number(Double(row.fen) / 100, NumberFormat(decimals: 2)),
      ])
    }
    return table
  }
}
