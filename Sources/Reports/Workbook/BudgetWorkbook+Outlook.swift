import Domain
import Fiscal
import Formulas
import Simulation
import Studies
import Tables

/// Five years and what their growth is made of, how much could be needed, and other scenarios.
extension BudgetWorkbook {
  func outlookForm(_ summary: Summary) -> BookForm {
    var form = form(
      .outlook, say("五年展望表", "Five years"),
      [say("项目", "Item"), say("说明", "Meaning"), "", say("单位", "Unit")], [30, 30, 2, 9])
    for part in BookData.Part.allCases {
      guard let row = summary.sums[part] else { continue }
      form.append(
        [label(part), "", "", wan], value: { row.values[$0 - grid.before] },
        formula: { summary.form.reference(row, $0) })
      form.append(
        [label(part), say("比上年", "on the year before"), "", "%"], digits: .percent, in: Array(grid.years),
        value: { row.values[$0 - grid.before] / row.values[$0 - grid.before - 1] - 1 },
        formula: { "\(summary.form.reference(row, $0))/\(summary.form.reference(row, $0 - 1))-1" })
    }
    for change in growth { parts(of: change, in: grid.years.upperBound, &form) }
    let sums = BookData.Part.allCases.compactMap { part in summary.sums[part].map { (label(part), $0) } }
    let format = NumberFormat(decimals: 2)
    let words = sums.map { label, row in
      "\(label) \(format.text(row.values[1])) → \(format.text(row.values.last ?? .nan)) \(wan)"
    }
    form.append(
      SheetChart(
        .lines, title: say("三项走势", "Three sums"),
        description: "\(grid.years.lowerBound)–\(grid.years.upperBound): \(words.joined(separator: "; "))", unit: wan,
        categories: summary.form.sheet.range(row: 2, columns: grid.columns),
        series: sums.map { _, row in
          .init(
            name: summary.form.sheet.range(row: row.place, columns: 0...0),
            values: summary.form.sheet.range(row: row.place, columns: grid.columns))
        }, row: form.sheet.next + 1, column: 0))
    return form
  }

  /// What an amount becomes another by: fixed numbers in the column of a year, which add up.
  private func parts(of change: BookChange, in year: Year, _ form: inout BookForm) {
    form.section(
      say(
        "\(change.indicator.label.zh)：\(change.from) → \(change.to)",
        "\(change.indicator.label.en): \(change.from) → \(change.to)"))
    func fixed(_ label: String, _ value: Double, _ digits: SheetStyle.Digits) -> BookForm.Row {
      form.appendFixed([label, say("不随动", "fixed"), "", wan], value / 10_000, in: year, digits)
    }
    let difference = change.difference
    let start = fixed(change.from, difference.start, .hundredths)
    let parts = difference.parts.map { fixed($0.group.label(language), $0.exact, .signed) }
    form.append(
      [change.to, "", "", wan], .total, in: [year],
      value: { _ in difference.end / 10_000 },
      formula: { year in
        let column = grid.letters(year)
        return "SUM(\(column)\(start.place + 1):\(column)\((parts.last ?? start).place + 1))"
      })
  }

  var quantilesForm: BookForm? {
    guard results.draws > 0 else { return nil }
    var form = form(
      .quantiles, say("各付款方需要多少：分位数", "What payers may need: quantiles"),
      [say("付款方", "Payer"), say("分位数", "Quantile"), "", say("单位", "Unit")], [30, 26, 2, 9])
    let sums: [(String, String)] =
      [(label(.fiscal), Budget.Sum.fiscalCost.name)] + Payer.allCases.map { ($0.label(language), $0.amount.name) }
    for (label, name) in sums {
      for share in [0.1, 0.5, 0.8, 0.9] {
        let percent = NumberFormat.percent(decimals: 0).text(share)
        form.appendFixed([label, percent, "", wan]) { year in
          results.quantile(share, of: name, area: results.areas.cityIndex, year: year).map { $0 / 10_000 }
        }
      }
    }
    form.note(
      say(
        "分位数来自模拟，不随假设改动；各付款方的分位数不能相加。",
        "Quantiles come from the worlds drawn and follow no assumption; those of payers do not add up."))
    return form
  }

  func scenariosForm(_ summary: Summary) -> BookForm? {
    guard runs.count > 1 else { return nil }
    var form = form(
      .scenarios, say("情景比较表", "Scenarios side by side"),
      [say("情景", "Scenario"), say("项目", "Sum"), "", say("单位", "Unit")], [34, 24, 2, 9])
    let names: [(BookData.Part, any NamedIndicator)] = [
      (.fiscal, Budget.Sum.fiscalCost), (.insurance, Budget.Sum.insuranceCost), (.household, Budget.Sum.householdCost),
    ]
    for (part, name) in names {
      guard let base = summary.sums[part] else { continue }
      let own = form.append(
        [title(runs[0]), label(part), "", wan], value: { base.values[$0 - grid.before] },
        formula: { summary.form.reference(base, $0) })
      for other in runs.dropFirst() {
        let row = form.appendFixed([title(other), label(part), "", wan]) { year in
          other.city(name, year).map { $0 / 10_000 }
        }
        form.append(
          [say("  差：\(title(other))", "  Difference: \(title(other))"), label(part), "", wan], digits: .signed,
          value: { row.values[$0 - grid.before] - own.values[$0 - grid.before] },
          formula: { "\(grid.letters($0))\(row.place + 1)-\(grid.letters($0))\(own.place + 1)" })
      }
    }
    changed(&form)
    for change in changes { parts(of: change, in: grid.years.upperBound, &form) }
    return form
  }

  /// What the other scenarios set differently, above what it comes to.
  private func changed(_ form: inout BookForm) {
    let table = InputDifferenceTable(writer.dataset, language: writer.language)
    for other in runs.dropFirst() {
      form.section(say("\(title(other))：改动的参数", "\(title(other)): inputs that differ"))
      let inputs = InputDifference.all(of: other, against: results, to: grid.years.upperBound)
      for line in table.lines(inputs) { form.note(line) }
    }
  }

  func title(_ run: Results) -> String {
    let scenario = run.plan.scenario
    return scenario.title?(language) ?? scenario.name
  }
}

extension BookForm {
  /// Adds a row of numbers that follow nothing.
  @discardableResult
  mutating func appendFixed(_ words: [String], _ value: (Year) -> Double?) -> Row {
    appendFixed(words, grid.all.map(value), .hundredths)
  }

  /// The same with a number in one year.
  mutating func appendFixed(_ words: [String], _ value: Double, in year: Year, _ digits: SheetStyle.Digits) -> Row {
    appendFixed(words, grid.all.map { $0 == year ? value : nil }, digits)
  }
}
