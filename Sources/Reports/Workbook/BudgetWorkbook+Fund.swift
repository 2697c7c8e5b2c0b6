import Domain
import Fiscal
import Formulas
import Simulation
import Tables

/// The lottery fund: accounts as data, and the form by the classes and levels in which it is published.
extension BudgetWorkbook {
  /// What an account's row is.
  enum AccountItem: String, CaseIterable {
    case opening, income, spent, closing

    var label: Label {
      switch self {
      case .opening: Label(zh: "上年结余", en: "Carried in")
      case .income: Label(zh: "本年收入（预算安排数）", en: "Revenue of the year")
      case .spent: Label(zh: "支出", en: "Spent")
      case .closing: Label(zh: "年末结余", en: "Carried over")
      }
    }
  }

  /// A row of the accounts: an item of an account, of a use where it is spending.
  struct AccountRow {
    let item: AccountItem
    let use: FundUse?
    let row: BookCells.Row
  }

  private static let levels = ["city", "district"]
  private func level(_ area: Int) -> String { BudgetWorkbook.levels[area == results.areas.cityIndex ? 0 : 1] }

  /// The accounts of every district and of the city itself, as data.
  static func accounts(_ cells: BookCells, _ budget: Budget) -> [AccountRow] {
    let (results, grid, language) = (cells.results, cells.grid, cells.language)
    let accounts = [results.areas.cityIndex] + Array(results.areas.districts.indices)
    return accounts.flatMap { area -> [AccountRow] in
      let own: [(AccountItem, FundUse?, String, Int)] =
        [(.opening, nil, Fund.keptName, 1), (.income, nil, Fund.accountRevenueName, 0)]
        + budget.fund.fundable.map { (.spent, $0, $0.spent.name, 0) } + [(.closing, nil, Fund.keptName, 0)]
      return own.map { item, use, name, lag in
        let values = grid.all.map { results.step(name, area: area, year: $0 - lag) ?? 0 }
        var row = BookCells.Row(
          key: item.rawValue, label: use?.label(language) ?? item.label(language), area: area, unit: .yuan,
          values: values)
        row.formulas = cells.references(name, area: area, lag: lag, on: .accounts) ?? []
        return AccountRow(item: item, use: use, row: row)
      }
    }
  }

  private var classes: [Label] { budget.fund.fundable.map(\.published).uniqued() }

  /// What stands for a published class in formulas.
  private func key(of published: Label) -> String { "class\((classes.firstIndex(of: published) ?? 0) + 1)" }

  var accountSheet: Sheet {
    var sheet = Sheet(
      name(.accounts), widths: grid.widths([12, 12, 24, 12], [24, 24, 20, 26]), headRows: 1,
      headColumns: BookGrid.words,
      isFiltered: true)
    sheet.append(
      ["item", "level", "class", "account_code"].map { .text($0, .head) } + grid.heads
        + [say("用途（元）", "Use (yuan)"), say("公开分类", "Published class"), say("账户", "Account"), say("项目", "Item")].map {
          .text($0, .head)
        })
    for row in accounts {
      let words = [
        row.item.rawValue, level(row.row.area), row.use.map { key(of: $0.published) } ?? "",
        results.areas[row.row.area].code,
      ]
      let labels = [
        row.use?.label(language) ?? "", row.use?.published(language) ?? "",
        Fund.label(of: row.row.area, results.areas)(language),
        row.item.label(language),
      ]
      sheet.append(
        words.map { .text($0, .label) } + numbers(row.row, .hundredths) + labels.map { .text($0, .label) })
    }
    return sheet
  }

  var fundForm: BookForm {
    let rows = accounts
    let sheet = name(.accounts)
    var form = form(
      .fund, say("福彩公益金收支表（按公开分类和层级）", "Lottery fund by published class and level"),
      [say("项目", "Item"), say("层级", "Level"), "", say("单位", "Unit")], [34, 14, 2, 9])
    func column(_ place: Int) -> String {
      SheetRange(sheet, rows: 1...rows.count, columns: place...place).fixedReference
    }
    func append(_ label: String, _ level: String, _ item: AccountItem, _ kind: Label?) -> BookForm.Row {
      // By key: a name might mean something to a criterion.
      let wanted = rows.filter { row in
        row.item == item && self.level(row.row.area) == level && (kind == nil || row.use?.published == kind)
      }
      return form.append(
        [label, level == "city" ? say("市本级", "City") : say("区县", "Districts"), "", wan],
        value: { year in wanted.reduce(0) { $0 + $1.row.values[year - grid.before] } / 10_000 },
        formula: { year in
          let place = grid.column(year)
          let values = SheetRange(sheet, rows: 1...rows.count, columns: place...place).columnReference
          let kinds = kind.map { ",\(column(2)),\"\(key(of: $0))\"" } ?? ""
          return "SUMIFS(\(values),\(column(0)),\"\(item.rawValue)\",\(column(1)),\"\(level)\"\(kinds))/10000"
        })
    }
    for level in BudgetWorkbook.levels {
      let opening = append(AccountItem.opening.label(language), level, .opening, nil)
      let income = append(AccountItem.income.label(language), level, .income, nil)
      let spent = classes.map { append(say("支出：\($0.zh)", "Spent: \($0.en)"), level, .spent, $0) }
      let sum = form.append([say("支出合计", "Spent in all"), "", "", wan], sum: spent)
      form.append([AccountItem.closing.label(language), "", "", wan], sum: [opening, income], less: [sum])
    }
    return form
  }
}
