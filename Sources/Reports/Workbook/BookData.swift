import Benefits
import Domain
import Fiscal
import Simulation
import Tables

/// The budget as data: what each payer pays of each line in each district, row by row, and sums over them as formulas.
struct BookData {
  /// Which of the three sums a payment belongs to.
  enum Part: String, CaseIterable {
    case fiscal, insurance, household

    init(_ payer: Payer) { self = payer.isFiscal ? .fiscal : payer == .insurance ? .insurance : .household }
  }

  struct Row {
    let line: String
    let payer: String
    let nature: String
    let part: Part
    let lineLabel: String
    let payerLabel: String
    let row: BookCells.Row
  }

  /// Governments' contributions to the insurance: fiscal money, but no cost of care.
  static let contributions = "contributions"

  private(set) var rows: [Row] = []
  let areas: Areas
  let grid: BookGrid
  private let sheet: String

  init(_ cells: BookCells, _ budget: Budget, _ language: Language) {
    areas = cells.results.areas
    grid = cells.grid
    sheet = BookSheet.data.name(language)
    for line in budget.lines {
      for payer in line.payers where BookData.pays(payer, line, cells) {
        for area in areas.districts.indices {
          let row = BookData.row(line, payer, area, cells, language)
          rows.append(
            Row(
              line: line.name, payer: payer.rawValue, nature: line.nature.rawValue, part: Part(payer),
              lineLabel: line.label(language), payerLabel: payer.label(language), row: row))
        }
      }
    }
    let transfer = LTCInsurance.government
    for area in areas.districts.indices {
      let values = grid.all.map { cells.results.value(transfer, area: area, year: $0) ?? 0 }
      var row = BookCells.Row(
        key: BookData.contributions, label: transfer.label(language), area: area, unit: .yuan, values: values)
      row.formulas = cells.references(transfer.name, area: area, on: .data) ?? []
      rows.append(
        Row(
          line: BookData.contributions, payer: BookData.contributions, nature: "transfer", part: .fiscal,
          lineLabel: transfer.label(language), payerLabel: language.say("财政（缴费）", "Governments (contributions)"),
          row: row))
    }
  }

  /// Whether a payer has rows: it pays something, or would once an assumption is changed.
  private static func pays(_ payer: Payer, _ line: BudgetLine, _ cells: BookCells) -> Bool {
    let results = cells.results
    guard results.value(line.costName, area: results.areas.cityIndex, year: cells.grid.years.upperBound) != nil else {
      return false
    }
    // Who pays the rest pays more where others pay less.
    if payer == line.remainder { return true }
    let share = payer == .lotteryFund ? line.fundShare : line.shares.first { $0.payer == payer }?.share
    let isLive = share.map { share in
      cells.local.live.contains(share)
        && results.areas.districts.indices.contains { area in
          cells.grid.years.contains { !results.plan.parameters.value(share, in: area, $0).isAbsent }
        }
    }
    return isLive == true
      || results.areas.districts.indices.contains { area in
        cells.grid.all.contains { results.paid(payer, of: line, area: area, year: $0) != 0 }
      }
  }

  private static func row(
    _ line: BudgetLine, _ payer: Payer, _ area: Int, _ cells: BookCells, _ language: Language
  ) -> BookCells.Row {
    let values = cells.grid.all.map { cells.results.paid(payer, of: line, area: area, year: $0) }
    var row = BookCells.Row(key: line.name, label: line.label(language), area: area, unit: .yuan, values: values)
    let formula = line.amount(of: payer)
    guard cells.isLive(formula, in: payer.amount.name) else { return row }
    let hasValues = cells.grid.years.allSatisfy { year in
      cells.record.value(of: formula, defining: payer.amount.name, area: area, year: year)?.isNaN == false
    }
    let texts = cells.formulas(formula, defining: payer.amount.name, area: area, on: .data)
    row.formulas = hasValues ? texts : texts.map { "IFERROR(\($0),0)" }
    return row
  }

  // MARK: - Sums

  /// The columns by which rows are chosen.
  private var partColumn: Int { grid.behind }
  private static let columns = ["line": 0, "payer": 1, "district": 2, "nature": 3]

  /// Which rows are added up.
  struct Choice {
    var line: String?
    var payer: String?
    var district: String?
    var nature: String?
    var part: Part?

    func holds(_ row: Row, _ areas: Areas) -> Bool {
      (line ?? row.line) == row.line && (payer ?? row.payer) == row.payer && (nature ?? row.nature) == row.nature
        && (district ?? areas[row.row.area].code) == areas[row.row.area].code && (part ?? row.part) == row.part
    }
  }

  private func column(_ place: Int) -> String {
    SheetRange(sheet, rows: 1...rows.count, columns: place...place).fixedReference
  }

  /// The sum in 万元 in a year, as a formula.
  func formula(_ choice: Choice, _ year: Year) -> String {
    let place = grid.column(year)
    let values = SheetRange(sheet, rows: 1...rows.count, columns: place...place).columnReference
    let criteria: [(Int, String?)] = [
      (0, choice.line), (1, choice.payer), (2, choice.district), (3, choice.nature),
      (partColumn, choice.part?.rawValue),
    ]
    let wanted = criteria.compactMap { column, key in key.map { "\(self.column(column)),\"\($0)\"" } }
    guard !wanted.isEmpty else { return "SUM(\(values))/10000" }
    return "SUMIFS(\(([values] + wanted).joined(separator: ",")))/10000"
  }

  /// The same as a number.
  func value(_ choice: Choice, _ year: Year) -> Double {
    let place = year - grid.before
    return rows.reduce(0) { choice.holds($1, areas) ? $0 + $1.row.values[place] : $0 } / 10_000
  }

  /// The payers that pay anything of a line, in the order of the sheet.
  func payers(of line: String) -> [(key: String, label: String)] {
    var seen: Set<String> = []
    return rows.filter { $0.line == line && seen.insert($0.payer).inserted }.map { ($0.payer, $0.payerLabel) }
  }

  func hasCost(_ line: String) -> Bool {
    rows.contains { $0.line == line && $0.row.values.contains { $0 != 0 } }
  }
}
