import Domain
import Tables

/// A printed form of a workbook: a title, what it is of, heads, and rows of amounts by year that are formulas.
struct BookForm {
  /// A row that others refer to.
  struct Row: Hashable {
    let place: Int
    let values: [Double]
  }

  let id: BookSheet
  let grid: BookGrid
  private(set) var sheet: Sheet
  /// The rows of amounts, which are checked.
  private(set) var rows: [Row] = []

  /// - Parameters:
  ///   - heads: of the columns of words.
  ///   - widths: of the same.
  init(
    _ id: BookSheet, title: String, caption: String, unit: String, heads: [String], widths: [Double], _ grid: BookGrid,
    _ language: Language
  ) {
    precondition(heads.count == BookGrid.words && widths.count == BookGrid.words, "four columns of words")
    self.id = id
    self.grid = grid
    sheet = Sheet(
      id.name(language), widths: grid.widths(widths), headRows: 3, headColumns: BookGrid.words)
    let width = grid.behind
    sheet.append(
      [.text(title, .title)] + Array(repeating: SheetCell(.blank, .title), count: width - 1), height: 30)
    sheet.append(
      [.text(caption, .caption)] + Array(repeating: .blank, count: width - 2) + [.text(unit, SheetStyle(.unit))])
    sheet.append(heads.map { .text($0, .head) } + grid.heads)
  }

  /// The names of a column's cells in a formula.
  private func letters(_ year: Year) -> String { grid.letters(year) }

  /// Adds a row of amounts.
  ///
  /// - Parameter formula: of a year, without the equals sign; nil where the year has no amount.
  @discardableResult
  mutating func append(
    _ words: [String], _ role: SheetStyle.Role = .value, digits: SheetStyle.Digits = .hundredths, wraps: Bool = false,
    height: Double? = nil, in years: [Year]? = nil, value: (Year) -> Double, formula: (Year) -> String
  ) -> Row {
    let label: SheetStyle.Role = role == .total ? .total : .label
    let shown = years ?? grid.all
    let cells = grid.all.map { year -> SheetCell in
      shown.contains(year)
        ? .formula(formula(year), value: value(year), SheetStyle(role, digits)) : SheetCell(.blank, SheetStyle(role))
    }
    let place = sheet.append(
      words.map { .text($0, SheetStyle(label, wraps: wraps)) } + cells, height: height)
    let row = Row(place: place, values: grid.all.map { shown.contains($0) ? value($0) : 0 })
    rows.append(row)
    return row
  }

  /// Adds a row that sums the data.
  @discardableResult
  mutating func append(_ words: [String], _ data: BookData, _ choice: BookData.Choice, _ role: SheetStyle.Role = .value)
    -> Row
  {
    append(words, role, value: { data.value(choice, $0) }, formula: { data.formula(choice, $0) })
  }

  /// Adds a row that other rows add up to, or are taken from.
  @discardableResult
  mutating func append(_ words: [String], sum plus: [Row], less minus: [Row] = []) -> Row {
    let grid = grid
    func text(_ year: Year) -> String {
      let column = grid.letters(year)
      let isRun = minus.isEmpty && plus.count > 2 && zip(plus, plus.dropFirst()).allSatisfy { $1.place == $0.place + 1 }
      if isRun, let first = plus.first, let last = plus.last {
        return "SUM(\(column)\(first.place + 1):\(column)\(last.place + 1))"
      }
      return plus.map { "\(column)\($0.place + 1)" }.joined(separator: "+")
        + minus.map { "-\(column)\($0.place + 1)" }.joined()
    }
    return append(
      words, .total,
      value: { year in
        let place = year - grid.before
        return plus.reduce(0) { $0 + $1.values[place] } - minus.reduce(0) { $0 + $1.values[place] }
      }, formula: text)
  }

  /// Adds a row of numbers that follow nothing, one for each year of the grid.
  mutating func appendFixed(_ words: [String], _ values: [Double?], _ digits: SheetStyle.Digits) -> Row {
    let style = SheetStyle(.held, digits)
    let place = sheet.append(words.map { .text($0, .label) } + values.map { .number($0, style) })
    let row = Row(place: place, values: values.map { $0 ?? 0 })
    rows.append(row)
    return row
  }

  /// Adds a heading over the rows that follow.
  mutating func section(_ heading: String) {
    sheet.append(
      [.text(heading, SheetStyle(.total))]
        + Array(repeating: SheetCell(.blank, SheetStyle(.total)), count: grid.behind - 1))
  }

  mutating func note(_ text: String) { sheet.append([.text(text, .note)]) }

  mutating func append(_ chart: SheetChart) { sheet.append(chart) }

  mutating func replace(row: Int, column: Int, with cell: SheetCell) {
    sheet.replace(row: row, column: column, with: cell)
  }

  /// The cell of a row in a year, as other sheets name it.
  func reference(_ row: Row, _ year: Year) -> String {
    SheetRange(sheet.name, rows: row.place...row.place, columns: grid.column(year)...grid.column(year)).reference
  }

  /// The rows from the first of amounts to the last.
  var extent: ClosedRange<Int>? {
    guard let first = rows.map(\.place).min(), let last = rows.map(\.place).max() else { return nil }
    return first...last
  }

  /// What the check compares: every amount times its row's number, so that no two changes make up for each other.
  func weighed(_ year: Year) -> Double {
    rows.reduce(0) { $0 + $1.values[year - grid.before] * Double($1.place + 1) }
  }

  /// The same as a formula.
  func weighing(_ year: Year) -> String {
    guard let extent else { return "0" }
    let column = grid.column(year)
    let range = SheetRange(sheet.name, rows: extent, columns: column...column).reference
    return "SUMPRODUCT(\(range),ROW(\(range)))"
  }
}
