import Domain
import Fiscal
import Tables

/// What must agree in the workbook, in one number that is zero.
extension BudgetWorkbook {
  /// A line of the check: what it compares, as a formula that comes to nought.
  private struct Comparison {
    let label: String
    let text: String
    let formula: (_ year: Year, _ row: Int) -> String
  }

  private static let digits = 3

  /// Where the first comparison stands.
  private static let firstRow = 4

  func checkSheet(_ forms: [BookForm]) -> Sheet {
    var sheet = Sheet(name(.check), widths: grid.widths([40, 52, 2, 8]), headRows: 3, headColumns: BookGrid.words)
    let comparisons = frozen(forms) + sums(forms)
    let last = BudgetWorkbook.firstRow + comparisons.count - 1
    let columns = grid.columns
    let area = SheetRange(sheet.name, rows: BudgetWorkbook.firstRow - 1...last - 1, columns: columns)
    sheet.append([
      .text(say("总校验（应为 0）", "Master check (must be 0)"), SheetStyle(.total)), .blank, .blank, .blank,
      .formula(
        "ROUND(SUMPRODUCT(ABS(\(area.reference))),\(BudgetWorkbook.digits))", value: 0, SheetStyle(.total, .full)),
    ])
    sheet.append([
      .text(say("假设未改动（1 是，0 否）", "Assumptions as delivered (1 yes, 0 no)"), .label), .blank, .blank, .blank,
      .formula(unchanged, value: 1, SheetStyle(.value, .whole)),
    ])
    sheet.append(
      [say("勾稽", "Check"), say("内容", "What is compared"), "", say("单位", "Unit")].map { .text($0, .head) } + grid.heads)
    for (place, check) in comparisons.enumerated() {
      let row = BudgetWorkbook.firstRow + place
      sheet.append(
        [check.label, check.text, "", wan].map { .text($0, SheetStyle(.label, wraps: true)) }
          + grid.all.map {
            .formula(check.formula($0, row + comparisons.count + 1), value: 0, SheetStyle(.value, .full))
          })
    }
    sheet.append([
      .text(say("交付时的数（金额 × 行号之和）", "As delivered: amounts times the numbers of their rows"), SheetStyle(.total))
    ])
    for (form, check) in zip(forms, comparisons) {
      sheet.append(
        [check.label, "", "", ""].map { .text($0, .label) }
          + grid.all.map { .number(form.weighed($0), SheetStyle(.held, .whole)) })
    }
    return sheet
  }

  /// Whether every assumption is what it was.
  private var unchanged: String {
    let rows = 1...max(cells.assumptions.count, 1)
    let first = grid.column(grid.years.lowerBound)
    let width = grid.years.count - 1
    let now = SheetRange(name(.assumptions), rows: rows, columns: first...first + width).reference
    let then = SheetRange(name(.assumptions), rows: rows, columns: copyColumn...copyColumn + width).reference
    return "IF(SUMXMY2(\(now),\(then))=0,1,0)"
  }

  /// Every amount of every form, while nothing was changed.
  private func frozen(_ forms: [BookForm]) -> [Comparison] {
    forms.map { form in
      Comparison(
        label: form.sheet.name, text: say("假设未改动时，各数与交付时相同", "amounts as delivered while no assumption is changed")
      ) { year, row in
        "ROUND((\(form.weighing(year))-\(grid.letters(year))\(row))*$\(columnLetters(BookGrid.words))$2,\(BudgetWorkbook.digits))"
      }
    }
  }

  /// Sums that agree whatever is changed.
  private func sums(_ forms: [BookForm]) -> [Comparison] {
    func total(_ id: BookSheet, _ choose: (BookForm) -> BookForm.Row?) -> (BookForm, BookForm.Row)? {
      forms.first { $0.id == id }.flatMap { form in choose(form).map { (form, $0) } }
    }
    // Governments' contributions stand below what fiscal payers pay, and are no part of the cost.
    let payers = Payer.allCases.count(where: \.isFiscal)
    var checks: [Comparison] = []
    if let (form, row) = total(.lines, \.rows.last),
      let (summary, cost) = total(.summary, { $0.total(before: BudgetLine.Nature.allCases.count) })
    {
      checks.append(
        Comparison(
          label: say("科目 = 汇总", "Lines = summary"), text: say("支出总表合计与民政服务总费用", "the total of lines and the total cost")
        ) { year, _ in "ROUND(\(form.reference(row, year))-\(summary.reference(cost, year)),\(BudgetWorkbook.digits))" }
      )
      checks.append(
        Comparison(
          label: say("区县 = 汇总", "Districts = summary"),
          text: say("各区县三项合计与总费用", "the sums of districts and the total cost")
        ) { year, _ in
          let districts = forms.first { $0.id == .districts }
          let sums = districts?.totals.map { districts?.reference($0, year) ?? "0" } ?? []
          return
            "ROUND(\(sums.joined(separator: "+"))-\(summary.reference(summary.rows[payers], year))-\(summary.reference(cost, year)),\(BudgetWorkbook.digits))"
        })
    }
    return checks
  }
}

extension BookForm {
  /// The row that stands so many rows before the end.
  fileprivate func total(before count: Int) -> Row? { rows.dropLast(count).last }

  /// The rows below each group of districts.
  fileprivate var totals: [Row] {
    let groups = BookData.Part.allCases.count
    let size = rows.count / max(groups, 1)
    return stride(from: size - 1, to: rows.count, by: max(size, 1)).map { rows[$0] }
  }
}
