import Benefits
import Domain
import Fiscal
import Formulas
import Inputs
import Simulation
import Studies
import Tables

/// A budget as a workbook: data, forms made of formulas over them, and assumptions that may be changed.
///
/// What formulas of money alone work out follows the assumptions; everything else is a fixed number and says why.
public struct BudgetWorkbook {
  let runs: [Results]
  let writer: ReportWriter
  let budget: Budget
  let cells: BookCells
  let data: BookData
  let accounts: [AccountRow]
  /// What the lines' growth and the scenarios' differences are made of.
  let growth: [BookChange]
  let changes: [BookChange]

  var results: Results { writer.results }
  var language: Language { writer.language }
  var grid: BookGrid { cells.grid }
  func say(_ zh: String, _ en: String) -> String { writer.say(zh, en) }
  func name(_ sheet: BookSheet) -> String { sheet.name(language) }

  /// The years of the budget that a workbook covers.
  public static let yearsShown = 5

  /// The years of which a run must keep every value.
  public static func recorded(_ plan: Plan) -> Set<Year> {
    plan.budgetYears(yearsShown).map { Set(BookGrid($0).all) } ?? []
  }

  /// - Parameters:
  ///   - runs: of one city, the first the one the workbook is about; it kept the years of ``recorded(_:)``.
  ///   - growth: what the first year's amounts become the last's by, for each of the three sums.
  ///   - changes: what the first run's amounts of the last year become the others' by.
  /// - Returns: nil where the run has no year to make a budget for.
  public init?(
    _ runs: [Results], _ dataset: Dataset, growth: [BookChange] = [], changes: [BookChange] = [], language: Language
  ) {
    guard let first = runs.first, let budget = first.plan.model.budget,
      let years = first.plan.budgetYears(BudgetWorkbook.yearsShown), let record = first.record
    else { return nil }
    self.runs = runs
    self.budget = budget
    self.growth = growth
    self.changes = changes
    writer = ReportWriter(results: first, dataset: dataset, language: language)
    let local = LocalInputs(first.plan, shown: BudgetWorkbook.shown(budget), in: years)
    cells = BookCells(first, record, local, BookGrid(years), language)
    data = BookData(cells, budget, language)
    accounts = BudgetWorkbook.accounts(cells, budget)
  }

  /// The indicators that the forms are made of.
  private static func shown(_ budget: Budget) -> [String] {
    budget.payers.map(\.amount.name) + [LTCInsurance.government.name, Fund.accountRevenueName, Fund.keptName]
      + budget.fund.fundable.map(\.spent.name)
  }

  /// The workbook as data.
  public var workbook: Workbook {
    let forms = forms
    var book = Workbook(
      title: writer.document([]).title, subject: say("预算工作簿", "Budget workbook"),
      made: Workbook.Day(year: max(results.plan.knownUntil, 1970), month: 12, day: 31),
      footer: say("第 &P 页 共 &N 页", "Page &P of &N"))
    let behind = [assumptionSheet, heldSheet, modelSheet, fixedSheet, dataSheet, accountSheet]
    let lists = [indicatorSheet, targetSheet, longSheet]
    let check = checkSheet(forms)
    let all = forms.map { ($0.id, $0.sheet) } + [(BookSheet.check, check)]
    let named = Dictionary(
      (all.map(\.1) + behind + lists).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let order = BookSheet.allCases.compactMap { id in named[name(id)].map { (id, $0) } }
    book.append(coverSheet)
    book.append(contentsSheet(order.map(\.0)))
    for (_, sheet) in order { book.append(sheet) }
    nameAssumptions(in: &book)
    return book
  }
}

/// What one amount becomes another by, part by part.
public struct BookChange {
  public let indicator: Indicator
  let from: String
  let to: String
  let difference: Difference

  public init(_ indicator: Indicator, from: String, to: String, _ difference: Difference) {
    (self.indicator, self.from, self.to, self.difference) = (indicator, from, to, difference)
  }
}
